#include "formats/docker_lines.h"

#include <algorithm>

#include "formats/characters.h"

namespace formats {
namespace {

bool is_comment(std::string_view line) { return trimmed(line).starts_with('#'); }

// Cuts the continuation off a line; false where it has none. `\\` at the end is an escaped escape, no
// continuation.
bool cut_continuation(std::string_view& line, char escape) {
  std::size_t end = line.size();
  while (end > 0 && is_blank(line[end - 1])) --end;
  if (end == 0 || line[end - 1] != escape) return false;
  if (end > 1 && line[end - 2] == escape) return false;
  line = line.substr(0, end - 1);
  return true;
}

}  // namespace

std::size_t DockerText::offset(std::size_t at) const {
  const auto after = std::upper_bound(seams_.begin(), seams_.end(), at,
                                      [](std::size_t value, const Seam& seam) { return value < seam.at; });
  if (after == seams_.begin()) return 0;
  const Seam& seam = *(after - 1);
  return seam.from + (at - seam.at);
}

Range DockerText::source(std::size_t begin, std::size_t end) const {
  if (begin >= end) return range(offset(begin), offset(begin));
  return range(offset(begin), offset(end - 1) + 1);
}

void DockerText::append(std::string_view piece, std::size_t from) {
  if (piece.empty() && !seams_.empty()) return;
  seams_.push_back({text_.size(), from});
  text_ += piece;
}

DockerText DockerText::part(std::size_t begin, std::size_t end) const {
  DockerText out;
  out.text_ = text_.substr(begin, end - begin);
  out.seams_.push_back({0, offset(begin)});
  for (const Seam& seam : seams_) {
    if (seam.at > begin && seam.at < end) out.seams_.push_back({seam.at - begin, seam.from});
  }
  return out;
}

std::string_view physical_line(std::string_view text, std::size_t begin, std::size_t& next) {
  const std::size_t newline = text.find('\n', begin);
  next = newline == std::string_view::npos ? text.size() : newline + 1;
  std::string_view line = text.substr(begin, std::min(newline, text.size()) - begin);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

std::vector<DockerDirective> docker_directives(std::string_view text, std::size_t& next) {
  std::vector<DockerDirective> out;
  next = text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
  while (next < text.size()) {
    std::size_t after = 0;
    const std::string_view line = trimmed(physical_line(text, next, after));
    const std::size_t equals = line.find('=');
    if (!line.starts_with('#') || equals == std::string_view::npos) break;
    const std::string_view name = trimmed(line.substr(1, equals - 1)),
                           value = trimmed(line.substr(equals + 1));
    if (name.empty() || !is_alpha(name.front()) || !all_of(name, is_alnum) || value.empty()) break;
    const auto place = [&](std::string_view part) {
      const auto begin = static_cast<std::size_t>(part.data() - text.data());
      return range(begin, begin + part.size());
    };
    out.push_back({lowered(name), std::string(value), place(line), place(value)});
    next = after;
  }
  return out;
}

DockerLine next_docker_line(std::string_view text, std::size_t begin, char escape) {
  DockerLine out;
  bool started = false, continues = true;
  std::size_t at = begin, last_end = begin;
  while (at < text.size() && (continues || !started)) {
    std::size_t after = 0;
    std::string_view line = physical_line(text, at, after);
    const std::size_t here = at;
    at = after;
    if (is_comment(line)) continue;
    if (trimmed(line).empty()) {
      if (started) out.empty_lines.push_back(range(here, here + line.size()));
      continue;
    }
    std::size_t lead = 0;
    while (!started && is_space(line[lead])) ++lead;
    if (!started) out.at.begin = static_cast<std::uint32_t>(here + lead);
    last_end = here + line.size();
    continues = cut_continuation(line, escape);
    out.text.append(line.substr(std::min(lead, line.size())), here + lead);
    started = true;
  }
  out.continues_to_end = started && continues;
  out.at.end = static_cast<std::uint32_t>(std::max<std::size_t>(last_end, out.at.begin));
  out.next = at;
  return out;
}

}  // namespace formats
