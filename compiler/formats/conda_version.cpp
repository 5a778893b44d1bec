#include "formats/conda_version.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "formats/characters.h"

namespace formats {
namespace {

constexpr std::array<std::string_view, 8> kOperators = {"==", "!=", "<=", ">=", "~=", "=", "<", ">"};

struct Misspelt {
  std::string_view written, meant;
};
constexpr std::array<Misspelt, 5> kMisspelt = {
    {{"===", "=="}, {"=>", ">="}, {"=<", "<="}, {"~>", "~="}, {"<>", "!="}}};

constexpr bool is_operator_character(char c) {
  return std::string_view("=<>!~").find(c) != std::string_view::npos;
}

// A version, with `*` as a part where `glob` allows it.
std::optional<Fault> check_plain(std::string_view version, std::size_t at) {
  for (std::size_t i = 0; i < version.size(); ++i) {
    const char c = version[i];
    if (is_alnum(c) || c == '.' || c == '_' || c == '+' || c == '!' || c == '*' || c == '-') continue;
    if (is_operator_character(c)) {
      return Fault{range(at + i, at + i), "a comma is missing between two bounds", ","};
    }
    return Fault{range(at + i, at + i + 1), "a version has letters, digits, `.`, `_`, `-`, `+` and `!`"};
  }
  if (const std::size_t empty = version.find(".."); empty != std::string_view::npos) {
    return Fault{range(at + empty, at + empty + 2), "a part of the version is empty here"};
  }
  if (std::count(version.begin(), version.end(), '!') > 1 ||
      std::count(version.begin(), version.end(), '+') > 1) {
    return Fault{range(at, at + version.size()),
                 "a version has one epoch (`1!`) and one local part (`+x`) at most"};
  }
  if (version.starts_with('.') || version.ends_with('.')) {
    const std::size_t dot = version.starts_with('.') ? at : at + version.size() - 1;
    return Fault{range(dot, dot + 1), "a part of the version is empty here"};
  }
  return std::nullopt;
}

// One bound: an operator and a version, or a version with `*`.
std::optional<Fault> check_bound(std::string_view bound, std::size_t at) {
  const std::size_t lead = std::min(bound.find_first_not_of(" \t"), bound.size());
  bound = bound.substr(lead);
  at += lead;
  bound = bound.substr(0, bound.find_last_not_of(" \t") + 1);
  if (bound.empty()) return Fault{range(at == 0 ? 0 : at - 1, at), "a bound is missing here"};
  if (bound.front() == '^' && bound.back() == '$') return std::nullopt;
  for (const Misspelt& wrong : kMisspelt) {
    if (!bound.starts_with(wrong.written)) continue;
    return Fault{range(at, at + wrong.written.size()),
                 fmt::format("conda has no `{}`; it writes `{}`", wrong.written, wrong.meant),
                 std::string(wrong.meant)};
  }
  const auto op =
      std::find_if(kOperators.begin(), kOperators.end(), [&](auto o) { return bound.starts_with(o); });
  if (op == kOperators.end() && is_operator_character(bound.front())) {
    return Fault{range(at, at + 1), fmt::format("`{}` is no comparison", bound.front())};
  }
  const std::size_t size = op == kOperators.end() ? 0 : op->size();
  const std::size_t begin = std::min(bound.find_first_not_of(" \t", size), bound.size());
  const std::string_view version = bound.substr(begin);
  if (version.empty())
    return Fault{range(at, at + size), fmt::format("the version is missing after `{}`", *op)};
  if (is_operator_character(version.front()))
    return Fault{range(at, at + begin + 1), "two comparisons stand here"};
  if (size > 0 && *op == "~=" && version.ends_with('*')) {
    return Fault{range(at + bound.size() - 1, at + bound.size()), "`*` does not go with `~=`"};
  }
  if (const std::size_t blank = version.find_first_of(" \t"); blank != std::string_view::npos) {
    const std::size_t next = version.find_first_not_of(" \t", blank);
    if (!is_operator_character(version[next]) && !is_digit(version[next]))
      return check_plain(version, at + begin);
    return Fault{range(at + begin + blank, at + begin + next), "a comma is missing between two bounds", ","};
  }
  return check_plain(version, at + begin);
}

}  // namespace

std::optional<Fault> check_conda_version(std::string_view spec, std::size_t at) {
  std::size_t depth = 0, begin = 0;
  for (std::size_t i = 0; i <= spec.size(); ++i) {
    const char c = i < spec.size() ? spec[i] : ',';
    if (c == '(') {
      ++depth;
      begin = i + 1;
    } else if (c == ')') {
      if (depth == 0) return Fault{range(at + i, at + i + 1), "this `)` closes nothing"};
      --depth;
      if (auto wrong = check_bound(spec.substr(begin, i - begin), at + begin)) return wrong;
      // What follows a group is `,`, `|`, another `)` or the end; the empty text between is no bound.
      const std::size_t next = std::min(spec.find_first_not_of(" \t", i + 1), spec.size());
      if (next == spec.size()) break;
      begin = next + (spec[next] == ')' ? 0 : 1);
      i = spec[next] == ')' ? next - 1 : next;
    } else if (c == ',' || c == '|') {
      if (auto wrong = check_bound(spec.substr(begin, i - begin), at + begin)) return wrong;
      begin = i + 1;
    }
  }
  if (depth > 0)
    return Fault{range(at + spec.find('('), at + spec.find('(') + 1), "this `(` is never closed"};
  return std::nullopt;
}

}  // namespace formats
