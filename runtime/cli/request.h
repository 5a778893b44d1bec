// What the options of a command say to the compiler.
#pragma once

#include <expected>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "driver/compile.h"
#include "runtime/cli/frame/arguments.h"
#include "runtime/cli/frame/console.h"
#include "runtime/cli/levels.h"

namespace cli {

using frame::Arguments;
using frame::Console;
using frame::Exit;

struct Request {
  std::shared_ptr<const std::map<std::string, std::string>> environment;  // what `options` points to
  driver::Options options;
  std::vector<LevelRule> levels;  // of --severity
  bool error_on_warning = false;
};

// Reads -D, --params, --set, --input, --as-of, --severity, --error-on, where the command has them. What is
// wrong with them has been said when an exit code comes back.
std::expected<Request, Exit> make_request(const Arguments& arguments, Console& console);

}  // namespace cli
