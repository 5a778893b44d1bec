#include "runtime/cli/commands.h"

namespace cli {

std::span<const frame::Command* const> commands() {
  static constexpr const frame::Command* kAll[] = {
      &kCheck, &kBuild,   &kFmt,       &kPlan, &kRun,    &kRuns,        &kShow, &kLogs,    &kSnapshot,
      &kEval,  &kExplain, &kReference, &kInit, &kDoctor, &kCompletions, &kHelp, &kVersion,
  };
  return kAll;
}

}  // namespace cli
