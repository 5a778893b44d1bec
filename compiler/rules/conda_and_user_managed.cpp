// Conda dependencies that no conda environment is made of, and the reverse. Source: azureml-core 1.49: with
// user_managed_dependencies the image's own Python runs, and conda dependencies are not looked at.
#include "rules/rules.h"
#include "rules/walk.h"

namespace rules {
namespace {

AMLJOB_DIAGNOSTIC_ROW(conda_and_user_managed, error, "`{}` stands beside `user_managed_dependencies = true`",
                      std::string_view)
AMLJOB_DIAGNOSTIC_ROW(no_conda_dependencies, warning, "{} manages no Python, and has no conda dependencies",
                      std::string_view)

void check(const sema::Declaration& environment, Seen& seen, base::Diagnostics& diagnostics) {
  const sema::Body& body = *environment.body;
  const sema::FieldValue* managed = given(body, "python.user_managed_dependencies");
  const bool* by_user = managed ? managed->value.get<bool>() : nullptr;
  if (!by_user) return;
  const sema::FieldValue* conda = given(body, "python.conda_dependencies");
  if (!conda) conda = given(body, "python.conda_file");
  if (*by_user && conda && seen.first(conda->name_at)) {
    diagnostics.report(conda->name_at, conda_and_user_managed, conda->field->name)
        .with_label("with the image's own Python these packages are not installed")
        .note(managed->name_at, "here the image's own Python is chosen")
        .with_help("keep one: without `user_managed_dependencies` the job runs in the conda environment");
  }
  if (!*by_user && !conda && !is_template(environment) && seen.first(managed->name_at)) {
    diagnostics.report(managed->name_at, no_conda_dependencies, subject(environment))
        .with_label("without conda dependencies the image's own Python runs all the same")
        .with_help("take it away, or write `conda_dependencies { … }` beside it");
  }
}

void run(const Context& context, base::Diagnostics& diagnostics) {
  Seen seen;
  for (const sema::Declaration* environment : declarations_of(context, "environment")) {
    check(*environment, seen, diagnostics);
  }
}

constexpr const base::DiagnosticInfo* kReports[] = {&conda_and_user_managed, &no_conda_dependencies};

}  // namespace

const Rule kCondaAndUserManaged{kReports, run};

}  // namespace rules
