// What a command takes: the target that was named, or all that nothing refers to.
#pragma once

#include "sema/session.h"

namespace sema {

// Fills Model::targets. A target that names nothing is reported.
void choose_targets(Session& session);

}  // namespace sema
