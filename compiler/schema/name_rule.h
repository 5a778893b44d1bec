// Which of the service's rules for names a row means.
#pragma once

#include <optional>

#include "facts/names.h"
#include "schema/type.h"

namespace schema {

// Nothing for NameRule::none.
std::optional<facts::NameOf> rule_of(NameRule rule);

}  // namespace schema
