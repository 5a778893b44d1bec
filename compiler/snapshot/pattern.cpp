#include "snapshot/pattern.h"

#include <algorithm>
#include <optional>

namespace snapshot {
namespace {

constexpr std::string_view kBlanks = " \t\r\n\v\f";

std::string_view trim_end(std::string_view text) {
  const std::size_t last = text.find_last_not_of(kBlanks);
  return last == std::string_view::npos ? std::string_view{} : text.substr(0, last + 1);
}

std::string_view trim(std::string_view text) {
  text = trim_end(text);
  const std::size_t first = text.find_first_not_of(kBlanks);
  return first == std::string_view::npos ? std::string_view{} : text.substr(first);
}

// Git keeps blanks at the start, and one at the end that a backslash stands before.
std::string_view trim_as_git(std::string_view text) {
  while (text.ends_with('\n') || text.ends_with('\r')) text.remove_suffix(1);
  while (text.ends_with(' ') && !(text.size() > 1 && text[text.size() - 2] == '\\')) text.remove_suffix(1);
  return text;
}

// One code point, as the client's patterns count characters; a byte that is no UTF-8 counts as itself.
struct Char {
  char32_t value = 0;
  std::size_t size = 1;
};

Char decode(std::string_view text) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char lead = byte(0);
  const std::size_t size = lead < 0x80 ? 1 : lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  if (size == 1 || size > text.size()) return {lead, 1};
  char32_t value = lead & (0x7Fu >> size);
  for (std::size_t i = 1; i < size; ++i) value = value << 6 | (byte(i) & 0x3Fu);
  return {value, size};
}

// The inside of [ ]: from after the bracket to the closing one; nothing where it is never closed (it is a
// plain [ then).
struct Class {
  bool negated = false;
  std::string_view members;
  std::size_t size = 0;  // with both brackets
};

std::optional<Class> read_class(std::string_view glob, Dialect dialect) {
  std::size_t at = 1;
  Class found;
  const auto is = [&](char c) { return at < glob.size() && glob[at] == c; };
  if (is('!') || (dialect == Dialect::git && is('^'))) found.negated = true, ++at;
  const std::size_t begin = at;
  if (is(']')) ++at;
  while (at < glob.size() && glob[at] != ']') ++at;
  if (at >= glob.size()) return std::nullopt;
  found.members = glob.substr(begin, at - begin);
  found.size = at + 1;
  return found;
}

// Calls `see(first, last)` for each character (both equal) or range of a class; stops when it says so.
template <typename See>
bool any_member(std::string_view members, See see) {
  while (!members.empty()) {
    const Char first = decode(members);
    members.remove_prefix(first.size);
    Char last = first;
    if (members.size() > 1 && members[0] == '-') {
      last = decode(members.substr(1));
      members.remove_prefix(1 + last.size);
    }
    if (see(first.value, last.value)) return true;
  }
  return false;
}

bool in_class(const Class& set, char32_t c) {
  return any_member(set.members, [c](char32_t first, char32_t last) { return first <= c && c <= last; }) !=
         set.negated;
}

// What the first element of a glob takes of a text: nothing where it does not match. `*` is not for it.
struct Taken {
  std::size_t glob = 0, text = 0;
};

std::optional<Taken> take_one(std::string_view glob, std::string_view text, Dialect dialect) {
  if (text.empty()) return std::nullopt;
  const Char c = decode(text);
  if (glob[0] == '?') return Taken{1, c.size};
  if (glob[0] == '[') {
    const std::optional<Class> set = read_class(glob, dialect);
    if (set) return in_class(*set, c.value) ? std::optional<Taken>({set->size, c.size}) : std::nullopt;
  }
  const std::size_t escape = glob[0] == '\\' ? 1 : 0;
  if (glob[escape] != text[0]) return std::nullopt;
  return Taken{escape + 1, 1};
}

// The usual two-pointer match: after a failure it goes back to the last `*` and lets it take one more.
bool glob_matches(std::string_view glob, std::string_view text, Dialect dialect) {
  std::optional<std::pair<std::string_view, std::string_view>> star;
  while (!text.empty() || !glob.empty()) {
    if (!glob.empty() && glob[0] == '*') {
      glob.remove_prefix(1);
      star = {glob, text};
      continue;
    }
    const std::optional<Taken> taken = glob.empty() ? std::nullopt : take_one(glob, text, dialect);
    if (taken) {
      glob.remove_prefix(taken->glob);
      text.remove_prefix(taken->text);
    } else if (star && !star->second.empty()) {
      star->second.remove_prefix(decode(star->second).size);
      glob = star->first;
      text = star->second;
    } else {
      return false;
    }
  }
  return true;
}

bool segment_matches(const Segment& segment, std::string_view text, Dialect dialect) {
  switch (segment.kind) {
    case Segment::Kind::literal: return segment.text == text;
    case Segment::Kind::any: return !text.empty();
    default: return glob_matches(segment.text, text, dialect);
  }
}

bool match_from(const Pattern& pattern, std::size_t at, std::span<const std::string_view> path) {
  if (at == pattern.segments.size()) return path.empty() || pattern.dialect == Dialect::client;
  const Segment& segment = pattern.segments[at];
  if (segment.kind == Segment::Kind::any_number) {
    if (at + 1 == pattern.segments.size()) return at == 0 || !path.empty();
    for (std::size_t skip = 0; skip <= path.size(); ++skip) {
      if (match_from(pattern, at + 1, path.subspan(skip))) return true;
    }
    return false;
  }
  if (path.empty() || !segment_matches(segment, path[0], pattern.dialect)) return false;
  return match_from(pattern, at + 1, path.subspan(1));
}

// What the client's translation to a regular expression refuses.
std::string_view fault_of(std::string_view segment, Dialect dialect) {
  for (std::size_t at = 0; at < segment.size(); ++at) {
    if (segment[at] == '\\' && ++at == segment.size()) return "ends with a backslash";
    if (segment[at] != '[') continue;
    const std::optional<Class> set = read_class(segment.substr(at), dialect);
    if (!set) continue;
    if (any_member(set->members, [](char32_t first, char32_t last) { return first > last; })) {
      return "has a range that runs backwards";
    }
    at += set->size - 1;
  }
  return {};
}

Segment make_segment(std::string_view text) {
  if (text == "**") return {Segment::Kind::any_number, {}};
  if (text == "*") return {Segment::Kind::any, {}};
  const bool plain = text.find_first_of("*?[\\") == std::string_view::npos;
  return {plain ? Segment::Kind::literal : Segment::Kind::glob, std::string(text)};
}

// Splits at `/`; runs of `**` collapse to one.
std::vector<std::string_view> pattern_segments(std::string_view body) {
  std::vector<std::string_view> parts = split_path(body);
  const auto both = [](std::string_view a, std::string_view b) { return a == "**" && b == "**"; };
  parts.erase(std::unique(parts.begin(), parts.end(), both), parts.end());
  return parts;
}

// What stands at the ends decides: a leading / anchors, one segment alone matches at any depth, a trailing /
// means what lies below.
void anchor(std::vector<std::string_view>& parts, Dialect dialect) {
  const bool below = parts.size() == 2 && parts[1].empty();
  if (below && parts[0] == "**") {
    parts = dialect == Dialect::client ? std::vector<std::string_view>{"*", "**"}
                                       : std::vector<std::string_view>{"**", "*"};
    return;
  }
  if (parts[0].empty()) {
    parts.erase(parts.begin());
  } else if ((parts.size() == 1 || below) && parts[0] != "**") {
    parts.insert(parts.begin(), "**");
  }
  if (parts.size() < 2 || !parts.back().empty()) return;
  if (dialect == Dialect::client) {
    parts.back() = "**";
  } else {
    parts.pop_back();
  }
}

}  // namespace

