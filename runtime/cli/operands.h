// FILE, DIR and `-` of a command line: the programs they stand for.
#pragma once

#include <expected>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "runtime/cli/request.h"
#include "runtime/cli/settings.h"

namespace cli {

struct Program {
  std::string path;                 // as the user named it; `<stdin>` or --stdin-path
  std::optional<std::string> text;  // of standard input; else it is not read yet
  bool from_input = false;
  std::shared_ptr<const Settings> settings;
};

// The programs of the operands; without one, those below the current folder. What cannot be read has been
// said, and sets `world_failed`; an exit code where nothing is left to do.
std::expected<std::vector<Program>, Exit> programs_of(const Arguments& arguments, Console& console,
                                                      bool& world_failed);

// The one program that an operand names: a file, or `-`.
std::expected<Program, Exit> program_of(const std::string& operand, const Arguments& arguments,
                                        Console& console);

}  // namespace cli
