#include <algorithm>

#include "formats/characters.h"
#include "formats/dockerfile.h"

namespace formats {
namespace {

using Values = std::vector<std::pair<std::string, std::string>>;

std::optional<std::string> value_of(std::string_view name, const Values& values) {
  const auto found =
      std::find_if(values.rbegin(), values.rend(), [&](const auto& v) { return v.first == name; });
  return found == values.rend() ? std::nullopt : std::optional(found->second);
}

// What stands between the braces: NAME, NAME:-default, NAME:+other, and both without the colon.
std::optional<std::string> braced(std::string_view inner, const Values& values) {
  std::size_t end = 0;
  while (end < inner.size() && is_word(inner[end])) ++end;
  const auto value = value_of(inner.substr(0, end), values);
  std::string_view tail = inner.substr(end);
  if (tail.empty()) return value;
  const bool colon = tail.starts_with(':');
  if (colon) tail.remove_prefix(1);
  if (tail.empty()) return std::nullopt;
  const bool set = value && !(colon && value->empty());
  if (tail.front() == '-') return set ? value : substituted(tail.substr(1), values);
  if (tail.front() == '+') return set ? substituted(tail.substr(1), values) : std::string();
  return std::nullopt;
}

}  // namespace

bool looks_like_dockerfile_path(std::string_view text) {
  text = trimmed(text);
  if (text.empty() || std::any_of(text.begin(), text.end(), is_space) || text.starts_with('#')) return false;
  const std::string name = lowered(text.substr(text.find_last_of("/\\") + 1));
  return name.size() < text.size() || name.starts_with("dockerfile") || name.starts_with("containerfile") ||
         name.ends_with("dockerfile") || name.ends_with(".txt");
}

std::optional<std::string> substituted(std::string_view text, const Values& values) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\\' && i + 1 < text.size() && text[i + 1] == '$') {
      out += text[++i];
      continue;
    }
    if (text[i] != '$') {
      out += text[i];
      continue;
    }
    std::optional<std::string> value;
    if (text.substr(i + 1).starts_with('{')) {
      std::size_t end = i + 2, depth = 1;
      while (end < text.size() && depth > 0) {
        if (text[end] == '{') ++depth;
        if (text[end] == '}') --depth;
        ++end;
      }
      if (depth > 0) return std::nullopt;
      value = braced(text.substr(i + 2, end - i - 3), values);
      i = end - 1;
    } else {
      std::size_t end = i + 1;
      while (end < text.size() && is_word(text[end])) ++end;
      value = value_of(text.substr(i + 1, end - i - 1), values);
      i = end - 1;
    }
    if (!value) return std::nullopt;
    out += *value;
  }
  return out;
}

}  // namespace formats