std::variant<Nothing, Pattern, Rejected> compile_pattern(std::string_view line, Dialect dialect) {
  const std::string_view text = dialect == Dialect::client ? trim(line) : trim_as_git(line);
  if (text.empty() || text[0] == '#' || text == "/") return Nothing{};
  Pattern pattern{.text = std::string(text), .dialect = dialect};
  std::string_view body = text;
  pattern.negated = body[0] == '!';
  if (pattern.negated) body.remove_prefix(1);
  if (body.empty()) return Rejected{pattern.text, 0, "names nothing"};
  pattern.folder_only = dialect == Dialect::git && body.ends_with('/');
  std::vector<std::string_view> parts = pattern_segments(body);
  anchor(parts, dialect);
  if (parts.empty()) return Rejected{pattern.text, 0, "names nothing"};
  for (const std::string_view part : parts) {
    const std::string_view fault = fault_of(part, dialect);
    if (!fault.empty()) return Rejected{pattern.text, 0, std::string(fault)};
    pattern.segments.push_back(make_segment(part));
  }
  return pattern;
}

bool matches(const Pattern& pattern, std::span<const std::string_view> path) {
  return match_from(pattern, 0, path);
}

std::vector<std::string_view> split_path(std::string_view path) {
  std::vector<std::string_view> parts;
  while (true) {
    const std::size_t slash = path.find('/');
    parts.push_back(path.substr(0, slash));
    if (slash == std::string_view::npos) return parts;
    path.remove_prefix(slash + 1);
  }
}

}  // namespace snapshot
