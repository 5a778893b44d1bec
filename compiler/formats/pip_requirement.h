// Reads lines of a pip requirements file: requirements (PEP 508, versions by PEP 440), addresses, paths and
// options. What is refused was compared with the `packaging` library 23.0, which pip uses.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "formats/range.h"

namespace formats {

struct PipSpecifier {
  std::string op;  // `==`, `>=`, …
  std::string version;
  Range at;
  Range version_at;
};

struct PipRequirement {
  enum class Kind : std::uint8_t {
    blank,        // nothing, or a comment
    requirement,  // NAME[EXTRAS]SPECIFIERS; MARKER, or NAME @ URL
    url,          // an address without a name: `git+https://…`
    path,         // `./pkg`, `x.whl`
    option,       // `-r FILE`, `--index-url URL`
  };
  Kind kind = Kind::blank;
  std::string name;  // as written
  Range name_at;
  std::vector<std::string> extras;
  std::vector<PipSpecifier> specifiers;
  Range specifiers_at;
  std::string url;  // behind `@`; or the address or path itself
  Range url_at;
  std::string marker;  // behind `;`
  Range marker_at;
  std::string option;  // the long name: `--requirement` for `-r`
  Range option_at;
  std::string value;  // of the option
  Range value_at;
  bool has_hash = false;
  std::vector<Fault> faults;  // at most one today; empty: pip takes the line
};

PipRequirement parse_pip_requirement(std::string_view line);

// A line of a file that holds something. Places within `requirement` count from `at.begin`; continuations
// keep them.
struct PipLine {
  Range at;
  PipRequirement requirement;
};
std::vector<PipLine> read_pip_file(std::string_view text);

// A name as indexes compare it (PEP 503): lower case, runs of `-`, `_` and `.` as one `-`.
std::string normalized_pip_name(std::string_view name);

// exact: `==1.2` or `===`, or an address with a hash or commit; prefix: `==1.2.*`, `~=1.2`.
Pin pip_pin(const PipRequirement& requirement);
// The version that `==` fixes; empty where none is.
std::string_view pinned_version(const PipRequirement& requirement);

}  // namespace formats
