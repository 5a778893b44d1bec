#include "syntax/diagnostics.h"

namespace syntax {

#define AMLJOB_DIAGNOSTIC AMLJOB_DIAGNOSTIC_POINTER

std::span<const base::DiagnosticInfo* const> diagnostics() {
  static constexpr const base::DiagnosticInfo* kAll[] = {
#include "syntax/diagnostics.def"
  };
  return kAll;
}

#undef AMLJOB_DIAGNOSTIC

}  // namespace syntax
