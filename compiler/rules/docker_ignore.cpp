#include "rules/docker_ignore.h"

#include <string>

namespace rules {

std::optional<std::uint32_t> DockerIgnore::ignores(std::string_view path) const {
  std::optional<std::uint32_t> out;
  const std::vector<std::string_view> parts = snapshot::split_path(path);
  for (const snapshot::Pattern& pattern : patterns) {
    if (snapshot::matches(pattern, parts)) out = pattern.negated ? std::nullopt : std::optional(pattern.line);
  }
  return out;
}

DockerIgnore read_dockerignore(std::string_view text) {
  DockerIgnore out;
  std::uint32_t number = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    std::string_view line = text.substr(at, end - at);
    at = end + 1;
    ++number;
    const std::size_t first = line.find_first_not_of(" \t\r");
    if (first == std::string_view::npos || line[0] == '#') continue;
    line = line.substr(first, line.find_last_not_of(" \t\r") + 1 - first);
    const bool negated = line.starts_with('!');
    if (negated) line.remove_prefix(1);
    while (line.starts_with("./")) line.remove_prefix(2);
    while (line.starts_with('/')) line.remove_prefix(1);
    while (line.ends_with('/')) line.remove_suffix(1);
    if (line.empty() || line == ".") continue;
    const std::string anchored = (negated ? "!/" : "/") + std::string(line);
    const auto compiled = snapshot::compile_pattern(anchored, snapshot::Dialect::client);
    if (const auto* pattern = std::get_if<snapshot::Pattern>(&compiled)) {
      out.patterns.push_back(*pattern);
      out.patterns.back().line = number;
    }
  }
  return out;
}

}  // namespace rules
