// One code point at a time.
#pragma once

#include <cstdint>
#include <string_view>

namespace render {

struct CodePoint {
  char32_t value;       // U+FFFD for a byte that is not UTF-8
  std::uint32_t bytes;  // that it takes: at least 1
  bool valid;
};

// The code point that `text`, which is not empty, begins with.
CodePoint first_code_point(std::string_view text);

// Columns that a terminal gives it: 0 for combining marks, 2 for wide ones.
std::uint32_t columns(char32_t value);

}  // namespace render
