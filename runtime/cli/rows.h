// Names of diagnostics in messages.
#pragma once

#include <string>
#include <string_view>

namespace cli {

// "no diagnostic `floating`; did you mean `floating-tag`?"
std::string no_diagnostic(std::string_view name);

}  // namespace cli
