// Which workspace (or registry) a program goes to.
#pragma once

#include <optional>

#include "base/diagnostics.h"
#include "base/files.h"
#include "ir/plan.h"
#include "sema/model.h"

namespace ir {

// From --workspace-id, else from the declaration without a name: its fields, or its config.json. Nothing
// where that is wrong, which is reported.
std::optional<Home> find_home(sema::Model& model, const base::Files& files, const Settings& settings,
                              base::Diagnostics& diagnostics);

}  // namespace ir
