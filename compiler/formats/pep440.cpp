#include "formats/pep440.h"

#include <algorithm>
#include <span>

#include "formats/characters.h"

namespace formats {
namespace {

// A cursor over a lower-case text.
struct Cursor {
  std::string_view text;
  std::size_t at = 0;

  bool done() const { return at >= text.size(); }
  char peek() const { return done() ? '\0' : text[at]; }
  bool take(std::string_view word) {
    if (!text.substr(at).starts_with(word)) return false;
    at += word.size();
    return true;
  }
  // Digits without leading zeros; empty where there are none.
  std::string number() {
    const std::size_t begin = at;
    while (is_digit(peek())) ++at;
    std::string_view digits = text.substr(begin, at - begin);
    while (digits.size() > 1 && digits.front() == '0') digits.remove_prefix(1);
    return std::string(digits);
  }
  bool separator() {
    if (peek() != '.' && peek() != '-' && peek() != '_') return false;
    ++at;
    return true;
  }
};

struct Spelling {
  std::string_view word, normal;
};
constexpr Spelling kPre[] = {{"alpha", "a"},    {"a", "a"},    {"beta", "b"}, {"b", "b"},
                             {"preview", "rc"}, {"pre", "rc"}, {"c", "rc"},   {"rc", "rc"}};
constexpr Spelling kPost[] = {{"post", "post"}, {"rev", "post"}, {"r", "post"}};
constexpr Spelling kDev[] = {{"dev", "dev"}};

// `[.-_]WORD[.-_][N]`; nothing is moved where there is none.
std::string part(Cursor& cursor, std::span<const Spelling> spellings) {
  const std::size_t begin = cursor.at;
  cursor.separator();
  for (const Spelling& spelling : spellings) {
    if (!cursor.take(spelling.word)) continue;
    const std::size_t before = cursor.at;
    cursor.separator();
    std::string number = cursor.number();
    if (number.empty()) cursor.at = before;
    return std::string(spelling.normal) + (number.empty() ? "0" : number);
  }
  cursor.at = begin;
  return {};
}

bool read_local(Cursor& cursor, std::string& local) {
  if (!cursor.take("+")) return true;
  while (true) {
    const std::size_t begin = cursor.at;
    while (is_alnum(cursor.peek())) ++cursor.at;
    if (cursor.at == begin) return false;
    local += std::string(cursor.text.substr(begin, cursor.at - begin));
    if (!cursor.separator()) return true;
    local += '.';
  }
}

}  // namespace

std::optional<PythonVersion> parse_python_version(std::string_view text) {
  const std::string low = lowered(trimmed(text));
  Cursor cursor{low};
  PythonVersion out;
  cursor.take("v");
  std::string first = cursor.number();
  if (first.empty()) return std::nullopt;
  out.epoch = "0";
  if (cursor.take("!")) {
    out.epoch = first;
    first = cursor.number();
    if (first.empty()) return std::nullopt;
  }
  out.release.push_back(first);
  while (cursor.peek() == '.' && cursor.at + 1 < low.size() && is_digit(low[cursor.at + 1])) {
    ++cursor.at;
    out.release.push_back(cursor.number());
  }
  out.suffix = part(cursor, kPre);
  std::string post;
  if (cursor.peek() == '-' && cursor.at + 1 < low.size() && is_digit(low[cursor.at + 1])) {
    ++cursor.at;
    post = "post" + cursor.number();
  } else {
    post = part(cursor, kPost);
  }
  if (!post.empty()) out.suffix += "." + post;
  if (const std::string dev = part(cursor, kDev); !dev.empty()) out.suffix += "." + dev;
  if (!read_local(cursor, out.local) || !cursor.done()) return std::nullopt;
  return out;
}

bool same_python_version(std::string_view a, std::string_view b) {
  auto first = parse_python_version(a), second = parse_python_version(b);
  if (!first || !second) return a == b;
  const std::size_t size = std::max(first->release.size(), second->release.size());
  first->release.resize(size, "0");
  second->release.resize(size, "0");
  return first->epoch == second->epoch && first->release == second->release &&
         first->suffix == second->suffix && first->local == second->local;
}

}  // namespace formats
