// Versions of Python packages (PEP 440), and their comparisons.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace formats {

struct PythonVersion {
  std::string epoch;                 // "0" where none is given
  std::vector<std::string> release;  // digits without leading zeros
  std::string suffix;                // a, b, rc, post and dev parts, normalised: `rc1.post0.dev2`
  std::string local;                 // behind `+`, lower case, joined with dots
};

// Also the spellings that are normalised (`v1.0-beta.2`). Nothing where the text is no version.
std::optional<PythonVersion> parse_python_version(std::string_view text);
// Whether two texts mean one version: `1.2` and `1.2.0`, `1.0rc1` and `1.0-RC.1`. Texts that are none: equal
// as they are.
bool same_python_version(std::string_view a, std::string_view b);

}  // namespace formats
