#include "facts/names.h"

#include <fmt/format.h>

#include <algorithm>

namespace facts {
namespace {

// What may stand where: classes by letter. A letter, 9 digit, a lower-case letter, and the characters
// themselves.
struct Pattern {
  std::string_view first;
  std::string_view others;
  std::size_t least;
  std::size_t most;
  std::string_view words;
};

constexpr std::size_t kUnbounded = 100'000;

constexpr Pattern kPatterns[] = {
    {"A", "A9-", 3, 24, "3 to 24 letters, digits and `-`; a letter first; not `-` and digits at the end"},
    {"A9", "A9_-", 3, 33, "3 to 33 letters, digits, `_` and `-`; a letter or digit first"},
    {"A9", "A9_-", 3, 33, "3 to 33 letters, digits, `_` and `-`; a letter or digit first"},
    {"A9", "A9_-", 3, 33, "3 to 33 letters, digits, `_` and `-`; a letter or digit first"},
    {"A9", "A9_-", 1, 255, "1 to 255 letters, digits, `_` and `-`; a letter or digit first"},
    {"A", "A9-", 3, 32, "3 to 32 letters, digits and `-`; a letter first, no `-` at the end"},
    {"a_", "a9_", 1, kUnbounded, "lower-case letters, digits and `_`; no digit first"},
    {"a", "a9_", 1, kUnbounded, "lower-case letters, digits and `_`; a letter first"},
    {"A_", "A9_", 1, kUnbounded, "letters, digits and `_`; no digit first"},
    {"A_", "A9_.", 1, kUnbounded, "letters, digits and `_`, in groups joined with dots; no digit first"},
    {"h", "h-", 36, 36, "36 characters: hex digits in groups of 8, 4, 4, 4 and 12"},
    {"*", "*", 1, 90, "1 to 90 characters"},
};

const Pattern& pattern(NameOf of) { return kPatterns[static_cast<std::size_t>(of)]; }

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_letter(char c) { return is_lower(c) || (c >= 'A' && c <= 'Z'); }

bool in_class(char c, std::string_view set) {
  for (const char k : set) {
    const bool hex = is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    if (k == '*' || (k == 'A' && is_letter(c)) || (k == 'a' && is_lower(c)) || (k == '9' && is_digit(c)) ||
        (k == 'h' && hex) || ((k == '_' || k == '-' || k == '.') && c == k)) {
      return true;
    }
  }
  return false;
}

NameFault fault(std::size_t begin, std::size_t end, std::string what) {
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end), std::move(what)};
}

// How a message shows a character: a UTF-8 letter whole, a blank by its name.
std::string shown(std::string_view name, std::size_t at, std::size_t& end) {
  end = at + 1;
  while (end < name.size() && (static_cast<unsigned char>(name[end]) & 0xC0) == 0x80) ++end;
  if (name[at] == ' ') return "blank";
  if (name[at] == '`' || static_cast<unsigned char>(name[at]) < 0x20) return "such character";
  return fmt::format("`{}`", name.substr(at, end - at));
}

std::optional<NameFault> wrong_character(const Pattern& rule, std::string_view name) {
  for (std::size_t i = 0; i < name.size(); ++i) {
    const std::string_view set = i == 0 ? rule.first : rule.others;
    if (in_class(name[i], set)) continue;
    std::size_t end = 0;
    const std::string character = shown(name, i, end);
    if (i == 0 && in_class(name[0], rule.others)) {
      return fault(0, 1, fmt::format("the name does not start with {}", character));
    }
    return fault(i, end, fmt::format("{} is not allowed in it", character));
  }
  return std::nullopt;
}

