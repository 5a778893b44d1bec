// Where the functions of a C++ text begin and end, by its braces: good for counting lines, not for compiling.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace harness {

struct Function {
  std::string head;       // the text before its `{`, on one line
  std::size_t first = 0;  // line of the head's first word, from 1
  std::size_t lines = 0;  // through the closing brace
};

// Outermost functions only: a lambda or a local class counts to the function around it.
std::vector<Function> functions(std::string_view text);

}  // namespace harness
