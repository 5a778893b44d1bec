// Reads the YAML file of a conda environment, with the places of all that it says; and the environment as
// such a file.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "formats/conda.h"
#include "formats/yaml.h"

namespace formats {

// Where a text of an environment stands in its file.
struct CondaPlace {
  Range at;               // of the value, without quotes
  bool verbatim = false;  // its bytes are the text, so that places within it are places in the file
};

enum class CondaFileProblemKind : std::uint8_t {
  no_yaml,          // libyaml refuses it
  not_a_mapping,    // the file, or a member of it, has another shape than conda reads
  wrong_shape,      //
  unknown_key,      // `instead` has the nearest one
  key_given_twice,  // the last one counts
  no_dependencies,  // conda needs them
  second_pip,       // more than one `pip:` list
  not_a_string,     // a number or date where a text stands: `- 3.10`
};

struct CondaFileProblem {
  CondaFileProblemKind kind;
  Range at;
  std::string what;  // a clause for a label
  std::optional<std::string> instead = std::nullopt;
};

struct CondaFile {
  CondaEnvironment environment;
  // Places of the texts of each part, in order.
  CondaPlace name, prefix;
  std::vector<CondaPlace> channels, packages, pip, variables;
  Range dependencies_at;  // of the key; empty: there is none
  std::vector<CondaFileProblem> problems;
  YamlNode root;  // the file as it is, for writing it as the client sends it
};

CondaFile read_conda_file(std::string_view text);

// A place within an item's text, in the file; all of the value where it is not written as it reads. Of the
// whole environment: the key `dependencies`.
Range place_in_file(const CondaFile& file, CondaItem item, Range at);

// The file as the client sends it: `write_yaml`, keys sorted, pip last among the dependencies.
std::string write_conda_file(const CondaEnvironment& environment);

}  // namespace formats
