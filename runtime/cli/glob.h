// Patterns of paths as .gitignore has them: in .gitignore, and in amljob.toml.
#pragma once

#include <string_view>

#include "snapshot/pattern.h"

namespace cli {

// Whether a pattern matches a path (of a file, relative, with /) or a folder above it.
bool covers(const snapshot::Pattern& pattern, std::string_view path);

}  // namespace cli
