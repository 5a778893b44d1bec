// Strings: as they are, but for the indentation of text in triple quotes, which moves with the line it stands
// in.
#include <algorithm>

#include "format/printer.h"

namespace format {

using syntax::Cursor;

namespace {

std::vector<std::string_view> split_lines(std::string_view text) {
  std::vector<std::string_view> all;
  for (;;) {
    const std::size_t end = text.find('\n');
    std::string_view line = text.substr(0, end);
    if (end != std::string_view::npos && line.ends_with('\r')) line.remove_suffix(1);
    all.push_back(line);
    if (end == std::string_view::npos) return all;
    text.remove_prefix(end + 1);
  }
}

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t\r") == std::string_view::npos; }

// Whether the line ends in a \ that joins the next one to it.
bool joins_next(std::string_view line) {
  const std::size_t last = line.find_last_not_of('\\');
  const std::size_t count = last == std::string_view::npos ? line.size() : line.size() - last - 1;
  return count % 2 == 1;
}

}  // namespace

std::string Printer::text(Cursor node, std::size_t indent) const {
  const std::string_view written = node.text();
  const std::vector<std::string_view> all = split_lines(written);
  if (all.size() == 1) return std::string(written);
  const std::string_view last = all.back();
  const std::string_view old = last.substr(0, last.find_first_not_of(" \t"));
  const bool closing_alone = last.substr(old.size()) == "\"\"\"";
  const bool raw = all.front() == "r\"\"\"";
  bool regular = closing_alone && (raw || all.front() == "\"\"\"");
  const std::string margin(indent + 2, ' ');
  std::string out(all.front());
  bool joined = false;
  for (std::size_t i = 1; i < all.size(); ++i) {
    std::string_view line = all[i];
    out += '\n';
    if (line.starts_with(old)) {
      line.remove_prefix(old.size());
    } else if (joined) {
      line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size()));
    } else if (!is_blank(line)) {
      regular = false;
    }
    const bool empty = !joined && i + 1 < all.size() && is_blank(line);
    if (!empty) out.append(margin).append(line);
    joined = !raw && joins_next(line);
  }
  if (regular) return out;
  std::string same;
  for (const std::string_view line : all) (same += same.empty() ? "" : "\n") += line;
  return same;
}

}  // namespace format
