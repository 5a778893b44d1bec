#include "sema/diagnostics.h"

namespace sema {

std::span<const base::DiagnosticInfo* const> diagnostics() {
#define AMLJOB_DIAGNOSTIC AMLJOB_DIAGNOSTIC_POINTER
  static constexpr const base::DiagnosticInfo* kRows[] = {
#include "sema/diagnostics.def"
  };
#undef AMLJOB_DIAGNOSTIC
  return kRows;
}

}  // namespace sema
