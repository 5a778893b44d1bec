// A conda environment, wherever it was written down (a conda file, or fields of a program), and what is wrong
// with it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "formats/range.h"

namespace formats {

struct CondaEnvironment {
  std::string name;
  std::vector<std::string> channels;
  std::vector<std::string> packages;  // match specs
  std::vector<std::string> pip;       // lines of a requirements file
  std::vector<std::pair<std::string, std::string>> variables;
  std::string prefix;
};

enum class CondaPart : std::uint8_t { whole, name, channels, packages, pip, variables, prefix };

// One text of an environment: `packages`, 2 is the third package.
struct CondaItem {
  CondaPart part = CondaPart::whole;
  std::size_t index = 0;
  bool operator==(const CondaItem&) const = default;
};

enum class CondaProblemKind : std::uint8_t {
  // conda or pip refuses it.
  malformed_package,
  malformed_pip,
  malformed_channel,
  pinned_differently,  // two exact pins of one package that are not equal; `other` is the first
  // It works, and is doubtful.
  given_twice,       // one package twice, without contradiction; `other` is the first
  no_python,         // no package `python`
  no_pip,            // something for pip, and no package `pip`
  no_channels,       // none is given
  unpinned_package,  // no version at all
  unpinned_pip,
  exact_short_version,  // `python==3.10` means 3.10.0 alone; `instead` has `=`
  credentials,          // in a channel's or index's address
};

struct CondaProblem {
  CondaProblemKind kind;
  CondaItem item;
  Range at;                                           // within the item's text; of `whole` empty
  std::string what;                                   // a clause for a label
  std::optional<std::string> instead = std::nullopt;  // for `at`
  std::optional<CondaItem> other = std::nullopt;
};

// In order of the parts, and of the texts in each.
std::vector<CondaProblem> check_conda(const CondaEnvironment& environment);

// The package `python`: where it stands, and the version that an exact or prefix pin names (`3.10`), else
// empty.
struct CondaPython {
  std::size_t index = 0;  // in packages
  std::string version;
  Pin pin = Pin::none;
};
std::optional<CondaPython> python_of(const CondaEnvironment& environment);

// What is wrong with the name or address of a channel.
std::optional<Fault> check_channel(std::string_view channel);

}  // namespace formats
