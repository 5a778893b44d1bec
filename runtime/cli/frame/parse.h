// From the words of a command line to a command and its arguments.
#pragma once

#include <expected>
#include <span>
#include <string>
#include <vector>

#include "runtime/cli/frame/arguments.h"

namespace frame {

using Table = std::span<const Command* const>;

// nullptr where there is none of this name.
const Command* find_command(Table table, std::string_view name);

// Reads the words after the program's name. The first that is no option is the command; options of every
// command may stand before it. `--help` anywhere is the command `help` with the command's name, `--version`
// before it `version`. No words: the command `help`. The error is a sentence for the user.
std::expected<Arguments, std::string> parse(Table table, std::span<const std::string> words);

// "no command `biuld`; did you mean `build`?"
std::string no_command(Table table, std::string_view name);

}  // namespace frame
