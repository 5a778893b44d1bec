// Prose in lines.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace render {

// `text` in lines of at most `width` columns, cut at blanks and line breaks. What stands in backticks is cut
// only where it is wider than a line; a word that is too wide stands alone.
std::vector<std::string> wrapped(std::string_view text, std::uint32_t width);

}  // namespace render
