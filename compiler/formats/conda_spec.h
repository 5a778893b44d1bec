// Reads one match spec of conda: `name`, `name=1.2`, `name==1.2`, `name=1.2=build`, `name >=1,<2`,
// `channel::name`, `name[version='>=1']`. The grammar is that of conda's MatchSpec and VersionSpec (conda 24,
// read 2026-08); a few texts that conda takes for something nobody means (`numpy=>1.2`, `numpy@1.2`) are
// faults too.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "formats/range.h"

namespace formats {

struct CondaSpec {
  std::string channel;  // with a subdir: `conda-forge/linux-64`; empty: none
  Range channel_at;
  std::string name;  // as written; conda compares in lower case
  Range name_at;
  std::string version;  // as written, without blanks: `=1.2`, `>=1,<2`, `1.2.*`; empty: any
  Range version_at;
  std::string build;  // empty: any
  Range build_at;
  std::vector<Fault> faults;  // at most one
};

CondaSpec parse_conda_spec(std::string_view text);

// exact: `==1.2`, `name 1.2`, `=1.2=build`; prefix: `=1.2`, `1.2.*`, `~=1.2`.
Pin conda_pin(const CondaSpec& spec);
// The version that an exact or prefix pin names, without operator and `.*`: `3.10`. Empty: it is no such pin.
std::string pinned_conda_version(const CondaSpec& spec);

}  // namespace formats
