#include "surface/diagnostics.h"

namespace surface {

std::span<const base::DiagnosticInfo* const> diagnostics() {
#define AMLJOB_DIAGNOSTIC AMLJOB_DIAGNOSTIC_POINTER
  static constexpr const base::DiagnosticInfo* kRows[] = {
#include "surface/diagnostics.def"
  };
#undef AMLJOB_DIAGNOSTIC
  return kRows;
}

}  // namespace surface
