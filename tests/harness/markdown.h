// The fenced blocks of a Markdown text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace harness {

struct Fence {
  std::string language;  // `amljob` of ```amljob file=x
  std::string info;      // what follows it: `file=x`
  std::string comment;   // the text of an HTML comment on the line before (blank lines between do not count)
  std::string text;      // the lines, each with its newline
  std::size_t line = 0;  // of the opening fence, from 1
  std::size_t begin = 0, end = 0;  // the place of `text` in the document, in bytes

  // `x` of `file=x` in the info; empty where there is none.
  std::string attribute(std::string_view name) const;
};

std::vector<Fence> fences(std::string_view document);

}  // namespace harness
