// One line of source and the marks below it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "render/snippet.h"

namespace render {

// What is drawn below one line: a whole mark, or the first or last character of one that spans lines.
struct Stroke {
  enum class Form : std::uint8_t { whole, opens, closes };
  std::uint32_t begin = 0;  // bytes in the line
  std::uint32_t end = 0;
  std::string label;
  bool primary = false;
  Form form = Form::whole;
  std::size_t bar = 0;  // of the stretch that it opens or closes
};

// A mark over several lines: a bar to the left of them.
struct Stretch {
  std::uint32_t first = 0;  // line numbers
  std::uint32_t last = 0;
  bool primary = false;
};

struct MarkedLine {
  std::string source;             // with its bars and colours, ready to print after `NN | `
  std::vector<std::string> rows;  // below it, after `   | `
};

MarkedLine marked(std::string_view line, std::uint32_t number, const std::vector<Stroke>& strokes,
                  const std::vector<Stretch>& stretches, const Sheet& sheet);

}  // namespace render
