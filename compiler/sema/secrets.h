// `secret NAME = env("VAR") | file("path") | keyvault("vault", "secret")`.
#pragma once

#include "sema/session.h"

namespace sema {

Secret secret_of(Session& session, const surface::Item& item, Where where);

}  // namespace sema
