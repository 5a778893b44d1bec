// Paths as the user named them, and where they are.
#pragma once

#include <string>
#include <string_view>

namespace cli {

// From the current folder; lexically normal.
std::string absolute(std::string_view path);
// `path` seen from `folder`, both absolute: with `..` where it lies outside.
std::string relative_to(std::string_view folder, std::string_view path);

}  // namespace cli
