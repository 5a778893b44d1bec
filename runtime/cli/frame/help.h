// Texts made from the table of commands.
#pragma once

#include <string>

#include "render/paint.h"
#include "runtime/cli/frame/parse.h"

namespace frame {

// All commands, a line each.
std::string overview(Table table, const render::Paint& paint);
// One command: what it does, usage, options, examples, exit codes.
std::string help(const Command& command, const render::Paint& paint);
// docs/commands.md: the same for all commands.
std::string markdown(Table table);

}  // namespace frame
