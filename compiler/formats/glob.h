// Shell-like patterns over paths: `*` and `?` within a part, `[a-z]`, `**` over parts.
#pragma once

#include <string_view>

namespace formats {

// Whether all of `path` matches. `*` takes no name that starts with a dot, as a shell's does not.
bool glob_matches(std::string_view pattern, std::string_view path);

}  // namespace formats
