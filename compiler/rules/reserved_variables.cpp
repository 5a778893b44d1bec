// Environment variables that the service sets itself. Source: facts/runtime_variables.h.
#include <fmt/format.h>

#include "base/nearest.h"
#include "facts/runtime_variables.h"
#include "rules/rules.h"
#include "rules/walk.h"

namespace rules {
namespace {

AMLJOB_DIAGNOSTIC_ROW(reserved_variable, warning, "the service is known to set `{}` itself", std::string_view)
AMLJOB_DIAGNOSTIC_ROW(reserved_prefix, hint, "`{}` begins as the service's own variables do",
                      std::string_view)

void check(const sema::Entry& entry, base::Diagnostics& diagnostics) {
  const std::string as_of = fmt::format("known on {}", facts::to_string(facts::kRuntimeVariablesAsOf));
  switch (facts::runtime_variable(entry.key)) {
    case facts::RuntimeVariable::service:
      diagnostics.report(entry.key_at, reserved_variable, entry.key)
          .with_label("a value given here is lost, or misleads what runs in the job")
          .with_help(fmt::format("choose another name ({})", as_of));
      return;
    case facts::RuntimeVariable::secret:
      diagnostics.report(entry.key_at, reserved_variable, entry.key)
          .with_label("it is the login of the running job")
          .with_help(fmt::format("take it away ({})", as_of));
      return;
    case facts::RuntimeVariable::reserved:
      diagnostics.report(entry.key_at, reserved_prefix, entry.key)
          .with_help(fmt::format("another name is safe from what it may set one day ({})", as_of));
      return;
    case facts::RuntimeVariable::free:
    case facts::RuntimeVariable::tuning: return;
  }
}

void run(const Context& context, base::Diagnostics& diagnostics) {
  Seen seen;
  for (const std::string_view kind : {"environment", "job"}) {
    for (const sema::Declaration* one : declarations_of(context, kind)) {
      const auto* map = value_of<const sema::Map*>(*one->body, "environment_variables");
      if (!map) continue;
      for (const sema::Entry& entry : (*map)->entries) {
        if (seen.first(entry.key_at)) check(entry, diagnostics);
      }
    }
  }
}

constexpr const base::DiagnosticInfo* kReports[] = {&reserved_variable, &reserved_prefix};

}  // namespace

const Rule kReservedVariables{kReports, run};

}  // namespace rules
