// Lines of a source with marks and labels under them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/source.h"
#include "render/paint.h"

namespace render {

struct Mark {
  base::Span at;      // in the snippet's source
  std::string label;  // may be empty
  bool primary = false;
};

struct Sheet {
  Paint paint;
  Style primary = Style::error;  // colour of the primary mark
  std::uint32_t gutter = 2;      // columns for line numbers
  std::uint32_t width = 140;     // longer lines of source are cut
  std::uint32_t prose = 100;     // labels that would end beyond it stand below their mark
};

// The lines that the marks touch, in order, each with its marks below; lines between are left out. Every line
// ends with a line break. `   |` precedes them.
std::string snippet(const base::Source& source, const std::vector<Mark>& marks, const Sheet& sheet);

}  // namespace render
