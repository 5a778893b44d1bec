// YAML as a tree with places, read by libyaml's scanner; and the same tree as PyYAML's `yaml.dump(x,
// sort_keys=True, default_flow_style=False)` writes it (PyYAML 6.0), which is what the official client sends
// and hashes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "formats/range.h"

namespace formats {

struct YamlNode {
  enum class Kind : std::uint8_t { scalar, sequence, mapping } kind = Kind::scalar;
  std::string text;    // of a scalar
  bool plain = false;  // a scalar without quotes, not in a block: its type follows from its text
  std::string tag;     // where one is written: `!!str` is `tag:yaml.org,2002:str`
  Range at;            // in the file; of a scalar without its quotes
  bool verbatim =
      false;  // a scalar whose bytes in the file are its text, so that places within it can be found
  bool aliased = false;  // came from `*name`: `at` is there, places of what is within are at the anchor
  std::vector<YamlNode> items;  // of a sequence; of a mapping keys and values in turn

  // The value of a key of a mapping; nullptr where there is none.
  const YamlNode* find(std::string_view key) const;
};

struct YamlFile {
  YamlNode root;
  bool empty = true;          // no document, or an empty one
  std::vector<Fault> faults;  // at most one; what was read before it is in `root`
};

// The first document. More than one, nesting over 200, and more than 200,000 nodes after aliases are faults.
YamlFile read_yaml(std::string_view text);

// What PyYAML makes of a scalar (YAML 1.1): `yes` is a boolean, `3.10` a number, `1_000` an integer.
enum class YamlType : std::uint8_t { null, boolean, integer, number, timestamp, merge, value, string };
YamlType yaml_type(std::string_view plain_text);
YamlType yaml_type(const YamlNode& scalar);
// "a string", "a number", "a list", …, as messages call a node.
std::string_view yaml_kind(const YamlNode& node);

// Nodes to write.
YamlNode yaml_string(std::string text);
YamlNode yaml_sequence(std::vector<YamlNode> items);
YamlNode yaml_mapping(std::vector<std::pair<std::string, YamlNode>> members);

// Keys sorted, an anchor's value repeated. Scalars that are no strings are written in their normal form.
std::string write_yaml(const YamlNode& root);

}  // namespace formats
