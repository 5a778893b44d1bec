// `amljob help`: texts made from the table of commands.
#include "runtime/cli/frame/help.h"

#include "runtime/cli/commands.h"
#include "runtime/cli/exits.h"
#include "runtime/cli/frame/arguments.h"
#include "runtime/cli/frame/console.h"

namespace cli {

namespace {

constexpr frame::Option kMarkdown{.name = "--markdown", .doc = "print docs/commands.md"};

frame::Exit run(const frame::Arguments& arguments, frame::Console& console) {
  if (arguments.has(kMarkdown)) {
    console.out(frame::markdown(commands()));
  } else if (arguments.operands.empty()) {
    console.out(frame::overview(commands(), console.out_paint()));
  } else {
    const frame::Command* const command = frame::find_command(commands(), arguments.operands[0]);
    if (command == nullptr) return console.usage(frame::no_command(commands(), arguments.operands[0]));
    console.out(frame::help(*command, console.out_paint()));
  }
  return frame::Exit::good;
}

constexpr const frame::Option* kOptions[] = {&kMarkdown};
constexpr frame::Example kExamples[] = {
    {"help", "all commands"},
    {"help check", "one command"},
    {"check --help", "the same"},
};
constexpr frame::ExitRow kExits[] = {kExitDone, kExitUsage, kExitWorld};

}  // namespace

constexpr frame::Command kHelp{.name = "help",
                               .doc = "Say what a command does and takes",
                               .usage = "[COMMAND]",
                               .most = 1,
                               .operands = frame::Operands::commands,
                               .options = kOptions,
                               .examples = kExamples,
                               .exits = kExits,
                               .run = run};

}  // namespace cli
