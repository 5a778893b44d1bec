// References that name the newest version of something, whichever that is on the day.
#include <fmt/format.h>

#include "rules/rules.h"
#include "rules/walk.h"

namespace rules {
namespace {

AMLJOB_DIAGNOSTIC_ROW(floating_reference, hint, "`{}` can be another version tomorrow", std::string_view)

void check(const sema::Value& value, Seen& seen, base::Diagnostics& diagnostics) {
  const auto* outside = value.get<const sema::Outside*>();
  if (!outside || (*outside)->label.empty() || !seen.first(value.at)) return;
  diagnostics.report(value.at, floating_reference, (*outside)->text)
      .with_help(fmt::format("where a run must be repeatable, name a version instead of the label `{}`",
                             (*outside)->label));
}

void run(const Context& context, base::Diagnostics& diagnostics) {
  Seen seen;
  for (const sema::Declaration* job : declarations_of(context, "job")) {
    for (const std::string_view field : {"environment", "code"}) {
      if (const sema::FieldValue* value = given(*job->body, field)) check(value->value, seen, diagnostics);
    }
    if (const sema::Ports* inputs = ports_of(*job->body, "inputs")) {
      for (const sema::Port& port : inputs->entries) check(port.value, seen, diagnostics);
    }
  }
}

constexpr const base::DiagnosticInfo* kReports[] = {&floating_reference};

}  // namespace

const Rule kFloatingReference{kReports, run};

}  // namespace rules
