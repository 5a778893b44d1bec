// Every diagnostic that there is, of all folders: what `explain`, suppressions and --severity know.
#pragma once

#include <string_view>
#include <vector>

#include "base/diagnostics.h"

namespace driver {

// Sorted by name.
const std::vector<const base::DiagnosticInfo*>& catalogue();

// nullptr where there is none of this name.
const base::DiagnosticInfo* find_diagnostic(std::string_view name);

}  // namespace driver
