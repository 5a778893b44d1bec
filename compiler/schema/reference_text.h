// Paragraphs and lists for the reference pages.
#pragma once

#include <string>
#include <string_view>

namespace schema {

// A paragraph, broken at blanks after at most 100 columns, never inside backticks; all lines but the first
// are indented by `hang` blanks more than `indent`. Ends with a newline.
std::string wrapped(std::string_view text, std::size_t indent = 0, std::size_t hang = 0);
// `- text`, below `depth` others.
std::string bullet(std::string_view text, std::size_t depth);

}  // namespace schema
