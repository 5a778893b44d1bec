// Conda packages, channels and pip requirements that conda or pip cannot read, and requirements that name
// files which are not sent. Source: the readers of formats/conda_spec.h and formats/pip_requirement.h; only
// the text of the conda file goes to the service.
#include "formats/pip_requirement.h"
#include "rules/conda_of.h"
#include "rules/rules.h"
#include "rules/walk.h"

namespace rules {
namespace {

AMLJOB_DIAGNOSTIC_ROW(unreadable_conda_spec, error, "conda cannot read `{}`", std::string)
AMLJOB_DIAGNOSTIC_ROW(unreadable_channel, error, "`{}` is not a channel of conda", std::string)
AMLJOB_DIAGNOSTIC_ROW(unreadable_requirement, error, "pip cannot read `{}`", std::string)
AMLJOB_DIAGNOSTIC_ROW(requirement_not_sent, warning, "`{}` names a file that is not sent", std::string)

using Kind = formats::CondaProblemKind;

constexpr std::string_view kPackageHelp =
    "a conda package is `NAME`, `NAME=VERSION`, or a comparison such as `NAME>=1.2,<2`";
constexpr std::string_view kRequirementHelp =
    "a requirement is `NAME`, `NAME==VERSION`, or a comparison such as `NAME>=1.2,<2`";
constexpr std::string_view kChannelHelp = "a channel is a name such as `conda-forge`, or an address";

void check(const CondaOf& of, const formats::CondaProblem& problem, base::Diagnostics& diagnostics) {
  base::Diagnostic* report = nullptr;
  std::string_view help;
  const base::Span at = of.place(problem.item, problem.at);
  if (problem.kind == Kind::malformed_package) {
    report = &diagnostics.report(at, unreadable_conda_spec, of.text(problem.item));
    help = kPackageHelp;
  } else if (problem.kind == Kind::malformed_pip) {
    report = &diagnostics.report(at, unreadable_requirement, of.text(problem.item));
    help = kRequirementHelp;
  } else if (problem.kind == Kind::malformed_channel) {
    report = &diagnostics.report(at, unreadable_channel, of.text(problem.item));
    help = kChannelHelp;
  }
  if (!report) return;
  report->with_label(problem.what);
  add_fix(of, problem, help, *report);
}

// A file of this machine, as an option's value or by itself.
bool names_file(const formats::PipRequirement& line) {
  using LineKind = formats::PipRequirement::Kind;
  if (line.kind == LineKind::path) return true;
  const bool takes_file =
      line.option == "--requirement" || line.option == "--constraint" || line.option == "--editable";
  return line.kind == LineKind::option && takes_file && line.value.find("://") == std::string::npos;
}

void check_files(const CondaOf& of, base::Diagnostics& diagnostics) {
  for (std::size_t i = 0; i < of.conda.pip.size(); ++i) {
    const formats::PipRequirement line = formats::parse_pip_requirement(of.conda.pip[i]);
    if (!line.faults.empty() || !names_file(line)) continue;
    diagnostics.report(of.place({formats::CondaPart::pip, i}), requirement_not_sent, of.conda.pip[i])
        .with_label("where the image is built there is no such file")
        .with_help(
            "write its requirements here, or build the image from a `build_context` that holds the file");
  }
}

void run(const Context& context, base::Diagnostics& diagnostics) {
  for (const CondaOf& of : all_conda(context)) {
    for (const formats::CondaProblem& problem : formats::check_conda(of.conda))
      check(of, problem, diagnostics);
    check_files(of, diagnostics);
  }
}

constexpr const base::DiagnosticInfo* kReports[] = {&unreadable_conda_spec, &unreadable_channel,
                                                    &unreadable_requirement, &requirement_not_sent};

}  // namespace

const Rule kCondaTexts{kReports, run};

}  // namespace rules
