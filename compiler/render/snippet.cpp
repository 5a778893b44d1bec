#include "render/snippet.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "render/marks.h"

namespace render {

namespace {

constexpr std::uint32_t kWholeLines = 5;  // a mark over more lines than this is shown with a gap

struct Lines {
  std::map<std::uint32_t, std::vector<Stroke>> of;  // what is drawn below a line, by its number
  std::vector<Stretch> stretches;                   // marks over several lines; the index is their bar
  std::set<std::uint32_t> gaps;                     // lines after which `...` stands
};

// A mark that ends at the very begin of a line ends with the line before.
std::uint32_t last_line(const base::Source& source, base::Span at) {
  const std::uint32_t first = source.position(at.begin).line;
  return std::max(first, source.position(at.end > at.begin ? at.end - 1 : at.end).line);
}

std::uint32_t offset_in(const base::Source& source, std::uint32_t line, std::uint32_t at) {
  const auto size = static_cast<std::uint32_t>(source.line(line).size());
  return std::min(at - source.line_begin(line), size);
}

void add_long(const base::Source& source, const Mark& mark, std::uint32_t first, std::uint32_t last,
              Lines& lines) {
  const std::size_t bar = lines.stretches.size();
  lines.stretches.push_back({first, last, mark.primary});
  const std::uint32_t begin = offset_in(source, first, mark.at.begin);
  const std::uint32_t end = std::max(offset_in(source, last, mark.at.end), 1U);
  lines.of[first].push_back({begin, begin + 1, "", mark.primary, Stroke::Form::opens, bar});
  lines.of[last].push_back({end - 1, end, mark.label, mark.primary, Stroke::Form::closes, bar});
  const bool whole = last - first < kWholeLines;
  for (std::uint32_t line = first + 1; line < (whole ? last : first + 2); ++line) lines.of[line];
  if (!whole) lines.gaps.insert(first + 1);
}

Lines arrange(const base::Source& source, const std::vector<Mark>& marks) {
  Lines lines;
  for (const Mark& mark : marks) {
    const std::uint32_t first = source.position(mark.at.begin).line;
    const std::uint32_t last = last_line(source, mark.at);
    if (last > first) {
      add_long(source, mark, first, last, lines);
      continue;
    }
    const std::uint32_t begin = offset_in(source, first, mark.at.begin);
    const std::uint32_t end = std::max(offset_in(source, first, mark.at.end), begin);
    lines.of[first].push_back({begin, end, mark.label, mark.primary, Stroke::Form::whole, 0});
  }
  return lines;
}

}  // namespace

std::string snippet(const base::Source& source, const std::vector<Mark>& marks, const Sheet& sheet) {
  const Lines lines = arrange(source, marks);
  const std::string blank = sheet.paint(Style::gutter, std::string(sheet.gutter, ' ') + " |");
  std::string out = blank + "\n";
  for (const auto& [number, strokes] : lines.of) {
    const MarkedLine drawn = marked(source.line(number), number, strokes, lines.stretches, sheet);
    out += sheet.paint(Style::gutter, fmt::format("{:>{}} |", number, sheet.gutter));
    out += drawn.source.empty() ? "\n" : " " + drawn.source + "\n";
    for (const std::string& row : drawn.rows) out += blank + (row.empty() ? "" : " " + row) + "\n";
    if (lines.gaps.contains(number)) out += sheet.paint(Style::gutter, "...") + "\n";
  }
  return out;
}

}  // namespace render
