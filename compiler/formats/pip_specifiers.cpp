#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "formats/characters.h"
#include "formats/pep440.h"
#include "formats/pip_scan.h"

namespace formats {
namespace {

constexpr std::array<std::string_view, 8> kOperators = {"===", "~=", "==", "!=", "<=", ">=", "<", ">"};

struct Misspelt {
  std::string_view written, meant;
};
// Other languages' operators; the longer ones first.
constexpr std::array<Misspelt, 7> kMisspelt = {
    {{"=>", ">="}, {"=<", "<="}, {"^", "~="}, {"~>", "~="}, {"≥", ">="}, {"≤", "<="}, {"=", "=="}}};

void fault(PipRequirement& out, std::size_t begin, std::size_t end, std::string what,
           std::optional<std::string> instead = std::nullopt) {
  out.faults.push_back({range(begin, end), std::move(what), std::move(instead)});
}

bool is_version_character(char c) {
  return is_word(c) || std::string_view(".*+!-").find(c) != std::string_view::npos;
}

// Whether the text at the cursor reads like an operator of any language.
bool at_operator(const PipCursor& cursor) {
  return std::string_view("=<>!~^").find(cursor.peek()) != std::string_view::npos && !cursor.done();
}

std::string_view read_operator(PipCursor& cursor, PipRequirement& out) {
  const std::string_view rest = cursor.line.substr(cursor.at);
  for (const Misspelt& wrong : kMisspelt) {
    if (!rest.starts_with(wrong.written) || rest.starts_with("==")) continue;
    fault(out, cursor.at, cursor.at + wrong.written.size(),
          wrong.written == "=" ? std::string("pip compares with `==`")
                               : fmt::format("pip has no `{}`; it writes `{}`", wrong.written, wrong.meant),
          std::string(wrong.meant));
    cursor.at += wrong.written.size();
    return wrong.meant;
  }
  for (const std::string_view op : kOperators) {
    if (!rest.starts_with(op)) continue;
    cursor.at += op.size();
    return op;
  }
  fault(out, cursor.at, cursor.at + 1, fmt::format("`{}` is no comparison", cursor.peek()));
  return {};
}

void check_version(const PipSpecifier& specifier, PipRequirement& out) {
  const std::string& op = specifier.op;
  const Range at = specifier.version_at;
  std::string_view version = specifier.version;
  if (op == "===") return;
  if (version.ends_with(".*")) {
    if (op != "==" && op != "!=") {
      fault(out, at.begin, at.end, fmt::format("`.*` goes with `==` and `!=`, not with `{}`", op));
      return;
    }
    version.remove_suffix(2);
    const auto parsed = parse_python_version(version);
    if (parsed && parsed->local.empty() && parsed->suffix.find("dev") == std::string::npos) return;
    fault(out, at.begin, at.end, fmt::format("`{}.*` is no version", version));
    return;
  }
  const auto parsed = parse_python_version(version);
  if (!parsed) {
    fault(out, at.begin, at.end, fmt::format("`{}` is no version", version));
  } else if (op == "~=" && parsed->release.size() < 2) {
    fault(out, at.begin, at.end, "`~=` takes at least two numbers, such as `~=1.0`");
  } else if (!parsed->local.empty() && op != "==" && op != "!=") {
    fault(out, at.begin, at.end,
          fmt::format("a local version such as `+cu121` goes with `==`, not with `{}`", op));
  }
}

// One comparison; false where nothing can be read any more.
bool read_specifier(PipCursor& cursor, PipRequirement& out) {
  const std::size_t begin = cursor.at;
  const std::string_view op = read_operator(cursor, out);
  if (op.empty()) return false;
  cursor.skip_blanks();
  const std::size_t version = cursor.at;
  const auto arbitrary = [](char c) { return !is_space(c) && c != ';' && c != ',' && c != ')'; };
  while (!cursor.done() && (op == "===" ? arbitrary(cursor.peek()) : is_version_character(cursor.peek())))
    ++cursor.at;
  if (cursor.at == version) {
    fault(out, begin, cursor.at, fmt::format("the version is missing after `{}`", op));
    return false;
  }
  out.specifiers.push_back({std::string(op), std::string(cursor.line.substr(version, cursor.at - version)),
                            range(begin, cursor.at), range(version, cursor.at)});
  if (out.faults.empty()) check_version(out.specifiers.back(), out);
  return out.faults.empty();
}

}  // namespace

void PipCursor::skip_blanks() {
  while (at < line.size() && is_space(line[at])) ++at;
}

void read_specifiers(PipCursor& cursor, PipRequirement& out) {
  const std::size_t open = cursor.at;
  const bool parentheses = cursor.peek() == '(';
  if (parentheses) ++cursor.at;
  cursor.skip_blanks();
  const std::size_t begin = cursor.at;
  std::size_t end = begin;
  while (at_operator(cursor) || cursor.line.substr(cursor.at).starts_with("\xE2\x89")) {
    if (!read_specifier(cursor, out)) return;
    end = cursor.at;
    cursor.skip_blanks();
    // A build string of conda, `==1.2=py311_0`, is not a comparison; it is refused as what it is.
    if (cursor.peek() == '=' && cursor.peek(1) != '=' && cursor.peek(1) != '>' && cursor.peek(1) != '<')
      break;
    if (at_operator(cursor)) {
      fault(out, end, cursor.at, "a comma is missing between two comparisons", ",");
      return;
    }
    if (cursor.peek() != ',') break;
    ++cursor.at;
    cursor.skip_blanks();
  }
  out.specifiers_at = range(begin, end);
  if (!parentheses) return;
  if (cursor.peek() == ')') {
    ++cursor.at;
  } else {
    fault(out, open, open + 1, "this `(` is never closed");
  }
}

}  // namespace formats
