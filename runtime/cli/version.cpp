// `amljob version`.
#include "schema/version.h"

#include <fmt/format.h>

#include "runtime/cli/commands.h"
#include "runtime/cli/exits.h"
#include "runtime/cli/frame/arguments.h"
#include "runtime/cli/frame/console.h"

namespace cli {

namespace {

frame::Exit run(const frame::Arguments& arguments, frame::Console& console) {
  console.out("amljob " AMLJOB_VERSION "\n");
  if (arguments.has(frame::option::kVerbose)) {
    console.out(fmt::format("language edition 1\nservice interface {} to {}\n",
                            schema::kApiVersions.front().name, schema::kApiVersions.back().name));
  }
  return frame::Exit::good;
}

constexpr frame::Example kExamples[] = {
    {"version", "the version of the program"},
    {"--version", "the same"},
    {"version --verbose", "and of the language and the service's interface"},
};
constexpr frame::ExitRow kExits[] = {kExitDone, kExitUsage, kExitWorld};

}  // namespace

constexpr frame::Command kVersion{.name = "version",
                                  .doc = "Print the version",
                                  .usage = "",
                                  .options = {},
                                  .examples = kExamples,
                                  .exits = kExits,
                                  .run = run};

}  // namespace cli
