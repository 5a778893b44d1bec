#include "harness/markdown.h"

namespace harness {
namespace {

constexpr std::string_view kFence = "```";

std::string trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\n");
  if (begin == std::string_view::npos) return {};
  return std::string(text.substr(begin, text.find_last_not_of(" \t\n") - begin + 1));
}

std::string comment_of(std::string_view line) {
  if (!line.starts_with("<!--") || !line.ends_with("-->")) return {};
  return trimmed(line.substr(4, line.size() - 7));
}

Fence opened(std::string_view line, std::string comment) {
  const std::string_view rest = line.substr(line.find_first_not_of('`'));
  const std::size_t blank = std::min(rest.find(' '), rest.size());
  Fence fence;
  fence.language = rest.substr(0, blank);
  fence.info = trimmed(rest.substr(blank));
  fence.comment = std::move(comment);
  return fence;
}

}  // namespace

std::string Fence::attribute(std::string_view name) const {
  const std::string wanted = std::string(name) + "=";
  const std::size_t at = info.find(wanted);
  if (at == std::string::npos || (at > 0 && info[at - 1] != ' ')) return {};
  std::string_view value = std::string_view(info).substr(at + wanted.size());
  if (value.starts_with('"')) return std::string(value.substr(1, value.find('"', 1) - 1));
  return std::string(value.substr(0, value.find(' ')));
}

std::vector<Fence> fences(std::string_view document) {
  std::vector<Fence> result;
  std::string comment;
  bool open = false;
  std::size_t number = 0;
  for (std::size_t at = 0; at < document.size();) {
    const std::size_t end = std::min(document.find('\n', at), document.size());
    const std::string_view line = document.substr(at, end - at);
    const std::size_t next = std::min(end + 1, document.size());
    ++number;
    if (!open && line.starts_with(kFence) && line.find_first_not_of('`') != std::string_view::npos) {
      open = true;
      result.push_back(opened(line, std::move(comment)));
      result.back().line = number;
      result.back().begin = next;
      comment.clear();
    } else if (open && line == kFence) {
      open = false;
      result.back().end = at;
      result.back().text = document.substr(result.back().begin, at - result.back().begin);
    } else if (!open && !line.empty()) {
      comment = comment_of(line);
    }
    at = next;
  }
  return result;
}

}  // namespace harness
