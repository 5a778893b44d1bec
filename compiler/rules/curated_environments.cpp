// Environments that Azure ML offers ready-made: names that are not known, and what is known of one. Source:
// facts/images.h.
#include <fmt/format.h>

#include "base/nearest.h"
#include "facts/images.h"
#include "rules/rules.h"
#include "rules/walk.h"

namespace rules {
namespace {

AMLJOB_DIAGNOSTIC_ROW(unknown_curated_environment, warning,
                      "no environment `{}` of the registry `azureml` is known", std::string_view)
AMLJOB_DIAGNOSTIC_ROW(curated_environment_note, hint, "`{}` {}", std::string_view, std::string_view)

void check(const sema::Outside& outside, base::Span at, base::Diagnostics& diagnostics) {
  const facts::CuratedEnvironment* found = facts::find_curated(outside.name);
  const std::string as_of = fmt::format("by the table of {}", facts::to_string(facts::kImagesAsOf));
  if (found) {
    if (!found->note.empty()) {
      diagnostics.report(at, curated_environment_note, found->name, found->note).with_help(as_of);
    }
    return;
  }
  base::Diagnostic& report = diagnostics.report(at, unknown_curated_environment, outside.name);
  std::vector<std::string_view> names;
  for (const facts::CuratedEnvironment& one : facts::curated_environments()) names.push_back(one.name);
  if (const auto near = base::nearest(outside.name, names); !near.empty()) {
    report.with_label(fmt::format("did you mean `{}`?", near));
  }
  report.with_help(as_of + "; it may be newer");
}

void run(const Context& context, base::Diagnostics& diagnostics) {
  Seen seen;
  for (const sema::Declaration* job : declarations_of(context, "job")) {
    const sema::FieldValue* field = given(*job->body, "environment");
    const auto* outside = field ? field->value.get<const sema::Outside*>() : nullptr;
    if (!outside || (*outside)->registry != "azureml" || !seen.first(field->value.at)) continue;
    check(**outside, field->value.at, diagnostics);
  }
}

constexpr const base::DiagnosticInfo* kReports[] = {&unknown_curated_environment, &curated_environment_note};

}  // namespace

const Rule kCuratedEnvironments{kReports, run};

}  // namespace rules
