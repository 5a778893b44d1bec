#include "ir/diagnostics.h"

namespace ir {

std::span<const base::DiagnosticInfo* const> diagnostics() {
#define AMLJOB_DIAGNOSTIC AMLJOB_DIAGNOSTIC_POINTER
  static constexpr const base::DiagnosticInfo* kRows[] = {
#include "ir/diagnostics.def"
  };
#undef AMLJOB_DIAGNOSTIC
  return kRows;
}

}  // namespace ir
