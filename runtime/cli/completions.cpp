// `amljob completions`: what a shell reads to complete command lines.
#include <fmt/format.h>

#include "base/nearest.h"
#include "runtime/cli/commands.h"
#include "runtime/cli/exits.h"
#include "runtime/cli/frame/arguments.h"
#include "runtime/cli/frame/console.h"
#include "runtime/cli/frame/shells.h"

namespace cli {

namespace {

frame::Exit run(const frame::Arguments& arguments, frame::Console& console) {
  const std::string& shell = arguments.operands[0];
  const std::optional<std::string> script = frame::completions(commands(), shell);
  if (!script)
    return console.usage(fmt::format("there are completions for bash, zsh and fish, not for `{}`", shell));
  console.out(*script);
  return frame::Exit::good;
}

constexpr frame::Example kExamples[] = {
    {"completions bash > ~/.local/share/bash-completion/completions/amljob", "for bash"},
    {"completions zsh > ~/.zfunc/_amljob", "for zsh, where ~/.zfunc is in $fpath"},
    {"completions fish > ~/.config/fish/completions/amljob.fish", "for fish"},
};
constexpr frame::ExitRow kExits[] = {kExitDone, kExitUsage, kExitWorld};

}  // namespace

constexpr frame::Command kCompletions{.name = "completions",
                                      .doc = "Print what a shell needs to complete command lines",
                                      .usage = "bash|zsh|fish",
                                      .least = 1,
                                      .most = 1,
                                      .operands = frame::Operands::shells,
                                      .options = {},
                                      .examples = kExamples,
                                      .exits = kExits,
                                      .run = run};

}  // namespace cli
