// The programs of a folder tree.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "runtime/cli/settings.h"

namespace cli {

struct Tree {
  std::vector<std::string> programs;  // .amljob files, sorted, named from the folder that was given
  std::vector<std::string> yaml;      // what another version may read
  std::vector<std::string> errors;    // folders that cannot be read
  std::vector<std::string> mistakes;  // what is wrong in an amljob.toml, each once
};

// Every .amljob file below a folder ("" is the current one), but those that a .gitignore in the tree, or
// above it up to the top of its repository, ignores, and those that amljob.toml excludes. Links to folders
// are not followed.
Tree programs_below(std::string_view folder, SettingsCache& settings, runtime::Host& host);

}  // namespace cli
