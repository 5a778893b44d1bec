// Rows of what sealing a plan reports.
#pragma once

#include <span>

#include "base/diagnostics.h"

namespace ir {

#define AMLJOB_DIAGNOSTIC AMLJOB_DIAGNOSTIC_ROW
#include "ir/diagnostics.def"
#undef AMLJOB_DIAGNOSTIC

std::span<const base::DiagnosticInfo* const> diagnostics();

}  // namespace ir
