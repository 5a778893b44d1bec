// Exit codes as the help texts say them.
#pragma once

#include "runtime/cli/frame/command.h"

namespace cli {

inline constexpr frame::ExitRow kExitGood{frame::Exit::good, "nothing is wrong"};
inline constexpr frame::ExitRow kExitDone{frame::Exit::good, "done"};
inline constexpr frame::ExitRow kExitErrors{frame::Exit::findings, "the input has errors"};
inline constexpr frame::ExitRow kExitUsage{frame::Exit::usage, "the command line is wrong"};
inline constexpr frame::ExitRow kExitWorld{frame::Exit::world, "a file cannot be read or written"};

}  // namespace cli
