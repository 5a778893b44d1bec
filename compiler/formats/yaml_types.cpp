#include <algorithm>
#include <array>

#include "formats/characters.h"
#include "formats/yaml.h"

namespace formats {
namespace {

// A cursor with the few pieces that the patterns of YAML 1.1 are made of.
struct Cursor {
  std::string_view text;
  std::size_t at = 0;

  bool done() const { return at == text.size(); }
  char peek() const { return done() ? '\0' : text[at]; }
  bool take(char c) {
    if (peek() != c || done()) return false;
    ++at;
    return true;
  }
  bool sign() { return take('-') || take('+'); }
  template <typename Predicate>
  std::size_t run(Predicate holds, std::size_t most = std::string_view::npos) {
    const std::size_t begin = at;
    while (!done() && at - begin < most && holds(text[at])) ++at;
    return at - begin;
  }
};

constexpr auto digit_or_bar = [](char c) { return is_digit(c) || c == '_'; };

// `(:[0-5]?[0-9])+`
bool sexagesimal(Cursor& cursor) {
  std::size_t parts = 0;
  for (; cursor.peek() == ':'; ++parts) {
    ++cursor.at;
    const char first = cursor.peek();
    const std::size_t digits = cursor.run(is_digit, 2);
    if (digits == 0 || (digits == 2 && first > '5')) return false;
  }
  return parts > 0;
}

bool is_integer(std::string_view text) {
  Cursor cursor{text};
  cursor.sign();
  if (cursor.take('0')) {
    if (cursor.done()) return true;
    if (cursor.take('b'))
      return cursor.run([](char c) { return c == '0' || c == '1' || c == '_'; }) > 0 && cursor.done();
    if (cursor.take('x'))
      return cursor.run([](char c) { return is_hex(c) || c == '_'; }) > 0 && cursor.done();
    return cursor.run([](char c) { return (c >= '0' && c <= '7') || c == '_'; }) > 0 && cursor.done();
  }
  if (!is_digit(cursor.peek())) return false;
  cursor.run(digit_or_bar);
  return cursor.done() || (sexagesimal(cursor) && cursor.done());
}

bool exponent(Cursor& cursor) {
  if (cursor.done()) return true;
  if (!cursor.take('e') && !cursor.take('E')) return false;
  return cursor.sign() && cursor.run(is_digit) > 0 && cursor.done();
}

bool is_number(std::string_view text) {
  static constexpr std::array<std::string_view, 3> kInfinite = {".inf", ".Inf", ".INF"};
  static constexpr std::array<std::string_view, 3> kNot = {".nan", ".NaN", ".NAN"};
  if (std::find(kNot.begin(), kNot.end(), text) != kNot.end()) return true;
  Cursor cursor{text};
  const bool sign = cursor.sign();
  if (std::find(kInfinite.begin(), kInfinite.end(), text.substr(cursor.at)) != kInfinite.end()) return true;
  if (cursor.peek() == '.') {
    ++cursor.at;
    return !sign && is_digit(cursor.peek()) && cursor.run(digit_or_bar) > 0 && exponent(cursor);
  }
  if (!is_digit(cursor.peek())) return false;
  cursor.run(digit_or_bar);
  if (cursor.peek() == ':')
    return sexagesimal(cursor) && cursor.take('.') && (cursor.run(digit_or_bar), cursor.done());
  if (!cursor.take('.')) return false;
  cursor.run(digit_or_bar);
  return exponent(cursor);
}

bool is_timestamp(std::string_view text) {
  Cursor cursor{text};
  if (cursor.run(is_digit, 4) != 4 || !cursor.take('-')) return false;
  const std::size_t month = cursor.run(is_digit, 2);
  if (month == 0 || !cursor.take('-')) return false;
  const std::size_t day = cursor.run(is_digit, 2);
  if (day == 0) return false;
  if (cursor.done()) return month == 2 && day == 2;
  if (!cursor.take('T') && !cursor.take('t') && cursor.run(is_blank) == 0) return false;
  if (cursor.run(is_digit, 2) == 0 || !cursor.take(':') || cursor.run(is_digit, 2) != 2 ||
      !cursor.take(':') || cursor.run(is_digit, 2) != 2) {
    return false;
  }
  if (cursor.take('.')) cursor.run(is_digit);
  if (cursor.done()) return true;
  cursor.run(is_blank);
  if (cursor.take('Z')) return cursor.done();
  if (!cursor.sign() || cursor.run(is_digit, 2) == 0) return false;
  return cursor.done() || (cursor.take(':') && cursor.run(is_digit, 2) == 2 && cursor.done());
}

bool in_three_cases(std::string_view text, std::string_view lower_case) {
  if (text.size() != lower_case.size() || lowered(text) != lower_case) return false;
  const bool all_upper = all_of(text, is_upper), rest_lower = all_of(text.substr(1), is_lower);
  return all_upper || rest_lower;
}

}  // namespace

YamlType yaml_type(std::string_view text) {
  if (text.empty() || text == "~" || in_three_cases(text, "null")) return YamlType::null;
  for (const std::string_view word : {"yes", "no", "true", "false", "on", "off"}) {
    if (in_three_cases(text, word)) return YamlType::boolean;
  }
  if (text == "<<") return YamlType::merge;
  if (text == "=") return YamlType::value;
  if (is_number(text)) return YamlType::number;
  if (is_integer(text)) return YamlType::integer;
  if (is_timestamp(text)) return YamlType::timestamp;
  return YamlType::string;
}

YamlType yaml_type(const YamlNode& scalar) {
  constexpr std::string_view kPrefix = "tag:yaml.org,2002:";
  if (scalar.tag.empty()) return scalar.plain ? yaml_type(scalar.text) : YamlType::string;
  if (!scalar.tag.starts_with(kPrefix)) return YamlType::string;
  const std::string_view name = std::string_view(scalar.tag).substr(kPrefix.size());
  if (name == "int") return YamlType::integer;
  if (name == "float") return YamlType::number;
  if (name == "bool") return YamlType::boolean;
  if (name == "null") return YamlType::null;
  return YamlType::string;
}

std::string_view yaml_kind(const YamlNode& node) {
  if (node.kind == YamlNode::Kind::sequence) return "a list";
  if (node.kind == YamlNode::Kind::mapping) return "a mapping";
  switch (yaml_type(node)) {
    case YamlType::null: return "nothing";
    case YamlType::boolean: return "a boolean";
    case YamlType::integer: return "an integer";
    case YamlType::number: return "a number";
    case YamlType::timestamp: return "a date";
    default: return "a string";
  }
}

const YamlNode* YamlNode::find(std::string_view key) const {
  if (kind != Kind::mapping) return nullptr;
  for (std::size_t i = 0; i + 1 < items.size(); i += 2) {
    if (items[i].kind == Kind::scalar && items[i].text == key) return &items[i + 1];
  }
  return nullptr;
}

YamlNode yaml_string(std::string text) {
  YamlNode node;
  node.text = std::move(text);
  return node;
}

YamlNode yaml_sequence(std::vector<YamlNode> items) {
  YamlNode node;
  node.kind = YamlNode::Kind::sequence;
  node.items = std::move(items);
  return node;
}

YamlNode yaml_mapping(std::vector<std::pair<std::string, YamlNode>> members) {
  YamlNode node;
  node.kind = YamlNode::Kind::mapping;
  for (auto& [key, value] : members) {
    node.items.push_back(yaml_string(std::move(key)));
    node.items.push_back(std::move(value));
  }
  return node;
}

}  // namespace formats
