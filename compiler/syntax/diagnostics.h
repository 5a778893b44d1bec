// The diagnostics of syntax: the rows of diagnostics.def.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "base/diagnostics.h"

namespace syntax {

#define AMLJOB_DIAGNOSTIC AMLJOB_DIAGNOSTIC_ROW
#include "syntax/diagnostics.def"
#undef AMLJOB_DIAGNOSTIC

// All rows, in the order of the file.
std::span<const base::DiagnosticInfo* const> diagnostics();

// Whether the text is surely read as it was meant, for all that it is written as another language would: what
// else stands on its line can be judged.
bool understood(const base::Diagnostic& one);

}  // namespace syntax
