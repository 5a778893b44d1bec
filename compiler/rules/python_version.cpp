// Which Python the conda environment gets: none named, or one past its end. Source: the service's own
// warnings on environments (how-to-troubleshoot-environments.md at 05e88d3d, 2026-07-02); ends of releases:
// facts/images.h.
#include <fmt/format.h>

#include "facts/images.h"
#include "formats/conda_spec.h"
#include "rules/conda_of.h"
#include "rules/images_used.h"
#include "rules/rules.h"
#include "rules/walk.h"

namespace rules {
namespace {

AMLJOB_DIAGNOSTIC_ROW(no_python, warning, "these conda packages name no Python")
AMLJOB_DIAGNOSTIC_ROW(end_of_life_python, warning, "Python {} is known to be past its end of life",
                      std::string_view)
AMLJOB_DIAGNOSTIC_ROW(ending_python, hint, "Python {} is known to reach its end of life on {}",
                      std::string_view, std::string)
AMLJOB_DIAGNOSTIC_ROW(exact_short_version, warning, "`{}` asks for the first release alone", std::string)

constexpr int kSoonDays = 180;

std::string as_of() { return fmt::format("by the table of {}", facts::to_string(facts::kImagesAsOf)); }

void check_version(const Context& context, std::string_view version, base::Span at,
                   base::Diagnostics& diagnostics) {
  const facts::Lifetime* life = facts::python_lifetime(version);
  if (!life) return;
  const std::string end = facts::to_string(life->end);
  if (life->end <= context.today) {
    diagnostics.report(at, end_of_life_python, life->version)
        .with_label(fmt::format("no more security fixes since {}", end))
        .with_help(as_of() + "; newer packages are no longer built for it");
  } else if (facts::days_between(context.today, life->end) <= kSoonDays) {
    diagnostics.report(at, ending_python, life->version, end).with_help(as_of());
  }
}

void check(const Context& context, const CondaOf& of, base::Diagnostics& diagnostics) {
  if (const auto python = formats::python_of(of.conda); python && !python->version.empty()) {
    const formats::CondaItem item{formats::CondaPart::packages, python->index};
    check_version(context, python->version,
                  of.place(item, formats::parse_conda_spec(of.text(item)).version_at), diagnostics);
  }
  for (const formats::CondaProblem& problem : formats::check_conda(of.conda)) {
    if (problem.kind == formats::CondaProblemKind::exact_short_version) {
      base::Diagnostic& report =
          diagnostics.report(of.place(problem.item, problem.at), exact_short_version, of.text(problem.item));
      report.with_label(problem.what);
      add_fix(of, problem, "write one `=`", report);
    }
    if (problem.kind == formats::CondaProblemKind::no_python && of.whole && !is_template(*of.environment)) {
      diagnostics.report(of.packages_at.known() ? of.packages_at : of.place(problem.item), no_python)
          .with_label("conda takes any version, or none")
          .with_help("name it, as in `\"python=3.11\"`");
    }
  }
}

// `python:3.8-slim`
void check_image(const Context& context, const ImageUse& use, base::Diagnostics& diagnostics) {
  if (!use.last_stage || formats::repository(use.image) != "docker.io/library/python") return;
  const std::string_view tag = use.image.tag;
  if (tag.empty() || tag[0] < '0' || tag[0] > '9') return;
  check_version(context, tag.substr(0, tag.find('-')), use.at, diagnostics);
}

void run(const Context& context, base::Diagnostics& diagnostics) {
  for (const CondaOf& of : all_conda(context)) check(context, of, diagnostics);
  for (const ImageUse& use : images_used(context)) check_image(context, use, diagnostics);
}

constexpr const base::DiagnosticInfo* kReports[] = {&no_python, &end_of_life_python, &ending_python,
                                                    &exact_short_version};

}  // namespace

const Rule kPythonVersion{kReports, run};

}  // namespace rules
