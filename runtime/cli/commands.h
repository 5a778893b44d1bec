// The commands, one file each; commands.cpp lists them in the order of the help text.
#pragma once

#include <span>

#include "runtime/cli/frame/command.h"

namespace cli {

extern const frame::Command kBuild, kCheck, kCompletions, kDoctor, kEval, kExplain, kFmt, kHelp, kInit, kLogs,
    kMetrics, kPlan, kReference, kRun, kRuns, kShow, kSnapshot, kVersion;

std::span<const frame::Command* const> commands();

}  // namespace cli
