#include "render/wrap.h"

#include "render/display.h"

namespace render {

namespace {

// What may not be cut: a word, or words within backticks with what touches them.
std::vector<std::string_view> pieces(std::string_view line, std::uint32_t width) {
  std::vector<std::string_view> out;
  std::size_t begin = 0;
  bool code = false;
  for (std::size_t at = 0; at <= line.size(); ++at) {
    const bool end = at == line.size();
    if (!end && line[at] == '`') code = !code;
    if (!end && (line[at] != ' ' || code)) continue;
    if (at > begin) out.push_back(line.substr(begin, at - begin));
    begin = at + 1;
  }
  std::vector<std::string_view> cut;
  for (std::string_view piece : out) {
    while (display_width(piece) > width && piece.find(' ') != std::string_view::npos) {
      cut.push_back(piece.substr(0, piece.find(' ')));
      piece.remove_prefix(piece.find(' ') + 1);
    }
    cut.push_back(piece);
  }
  return cut;
}

void wrap_line(std::string_view line, std::uint32_t width, std::vector<std::string>& out) {
  std::string current;
  std::uint32_t used = 0;
  for (const std::string_view piece : pieces(line, width)) {
    const std::uint32_t size = display_width(piece);
    if (!current.empty() && used + 1 + size > width) {
      out.push_back(std::move(current));
      current.clear();
      used = 0;
    }
    if (!current.empty()) current += ' ', ++used;
    current += piece;
    used += size;
  }
  out.push_back(std::move(current));
}

}  // namespace

std::vector<std::string> wrapped(std::string_view text, std::uint32_t width) {
  std::vector<std::string> out;
  while (true) {
    const std::size_t end = text.find('\n');
    wrap_line(text.substr(0, end), width, out);
    if (end == std::string_view::npos) return out;
    text.remove_prefix(end + 1);
  }
}

}  // namespace render
