#include "syntax/diagnostics.h"

#include <algorithm>
#include <iterator>

namespace syntax {

#define AMLJOB_DIAGNOSTIC AMLJOB_DIAGNOSTIC_POINTER

std::span<const base::DiagnosticInfo* const> diagnostics() {
  static constexpr const base::DiagnosticInfo* kAll[] = {
#include "syntax/diagnostics.def"
  };
  return kAll;
}

#undef AMLJOB_DIAGNOSTIC

bool understood(const base::Diagnostic& one) {
  static constexpr const base::DiagnosticInfo* kUnderstood[] = {
      &separator, &semicolon, &foreign_comment, &foreign_quotes, &foreign_word, &else_if};
  return std::find(std::begin(kUnderstood), std::end(kUnderstood), one.info) != std::end(kUnderstood);
}

}  // namespace syntax
