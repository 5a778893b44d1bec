// Two texts as a unified diff.
#pragma once

#include <string>
#include <string_view>

#include "render/paint.h"

namespace render {

// What `diff -u` prints for a file before and after, three lines around each change; empty where they are
// equal.
std::string unified_diff(std::string_view path, std::string_view before, std::string_view after,
                         const Paint& paint);

}  // namespace render
