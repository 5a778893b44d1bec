// In which order the requests of a program are sent.
#pragma once

#include <optional>
#include <vector>

#include "ir/collect.h"
#include "ir/plan.h"

namespace ir {

// The steps in order: kind by kind as StepKind has them, but nothing before what it needs, and a single
// target's own last; with their ids, `needs` and Collected::of following.
Collected in_order(Collected collected);

// The order alone, for steps whose `needs` are indices into them: a permutation. `last`: what comes at the
// end.
std::vector<std::size_t> sending_order(const std::vector<Step>& steps, std::optional<std::size_t> last);

}  // namespace ir
