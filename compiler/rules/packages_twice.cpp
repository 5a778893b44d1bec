// A package that is named twice, with other versions or without need. What pip installs comes after conda,
// and replaces what conda solved for.
#include "formats/conda_spec.h"
#include "formats/pip_requirement.h"
#include "rules/conda_of.h"
#include "rules/rules.h"

namespace rules {
namespace {

AMLJOB_DIAGNOSTIC_ROW(duplicate_package, warning, "the package `{}` is listed twice", std::string)
AMLJOB_DIAGNOSTIC_ROW(pinned_differently, warning, "the package `{}` has two versions", std::string)

std::string name_of(const CondaOf& of, formats::CondaItem item) {
  if (item.part == formats::CondaPart::pip) return formats::parse_pip_requirement(of.text(item)).name;
  return formats::parse_conda_spec(of.text(item)).name;
}

void check(const CondaOf& of, const formats::CondaProblem& problem, base::Diagnostics& diagnostics) {
  const bool differ = problem.kind == formats::CondaProblemKind::pinned_differently;
  if (!problem.other || (!differ && problem.kind != formats::CondaProblemKind::given_twice)) return;
  const base::Span at = of.place(problem.item, problem.at);
  const std::string name = name_of(of, problem.item);
  base::Diagnostic& report = differ ? diagnostics.report(at, pinned_differently, name)
                                    : diagnostics.report(at, duplicate_package, name);
  if (differ) report.with_label(problem.what);
  report.note(of.place(*problem.other), "listed first here");
  const bool both = problem.item.part != problem.other->part;
  report.with_help(both ? "keep one of the two: pip runs after conda, and replaces what conda installed"
                        : "keep one of the two");
}

void run(const Context& context, base::Diagnostics& diagnostics) {
  for (const CondaOf& of : all_conda(context)) {
    for (const formats::CondaProblem& problem : formats::check_conda(of.conda))
      check(of, problem, diagnostics);
  }
}

constexpr const base::DiagnosticInfo* kReports[] = {&duplicate_package, &pinned_differently};

}  // namespace

const Rule kPackagesTwice{kReports, run};

}  // namespace rules
