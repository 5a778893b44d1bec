// Which requests a program needs, and in which order they are sent.
#pragma once

#include <optional>
#include <vector>

#include "base/diagnostics.h"
#include "base/files.h"
#include "ir/plan.h"
#include "sema/model.h"

namespace ir {

// The targets' steps and those of all that they use, in order: kind by kind as StepKind has them, but nothing
// before what it needs, and a single target's own last. Nothing where a file cannot be read, which is
// reported.
std::optional<std::vector<Step>> steps_of(sema::Model& model, const base::Files& files,
                                          const Settings& settings, base::Diagnostics& diagnostics);

// The order alone, for steps whose `needs` are indices into them: a permutation. `last`: indices that come at
// the end.
std::vector<std::size_t> sending_order(const std::vector<Step>& steps, std::optional<std::size_t> last);

}  // namespace ir
