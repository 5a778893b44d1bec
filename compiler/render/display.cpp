#include "render/display.h"

#include "render/utf8.h"

namespace render {

namespace {

constexpr std::string_view kTab = "    ";
constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

// Marks that change the direction of what follows: a source could show other text than it has.
bool turns_text(char32_t value) {
  return (value >= 0x202A && value <= 0x202E) || (value >= 0x2066 && value <= 0x2069) || value == 0x200E ||
         value == 0x200F || value == 0x061C;
}

// The picture of a control character: U+2400 and on.
std::string picture(char32_t control) {
  const char32_t value = control == 0x7F ? 0x2421 : 0x2400 + control;
  return {static_cast<char>(0xE0 | (value >> 12)), static_cast<char>(0x80 | ((value >> 6) & 0x3F)),
          static_cast<char>(0x80 | (value & 0x3F))};
}

std::string shown(std::string_view bytes, const CodePoint& point) {
  if (point.value < 0x20 || point.value == 0x7F) return picture(point.value);
  const bool second_controls = point.value >= 0x80 && point.value < 0xA0;
  if (!point.valid || second_controls || turns_text(point.value)) return std::string(kReplacement);
  return std::string(bytes);
}

}  // namespace

DisplayLine displayed(std::string_view line) {
  DisplayLine out;
  out.columns.reserve(line.size() + 1);
  std::uint32_t column = 0;
  for (std::size_t at = 0; at < line.size();) {
    const CodePoint point = first_code_point(line.substr(at));
    const bool tab = point.value == '\t';
    out.columns.insert(out.columns.end(), point.bytes, column);
    out.text += tab ? std::string(kTab) : shown(line.substr(at, point.bytes), point);
    column += tab ? static_cast<std::uint32_t>(kTab.size()) : columns(point.value);
    at += point.bytes;
  }
  out.columns.push_back(column);
  return out;
}

std::string printable(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = first_code_point(text.substr(at));
    const bool line_break = point.value == '\n';
    out += line_break ? "\n" : point.value == '\t' ? " " : shown(text.substr(at, point.bytes), point);
    at += point.bytes;
  }
  return out;
}

std::uint32_t display_width(std::string_view text) {
  std::uint32_t width = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = first_code_point(text.substr(at));
    width += columns(point.value);
    at += point.bytes;
  }
  return width;
}

std::string columns_of(std::string_view text, std::uint32_t begin, std::uint32_t end) {
  std::string out;
  std::uint32_t column = 0;
  for (std::size_t at = 0; at < text.size() && column <= end;) {
    const CodePoint point = first_code_point(text.substr(at));
    const std::uint32_t after = column + columns(point.value);
    if (column >= begin && after <= end) out += text.substr(at, point.bytes);
    column = after;
    at += point.bytes;
  }
  return out;
}

std::uint32_t code_points(std::string_view text) {
  std::uint32_t count = 0;
  for (std::size_t at = 0; at < text.size(); at += first_code_point(text.substr(at)).bytes) ++count;
  return count;
}

}  // namespace render
