// How PyYAML writes one scalar; see yaml.h.
#pragma once

#include <string>

#include "formats/yaml.h"

namespace formats {

struct YamlScalarText {
  std::string text;
  bool plain = false;
};

// The text from `column` on; lines that it is folded into start at `indent`. Keys are never folded.
YamlScalarText yaml_scalar_text(const YamlNode& scalar, std::size_t column, std::size_t indent, bool key);

}  // namespace formats
