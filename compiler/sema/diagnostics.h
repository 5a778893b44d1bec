// Rows of what resolving, evaluating and checking report.
#pragma once

#include <span>

#include "base/diagnostics.h"

namespace sema {

#define AMLJOB_DIAGNOSTIC AMLJOB_DIAGNOSTIC_ROW
#include "sema/diagnostics.def"
#undef AMLJOB_DIAGNOSTIC

std::span<const base::DiagnosticInfo* const> diagnostics();

}  // namespace sema
