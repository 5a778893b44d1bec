#include "runtime/cli/rows.h"

#include <fmt/format.h>

#include "base/nearest.h"
#include "driver/catalogue.h"

namespace cli {

std::string no_diagnostic(std::string_view name) {
  std::vector<std::string_view> names;
  for (const base::DiagnosticInfo* row : driver::catalogue()) names.push_back(row->name);
  const std::string_view near = base::nearest(name, names);
  if (!near.empty()) return fmt::format("no diagnostic `{}`; did you mean `{}`?", name, near);
  return fmt::format("no diagnostic `{}` (`amljob explain --list` lists them)", name);
}

}  // namespace cli