// Rules that no character class expresses: the end of the name, and the shape of a UUID.
std::optional<NameFault> wrong_shape(NameOf of, std::string_view name) {
  if (of == NameOf::endpoint && name.back() == '-') {
    return fault(name.size() - 1, name.size(), "the name does not end with `-`");
  }
  if (of == NameOf::compute) {
    std::size_t end = name.size();
    while (end > 0 && is_digit(name[end - 1])) --end;
    if (end < name.size() && end > 0 && name[end - 1] == '-') {
      return fault(end - 1, name.size(), "the name of a compute does not end with `-` and digits");
    }
  }
  if (of == NameOf::pipeline_input) {
    for (std::size_t i = 1; i < name.size(); ++i) {
      if (name[i - 1] != '.' && !(i + 1 == name.size() && name[i] == '.')) continue;
      if (name[i] == '.' || is_digit(name[i])) return fault(i, i + 1, "a group starts with a letter or `_`");
    }
  }
  if (of == NameOf::uuid) {
    for (std::size_t i = 0; i < name.size(); ++i) {
      const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
      if (dash != (name[i] == '-')) return fault(i, i + 1, "the groups have 8, 4, 4, 4 and 12 hex digits");
    }
  }
  return std::nullopt;
}

std::string lowered(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return out;
}

}  // namespace

std::optional<NameFault> check_name(NameOf of, std::string_view name) {
  const Pattern& rule = pattern(of);
  if (name.empty()) return fault(0, 0, "the name is empty");
  if (auto wrong = wrong_character(rule, name)) return wrong;
  if (name.size() < rule.least || name.size() > rule.most) {
    const bool few = name.size() < rule.least;
    return fault(
        0, name.size(),
        fmt::format("the name has {} character{}, and {} {}", name.size(), name.size() == 1 ? "" : "s",
                    few ? "needs" : "may have", few ? rule.least : rule.most));
  }
  return wrong_shape(of, name);
}

std::string_view rule_of(NameOf of) { return pattern(of).words; }

std::string mended_name(NameOf of, std::string_view name) {
  const Pattern& rule = pattern(of);
  if (of == NameOf::uuid || of == NameOf::resource_group) return {};
  const char joint = in_class('-', rule.others) ? '-' : '_';
  const bool lower_only = !in_class('Z', rule.others);
  std::string out;
  for (const char c : name) {
    const std::string piece = lower_only ? lowered({&c, 1}) : std::string(1, c);
    if (in_class(piece[0], rule.others)) {
      out += piece;
    } else if (static_cast<unsigned char>(c) >= 0x80) {
      return {};
    } else if (out.empty() || out.back() != joint) {
      out += joint;
    }
  }
  if (of == NameOf::compute) {
    const auto dash = out.find_last_not_of("0123456789");
    if (dash != std::string::npos && dash + 1 < out.size() && out[dash] == '-') {
      out.erase(dash, 1);
    }
  }
  while (of == NameOf::endpoint && out.ends_with('-')) out.pop_back();
  return out != name && !check_name(of, out) ? out : std::string();
}

ReservedPrefix reserved_environment_prefix(std::string_view name) {
  for (const std::string_view prefix : {"Microsoft", "AzureML"}) {
    if (!lowered(name).starts_with(lowered(prefix))) continue;
    return {prefix, name.starts_with(prefix)};
  }
  return {};
}

bool is_reserved_output(std::string_view name) { return lowered(name) == "default"; }

std::optional<NameFault> check_shm_size(std::string_view text) {
  std::size_t digits = 0;
  while (digits < text.size() && is_digit(text[digits])) ++digits;
  if (digits == 0)
    return fault(0, text.size(), "a size is digits and one of `b`, `k`, `m`, `g`, such as `2g`");
  if (text.substr(0, digits).find_first_not_of('0') == std::string_view::npos) {
    return fault(0, digits, "the size is more than 0");
  }
  const std::string_view unit = text.substr(digits);
  if (unit.size() == 1 && std::string_view("bkmg").find(lowered(unit)) != std::string_view::npos)
    return std::nullopt;
  return fault(digits, text.size(), "the unit is one letter: `b`, `k`, `m` or `g`");
}

bool is_not_blank(std::string_view text) {
  return std::any_of(text.begin(), text.end(),
                     [](char c) { return is_letter(c) || is_digit(c) || c == '_'; });
}

}  // namespace facts
