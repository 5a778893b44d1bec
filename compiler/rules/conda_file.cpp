// The shape of a conda file: see formats/conda_file.h.
#include "formats/conda_file.h"

#include <fmt/format.h>

#include "rules/conda_of.h"
#include "rules/rules.h"

namespace rules {
namespace {

AMLJOB_DIAGNOSTIC_ROW(conda_file_shape, error, "`{}` is not a conda file", std::string)
AMLJOB_DIAGNOSTIC_ROW(unknown_conda_key, warning, "a conda file has no key `{}`", std::string)

using Kind = formats::CondaFileProblemKind;

void check(const Context& context, const CondaOf& of, base::Diagnostics& diagnostics) {
  const base::Source& source = context.model.sources[of.source];
  for (const formats::CondaFileProblem& problem : of.file.problems) {
    const base::Span at{of.source, problem.at.begin, problem.at.end};
    const bool key = problem.kind == Kind::unknown_key;
    base::Diagnostic& report =
        key ? diagnostics.report(at, unknown_conda_key,
                                 std::string(formats::text_at(source.text(), problem.at)))
            : diagnostics.report(at, conda_file_shape, source.path());
    report.with_label(problem.what);
    if (problem.instead) {
      report.fix(fmt::format("write `{}`", *problem.instead), key ? base::Safe::no : base::Safe::yes,
                 {{at, *problem.instead}});
    }
  }
}

void run(const Context& context, base::Diagnostics& diagnostics) {
  for (const CondaOf& of : all_conda(context)) {
    if (of.source != 0) check(context, of, diagnostics);
  }
}

constexpr const base::DiagnosticInfo* kReports[] = {&conda_file_shape, &unknown_conda_key};

}  // namespace

const Rule kCondaFile{kReports, run};

}  // namespace rules
