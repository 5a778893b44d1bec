#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/nearest.h"
#include "formats/characters.h"
#include "formats/pip_scan.h"

namespace formats {
namespace {

constexpr std::array<std::string_view, 12> kVariables = {"extra",
                                                         "implementation_name",
                                                         "implementation_version",
                                                         "os_name",
                                                         "platform_machine",
                                                         "platform_python_implementation",
                                                         "platform_release",
                                                         "platform_system",
                                                         "platform_version",
                                                         "python_full_version",
                                                         "python_version",
                                                         "sys_platform"};

constexpr std::array<std::string_view, 8> kComparisons = {"===", "~=", "==", "!=", "<=", ">=", "<", ">"};

// expression: term (and|or term)*; term: ( expression ) | value op value.
class MarkerReader {
 public:
  MarkerReader(PipCursor& cursor, PipRequirement& out) : cursor_(cursor), out_(out) {}

  bool expression(int depth) {
    do {
      if (!term(depth)) return false;
      cursor_.skip_blanks();
    } while (word("and") || word("or"));
    return true;
  }

 private:
  bool refuse(std::size_t begin, std::size_t end, std::string what,
              std::optional<std::string> instead = std::nullopt) {
    out_.faults.push_back({range(begin, end), std::move(what), std::move(instead)});
    return false;
  }

  bool word(std::string_view text) {
    if (!cursor_.line.substr(cursor_.at).starts_with(text) || is_word(cursor_.peek(text.size())))
      return false;
    cursor_.at += text.size();
    return true;
  }

  bool term(int depth) {
    cursor_.skip_blanks();
    if (cursor_.peek() == '(' && depth < 64) {
      const std::size_t open = cursor_.at++;
      if (!expression(depth + 1)) return false;
      cursor_.skip_blanks();
      if (cursor_.peek() != ')') return refuse(open, open + 1, "this `(` is never closed");
      ++cursor_.at;
      return true;
    }
    return value() && comparison() && value();
  }

  bool comparison() {
    cursor_.skip_blanks();
    if (word("in")) return true;
    if (word("not")) {
      cursor_.skip_blanks();
      return word("in") || refuse(cursor_.at, cursor_.at, "`in` follows `not`");
    }
    for (const std::string_view op : kComparisons) {
      if (!cursor_.line.substr(cursor_.at).starts_with(op)) continue;
      cursor_.at += op.size();
      return true;
    }
    if (cursor_.peek() == '=') return refuse(cursor_.at, cursor_.at + 1, "a marker compares with `==`", "==");
    return refuse(cursor_.at, std::min(cursor_.at + 1, cursor_.line.size()),
                  "a comparison such as `==` is missing here");
  }

  bool value() {
    cursor_.skip_blanks();
    const std::size_t begin = cursor_.at;
    const char quote = cursor_.peek();
    if (quote == '"' || quote == '\'') {
      const std::size_t close = cursor_.line.find(quote, begin + 1);
      if (close == std::string_view::npos) return refuse(begin, begin + 1, "this quote is never closed");
      cursor_.at = close + 1;
      return true;
    }
    while (is_word(cursor_.peek()) || cursor_.peek() == '.') ++cursor_.at;
    std::string name(cursor_.line.substr(begin, cursor_.at - begin));
    if (name.empty())
      return refuse(begin, std::min(begin + 1, cursor_.line.size()), "a marker is missing here");
    if (is_digit(name[0]))
      return refuse(begin, cursor_.at, "a value of a marker stands in quotes", "'" + name + "'");
    std::replace(name.begin(), name.end(), '.', '_');
    if (name == "python_implementation") return true;
    if (std::find(kVariables.begin(), kVariables.end(), name) != kVariables.end()) return true;
    const std::string_view near = base::nearest(name, {kVariables.begin(), kVariables.end()});
    if (near.empty()) return refuse(begin, cursor_.at, fmt::format("no marker is named `{}`", name));
    return refuse(begin, cursor_.at, fmt::format("did you mean `{}`?", near), std::string(near));
  }

  PipCursor& cursor_;
  PipRequirement& out_;
};

}  // namespace

void read_marker(PipCursor& cursor, PipRequirement& out) {
  const std::size_t begin = cursor.at;
  if (!MarkerReader(cursor, out).expression(0)) return;
  cursor.skip_blanks();
  const std::string_view text = trimmed(cursor.line.substr(begin, cursor.at - begin));
  out.marker = text;
  const auto at = static_cast<std::size_t>(text.data() - cursor.line.data());
  out.marker_at = range(at, at + text.size());
}

}  // namespace formats
