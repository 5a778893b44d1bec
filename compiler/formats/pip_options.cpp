#include <fmt/format.h>

#include <algorithm>

#include "base/nearest.h"
#include "formats/characters.h"
#include "formats/pip_scan.h"

namespace formats {
namespace {

struct Option {
  std::string_view name;
  std::string_view letter;  // `-r`; empty: none
  bool has_value;
};

// What pip 24 takes in a requirements file (its documentation, "Requirements File Format", read 2026-08).
constexpr Option kOptions[] = {
    {"--constraint", "-c", true},   {"--editable", "-e", true},   {"--extra-index-url", "", true},
    {"--find-links", "-f", true},   {"--index-url", "-i", true},  {"--no-binary", "", true},
    {"--no-index", "", false},      {"--only-binary", "", true},  {"--pre", "", false},
    {"--prefer-binary", "", false}, {"--pypi-url", "", true},     {"--require-hashes", "", false},
    {"--requirement", "-r", true},  {"--trusted-host", "", true}, {"--use-feature", "", true},
};

const Option* find_option(std::string_view word) {
  const auto* found = std::find_if(std::begin(kOptions), std::end(kOptions), [&](const Option& option) {
    return word == option.name || (!option.letter.empty() && word == option.letter);
  });
  return found == std::end(kOptions) ? nullptr : found;
}

void unknown_option(std::string_view word, Range at, PipRequirement& out) {
  std::vector<std::string_view> names;
  for (const Option& option : kOptions) names.push_back(option.name);
  const std::string_view near = base::nearest(word, names);
  if (near.empty()) {
    out.faults.push_back({at, fmt::format("a requirements file has no option `{}`", word)});
  } else {
    out.faults.push_back({at, fmt::format("did you mean `{}`?", near), std::string(near)});
  }
}

}  // namespace

void read_option(PipCursor& cursor, PipRequirement& out) {
  out.kind = PipRequirement::Kind::option;
  const std::size_t begin = cursor.at;
  while (!cursor.done() && !is_space(cursor.peek()) && cursor.peek() != '=') ++cursor.at;
  std::string_view word = cursor.line.substr(begin, cursor.at - begin);
  const Option* option = find_option(word);
  // `-rfile.txt`: the value may stand right behind the letter.
  if (option == nullptr && word.size() > 2 && word[1] != '-' && find_option(word.substr(0, 2)) != nullptr) {
    option = find_option(word.substr(0, 2));
    cursor.at = begin + 2;
    word = word.substr(0, 2);
  }
  out.option_at = range(begin, begin + word.size());
  out.option = option == nullptr ? word : option->name;
  if (option == nullptr) return unknown_option(word, out.option_at, out);
  if (cursor.peek() == '=') ++cursor.at;
  cursor.skip_blanks();
  const std::string_view value = trimmed(cursor.line.substr(cursor.at));
  out.value = value;
  out.value_at = range(cursor.at, cursor.at + value.size());
  cursor.at = cursor.line.size();
  if (option->has_value && value.empty()) {
    out.faults.push_back({out.option_at, fmt::format("`{}` takes a value", option->name)});
  } else if (!option->has_value && !value.empty()) {
    out.faults.push_back({out.value_at, fmt::format("`{}` takes no value", option->name)});
  }
}

}  // namespace formats
