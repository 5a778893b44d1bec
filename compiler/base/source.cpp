#include "base/source.h"

#include <algorithm>
#include <utility>

namespace base {

Source::Source(std::string path, std::string text) : path_(std::move(path)), text_(std::move(text)) {
  lines_.push_back(0);
  for (std::size_t at = text_.find('\n'); at != std::string::npos; at = text_.find('\n', at + 1)) {
    lines_.push_back(static_cast<std::uint32_t>(at + 1));
  }
}

Position Source::position(std::uint32_t offset) const {
  offset = std::min(offset, static_cast<std::uint32_t>(text_.size()));
  const auto after = std::upper_bound(lines_.begin(), lines_.end(), offset);
  const auto line = static_cast<std::uint32_t>(after - lines_.begin());
  return {line, offset - lines_[line - 1] + 1};
}

std::string_view Source::line(std::uint32_t number) const {
  if (number == 0 || number > lines_.size()) return {};
  const std::uint32_t begin = lines_[number - 1];
  const std::size_t end = number < lines_.size() ? lines_[number] - 1 : text_.size();
  std::string_view line = std::string_view(text_).substr(begin, end - begin);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

FileId SourceMap::add(std::string path, std::string text) {
  sources_.emplace_back(std::move(path), std::move(text));
  return static_cast<FileId>(sources_.size());
}

FileId SourceMap::find(std::string_view path) const {
  for (std::size_t i = 0; i < sources_.size(); ++i) {
    if (sources_[i].path() == path) return static_cast<FileId>(i + 1);
  }
  return 0;
}

Span SourceMap::whole_lines(Span at) const {
  const std::string_view text = sources_[at.file - 1].text();
  std::uint32_t begin = at.begin, end = at.end;
  while (begin > 0 && (text[begin - 1] == ' ' || text[begin - 1] == '\t')) --begin;
  while (end < text.size() && (text[end] == ' ' || text[end] == '\t' || text[end] == '\r')) ++end;
  const bool starts = begin == 0 || text[begin - 1] == '\n';
  if (!starts || (end < text.size() && text[end] != '\n')) return at;
  return {at.file, begin, end < text.size() ? end + 1 : end};
}

std::string_view SourceMap::text(Span at) const {
  if (!at.known()) return {};
  return sources_[at.file - 1].text().substr(at.begin, at.size());
}

}  // namespace base
