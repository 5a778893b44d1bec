#include "render/marks.h"

#include <algorithm>

#include "render/canvas.h"
#include "render/display.h"

namespace render {

namespace {

// A stroke in columns of the canvas.
struct Placed {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;  // at least begin + 1: an empty span is one caret
  std::string label;
  bool primary = false;
};

// Which columns of a line are shown: all, or a part around the marks of a very long one.
struct Window {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  bool cut_left = false;
  bool cut_right = false;

  std::uint32_t column(std::uint32_t at) const {
    const std::uint32_t inside = std::clamp(at, begin, end) - begin;
    return inside + (cut_left ? 1 : 0);
  }
};

constexpr std::uint32_t kBefore = 30;  // columns kept to the left of the first mark of a line that is cut

Window window_of(const DisplayLine& line, const std::vector<Stroke>& strokes, std::uint32_t width) {
  if (line.width() <= width) return {0, line.width(), false, false};
  std::uint32_t first = line.width(), last = 0;
  for (const Stroke& stroke : strokes) {
    first = std::min(first, line.columns[stroke.begin]);
    last = std::max(last, line.columns[stroke.end]);
  }
  const std::uint32_t begin = last <= width || first <= kBefore ? 0 : first - kBefore;
  const std::uint32_t end = std::min(begin + width, line.width());
  return {begin, end, begin > 0, end < line.width()};
}

Style style_of(bool primary, const Sheet& sheet) { return primary ? sheet.primary : Style::gutter; }

void underline(Canvas& canvas, std::size_t row, const std::vector<Placed>& marks, const Sheet& sheet) {
  for (const bool primary : {false, true}) {
    for (const Placed& mark : marks) {
      if (mark.primary != primary) continue;
      canvas.fill(row, mark.begin, mark.end, primary ? '^' : '-', style_of(primary, sheet));
    }
  }
}

// Connectors of the labels that still hang, from the first on.
void connect(Canvas& canvas, std::size_t row, const std::vector<Placed>& hanging, std::size_t count,
             const Sheet& sheet) {
  for (std::size_t i = 0; i < count; ++i) {
    canvas.fill(row, hanging[i].begin, hanging[i].begin + 1, '|', style_of(hanging[i].primary, sheet));
  }
}

// Underlines with the rightmost label beside them and the others hanging below, the right ones first.
void draw_whole(Canvas& canvas, std::vector<Placed> marks, const Sheet& sheet) {
  const std::size_t row = canvas.rows();
  underline(canvas, row, marks, sheet);
  std::stable_sort(marks.begin(), marks.end(),
                   [](const Placed& a, const Placed& b) { return a.begin < b.begin; });
  std::uint32_t end = 0;
  for (const Placed& mark : marks) end = std::max(end, mark.end);
  const std::uint32_t wide = end + 1 + display_width(marks.back().label);
  // Beside the mark it would run over the edge: below it there is more room.
  const bool below = wide > sheet.prose && marks.back().begin + 10 < end;
  if (!marks.back().label.empty() && marks.back().end == end && !below) {
    canvas.write(row, end + 1, marks.back().label, style_of(marks.back().primary, sheet));
    marks.pop_back();
  }
  std::erase_if(marks, [](const Placed& mark) { return mark.label.empty(); });
  if (marks.empty()) return;
  connect(canvas, row + 1, marks, marks.size(), sheet);
  for (std::size_t i = marks.size(); i-- > 0;) {
    const std::size_t at = canvas.rows();
    connect(canvas, at, marks, i, sheet);
    canvas.write(at, marks[i].begin, marks[i].label, style_of(marks[i].primary, sheet));
  }
}

// ` ____^`: from the bar of a stretch to its first or last character.
void draw_corner(Canvas& canvas, std::size_t row, const Placed& mark, std::size_t bar, const Sheet& sheet) {
  const Style style = style_of(mark.primary, sheet);
  canvas.fill(row, static_cast<std::uint32_t>(2 * bar + 1), mark.begin, '_', style);
  canvas.fill(row, mark.begin, mark.begin + 1, mark.primary ? '^' : '-', style);
  if (!mark.label.empty()) canvas.write(row, mark.begin + 2, mark.label, style);
}

// Which stretches are open, and so have a bar, at a row.
class Bars {
 public:
  Bars(const std::vector<Stretch>& stretches, std::uint32_t number, const Sheet& sheet)
      : stretches_(stretches), sheet_(sheet) {
    for (const Stretch& one : stretches) open_.push_back(one.first < number && number <= one.last);
  }
  std::uint32_t width() const { return static_cast<std::uint32_t>(2 * open_.size()); }
  void set(std::size_t bar, bool open) { open_[bar] = open; }
  void draw(Canvas& canvas, std::size_t row) const {
    for (std::size_t i = 0; i < open_.size(); ++i) {
      const auto column = static_cast<std::uint32_t>(2 * i);
      if (open_[i]) canvas.fill(row, column, column + 1, '|', style_of(stretches_[i].primary, sheet_));
    }
  }

 private:
  const std::vector<Stretch>& stretches_;
  const Sheet& sheet_;
  std::vector<bool> open_;
};

std::string source_text(const DisplayLine& shown, const Window& window, const Bars& bars,
                        const Sheet& sheet) {
  Canvas left;
  left.fill(0, 0, bars.width(), ' ', Style::plain);
  bars.draw(left, 0);
  const std::string text = columns_of(shown.text, window.begin, window.end);
  if (text.empty()) return left.line(0, sheet.paint);
  return left.padded(0, sheet.paint) + (window.cut_left ? "…" : "") + text + (window.cut_right ? "…" : "");
}

std::string one_line(std::string_view label) {
  std::string out = printable(label);
  std::replace(out.begin(), out.end(), '\n', ' ');
  return out;
}

}  // namespace

MarkedLine marked(std::string_view line, std::uint32_t number, const std::vector<Stroke>& strokes,
                  const std::vector<Stretch>& stretches, const Sheet& sheet) {
  const DisplayLine shown = displayed(line);
  const Window window = window_of(shown, strokes, sheet.width);
  Bars bars(stretches, number, sheet);
  const auto placed = [&](const Stroke& stroke) {
    const std::uint32_t begin = bars.width() + window.column(shown.columns[stroke.begin]);
    const std::uint32_t end = bars.width() + window.column(shown.columns[stroke.end]);
    return Placed{begin, std::max(end, begin + 1), one_line(stroke.label), stroke.primary};
  };
  MarkedLine out;
  out.source = source_text(shown, window, bars, sheet);
  Canvas below;
  std::vector<Placed> whole;
  for (const Stroke& stroke : strokes) {
    if (stroke.form == Stroke::Form::whole) whole.push_back(placed(stroke));
  }
  if (!whole.empty()) draw_whole(below, whole, sheet);
  for (std::size_t row = 0; row < below.rows(); ++row) bars.draw(below, row);
  for (const Stroke& stroke : strokes) {
    if (stroke.form == Stroke::Form::whole) continue;
    const std::size_t row = below.rows();
    bars.draw(below, row);
    draw_corner(below, row, placed(stroke), stroke.bar, sheet);
    bars.set(stroke.bar, stroke.form == Stroke::Form::opens);
  }
  for (std::size_t row = 0; row < below.rows(); ++row) out.rows.push_back(below.line(row, sheet.paint));
  return out;
}

}  // namespace render
