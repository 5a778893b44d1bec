#include <charconv>
#include <cstdlib>
#include <string>

#include "formats/yaml.h"
#include "sema/data_text.h"

namespace sema {

namespace {

using formats::YamlNode;
using formats::YamlType;

// YAML 1.1 numbers have `_` between digits.
std::string without_underscores(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c != '_') out += c;
  }
  return out;
}

// What PyYAML makes of a scalar; text where it makes something that the language has not (a date).
Value scalar(Session& session, const YamlNode& node, Span at) {
  const std::string digits = without_underscores(node.text);
  switch (formats::yaml_type(node)) {
    case YamlType::null: return {None{}, at};
    case YamlType::boolean: {
      const char first = node.text.empty() ? 'n' : node.text[0];
      const bool on = first == 'o' || first == 'O'
                          ? node.text.size() == 2
                          : first == 'y' || first == 'Y' || first == 't' || first == 'T';
      return {on, at};
    }
    case YamlType::integer: {
      const std::string_view text = digits.starts_with('+') ? std::string_view(digits).substr(1) : digits;
      std::int64_t value = 0;
      const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
      if (fault == std::errc{} && end == text.data() + text.size()) return {value, at};
      break;
    }
    case YamlType::number: {
      char* end = nullptr;
      const double value = std::strtod(digits.c_str(), &end);
      if (end == digits.c_str() + digits.size()) return {value, at};
      break;
    }
    default: break;
  }
  return {session.model.arena.copy(node.text), at};
}

Value converted(Session& session, const YamlNode& node, base::FileId file) {
  const Span at{file, node.at.begin, node.at.end};
  if (!within_elements(session, 1, at)) return poison(at);
  if (node.kind == YamlNode::Kind::scalar) return scalar(session, node, at);
  if (node.kind == YamlNode::Kind::sequence) {
    std::vector<Value> items;
    for (const YamlNode& item : node.items) items.push_back(converted(session, item, file));
    return {session.model.arena.make(List{session.model.arena.array(items)}), at};
  }
  std::vector<Entry> entries;
  for (std::size_t i = 0; i + 1 < node.items.size(); i += 2) {
    const YamlNode& key = node.items[i];
    Entry entry{.key = session.model.arena.copy(key.text), .key_at = {file, key.at.begin, key.at.end}};
    entry.value = converted(session, node.items[i + 1], file);
    entry.has_value = true;
    entry.at = entry.value_at = entry.value.at;
    entries.push_back(entry);
  }
  return {session.model.arena.make(Map{session.model.arena.array(entries), at}), at};
}

}  // namespace

Value yaml_value(Session& session, std::string_view text, Span at, Span named) {
  const formats::YamlFile file = formats::read_yaml(text);
  if (file.faults.empty()) return file.empty ? Value{None{}, at} : converted(session, file.root, at.file);
  const formats::Fault& fault = file.faults.front();
  session.diagnostics.report(named, unreadable_text, session.model.sources[at.file].path(), "YAML")
      .note({at.file, fault.at.begin, fault.at.end}, fault.what);
  return poison(named);
}

}  // namespace sema
