// A text as a terminal shows it: how wide it is, and where each of its bytes stands.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace render {

struct DisplayLine {
  std::string text;  // tabs as four spaces, control characters as their pictures, the rest as it is
  std::vector<std::uint32_t> columns;  // of each byte of the source line, from 0; one more for its end

  std::uint32_t width() const { return columns.back(); }
};

// `line` has no line break.
DisplayLine displayed(std::string_view line);

// A message without anything that would act on a terminal; line breaks stay.
std::string printable(std::string_view text);

// Columns that a printable text takes.
std::uint32_t display_width(std::string_view text);

// The part of `text` from column `begin` to column `end` (exclusive); a wide character that is cut counts as
// outside.
std::string columns_of(std::string_view text, std::uint32_t begin, std::uint32_t end);

// Number of code points in a text; a byte that is not UTF-8 counts as one.
std::uint32_t code_points(std::string_view text);

}  // namespace render
