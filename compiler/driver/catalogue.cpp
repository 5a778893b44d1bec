#include "driver/catalogue.h"

#include <algorithm>

#include "ir/diagnostics.h"
#include "rules/rule.h"
#include "sema/diagnostics.h"
#include "surface/diagnostics.h"
#include "syntax/diagnostics.h"

namespace driver {

const std::vector<const base::DiagnosticInfo*>& catalogue() {
  static const std::vector<const base::DiagnosticInfo*> all = [] {
    std::vector<const base::DiagnosticInfo*> out;
    for (const auto rows :
         {syntax::diagnostics(), surface::diagnostics(), sema::diagnostics(), ir::diagnostics()}) {
      out.insert(out.end(), rows.begin(), rows.end());
    }
    for (const rules::Rule* rule : rules::table())
      out.insert(out.end(), rule->reports.begin(), rule->reports.end());
    std::sort(out.begin(), out.end(), [](const auto* a, const auto* b) { return a->name < b->name; });
    return out;
  }();
  return all;
}

const base::DiagnosticInfo* find_diagnostic(std::string_view name) {
  const auto& all = catalogue();
  const auto at = std::lower_bound(
      all.begin(), all.end(), name,
      [](const base::DiagnosticInfo* one, std::string_view wanted) { return one->name < wanted; });
  return at != all.end() && (*at)->name == name ? *at : nullptr;
}

}  // namespace driver
