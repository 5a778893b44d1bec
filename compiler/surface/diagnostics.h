// Rows of what lowering reports.
#pragma once

#include <span>

#include "base/diagnostics.h"

namespace surface {

#define AMLJOB_DIAGNOSTIC AMLJOB_DIAGNOSTIC_ROW
#include "surface/diagnostics.def"
#undef AMLJOB_DIAGNOSTIC

std::span<const base::DiagnosticInfo* const> diagnostics();

}  // namespace surface
