#include "runtime/cli/amljob.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>

#include "runtime/cli/commands.h"
#include "runtime/cli/frame/console.h"
#include "runtime/cli/frame/help.h"
#include "runtime/cli/frame/parse.h"

namespace cli {

namespace {

frame::Color color_of(const frame::Arguments& arguments) {
  const std::string_view when = arguments.value(frame::option::kColor, "auto");
  return when == "always"  ? frame::Color::always
         : when == "never" ? frame::Color::never
                           : frame::Color::automatic;
}

frame::Exit run(std::span<const std::string> words, frame::Console& console) {
  if (words.empty()) {
    console.err(frame::overview(commands(), console.err_paint()));
    return frame::Exit::usage;
  }
  const auto arguments = frame::parse(commands(), words);
  if (!arguments) return console.usage(arguments.error());
  console.set_color(color_of(*arguments));
  const std::string folder(arguments->value(frame::option::kFolder));
  if (!folder.empty() && ::chdir(folder.c_str()) != 0) {
    return console.world(runtime::host_error("go to", folder, errno));
  }
  return arguments->command->run(*arguments, console);
}

}  // namespace

int amljob(std::span<const std::string> words, runtime::Host& host) {
  frame::hold_standard_descriptors();
  frame::Console console(host);
  return static_cast<int>(console.finish(run(words, console)));
}

}  // namespace cli
