// One thing to check: a file, with one choice of parameter files.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "driver/compile.h"
#include "runtime/cli/request.h"
#include "runtime/cli/settings.h"

namespace cli {

struct Unit {
  std::string path;                 // as the user named it
  std::optional<std::string> text;  // of standard input, or once it is mended
  std::vector<std::string> params;  // --params files, one of the choices
  std::string context;              // "with `env/prod.amlparams`"; empty where there is one choice
  std::shared_ptr<const Settings> settings;

  std::optional<driver::Compilation> compilation;
  std::string error;  // why there is none
};

// The severities of its settings, then those of the request.
std::vector<LevelRule> rules_of(const Unit& unit, const Request& request);
// Compiles a unit; severities are as rules_of says.
void compile(Unit& unit, const Request& request, const base::Files& files, runtime::Host& host);
// The same for all, side by side.
void compile_all(std::span<Unit> units, const Request& request, const base::Files& files,
                 runtime::Host& host);

// What one file declares may be for others: takes `unused-name` back in a file that another unit imports.
void forget_unused_in_imported(std::span<Unit> units);

// Applies safe fixes to the unit's text until there are no more; compiles it. Returns how many were applied.
std::uint32_t mend(Unit& unit, const Request& request, const base::Files& files, runtime::Host& host,
                   bool hints);

}  // namespace cli
