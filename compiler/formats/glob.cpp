#include "formats/glob.h"

#include <vector>

namespace formats {

namespace {

// One character against the class that starts after `[`; moves `at` behind the `]`.
bool in_class(std::string_view pattern, std::size_t& at, char c) {
  const bool negated = at < pattern.size() && (pattern[at] == '!' || pattern[at] == '^');
  if (negated) ++at;
  bool found = false, first = true;
  while (at < pattern.size() && (first || pattern[at] != ']')) {
    first = false;
    const char low = pattern[at];
    char high = low;
    if (at + 2 < pattern.size() && pattern[at + 1] == '-' && pattern[at + 2] != ']') {
      high = pattern[at + 2];
      at += 2;
    }
    found = found || (low <= c && c <= high);
    ++at;
  }
  ++at;
  return found != negated;
}

// Within one part: backtracks to the last `*` only, so it is linear times the part's length.
bool part_matches(std::string_view pattern, std::string_view name) {
  if (name.starts_with('.') && !pattern.starts_with('.')) return false;
  std::size_t p = 0, n = 0, star = std::string_view::npos, mark = 0;
  while (n < name.size()) {
    std::size_t next = p + 1;
    if (p < pattern.size() && pattern[p] == '*') {
      star = p++;
      mark = n;
    } else if (p < pattern.size() &&
               (pattern[p] == '?' ||
                (pattern[p] == '[' ? in_class(pattern, next, name[n]) : pattern[p] == name[n]))) {
      p = next;
      ++n;
    } else if (star != std::string_view::npos) {
      p = star + 1;
      n = ++mark;
    } else {
      return false;
    }
  }
  while (p < pattern.size() && pattern[p] == '*') ++p;
  return p == pattern.size();
}

std::vector<std::string_view> parts(std::string_view path) {
  std::vector<std::string_view> out;
  for (std::size_t at = path.find('/'); at != std::string_view::npos; at = path.find('/')) {
    out.push_back(path.substr(0, at));
    path.remove_prefix(at + 1);
  }
  out.push_back(path);
  return out;
}

}  // namespace

bool glob_matches(std::string_view pattern, std::string_view path) {
  const auto wanted = parts(pattern), given = parts(path);
  // reached[j]: the patterns so far match the first j parts.
  std::vector<bool> reached(given.size() + 1, false);
  reached[0] = true;
  for (const std::string_view part : wanted) {
    std::vector<bool> next(given.size() + 1, false);
    if (part == "**") {
      bool any = false;
      for (std::size_t j = 0; j <= given.size(); ++j) next[j] = any = any || reached[j];
    } else {
      for (std::size_t j = 0; j < given.size(); ++j) next[j + 1] = reached[j] && part_matches(part, given[j]);
    }
    reached = std::move(next);
  }
  return reached.back();
}

}  // namespace formats
