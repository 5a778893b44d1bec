// What conda or the service warns of in conda dependencies: no channels, pip packages without pip, versions
// that are not fixed. Source: how-to-troubleshoot-environments.md of MicrosoftDocs/azure-ai-docs at 05e88d3d
// (2026-07-02).
#include <fmt/format.h>

#include <algorithm>

#include "formats/conda_spec.h"
#include "formats/pip_requirement.h"
#include "rules/conda_of.h"
#include "rules/rules.h"
#include "rules/walk.h"

namespace rules {
namespace {

AMLJOB_DIAGNOSTIC_ROW(no_channels, warning, "these conda packages come from no named channel")
AMLJOB_DIAGNOSTIC_ROW(pip_not_listed, hint, "pip packages are listed, and `pip` itself is not")
AMLJOB_DIAGNOSTIC_ROW(unpinned_packages, hint, "{} can be another version tomorrow", std::string)

using Kind = formats::CondaProblemKind;

// "`numpy`", "`numpy` and `torch`", "`numpy`, `torch` and 3 more".
std::string listed(const std::vector<std::string>& names) {
  constexpr std::size_t kShown = 3;
  const std::size_t shown = names.size() <= kShown ? names.size() : kShown - 1;
  std::string out;
  for (std::size_t i = 0; i < shown; ++i) {
    const bool last = i + 1 == names.size();
    out += fmt::format("{}`{}`", i == 0 ? "" : last ? " and " : ", ", names[i]);
  }
  return shown == names.size() ? out : fmt::format("{} and {} more", out, names.size() - shown);
}

void report_unpinned(const CondaOf& of, const std::vector<formats::CondaProblem>& problems,
                     base::Diagnostics& diagnostics) {
  std::vector<std::string> names;
  base::Span at;
  for (const formats::CondaProblem& problem : problems) {
    if (problem.kind != Kind::unpinned_package && problem.kind != Kind::unpinned_pip) continue;
    const std::string name(formats::text_at(of.text(problem.item), problem.at));
    if (name == "pip" || std::find(names.begin(), names.end(), name) != names.end()) continue;
    if (!at.known()) at = of.place(problem.item);
    names.push_back(name);
  }
  if (names.empty()) return;
  diagnostics.report(at, unpinned_packages, listed(names))
      .with_help("name a version: `=1.2` for conda, `==1.2.3` for pip");
}

void check(const CondaOf& of, base::Diagnostics& diagnostics) {
  const std::vector<formats::CondaProblem> problems = formats::check_conda(of.conda);
  report_unpinned(of, problems, diagnostics);
  if (!of.whole || is_template(*of.environment)) return;
  const bool own_channels =
      std::all_of(of.conda.packages.begin(), of.conda.packages.end(),
                  [](const std::string& package) { return package.find("::") != std::string::npos; });
  for (const formats::CondaProblem& problem : problems) {
    if (problem.kind == Kind::no_channels && !own_channels) {
      diagnostics.report(of.place(problem.item), no_channels)
          .with_label("conda then takes `defaults`, whose terms of use companies have to look at")
          .with_help("name one, as in `channels = [\"conda-forge\"]`");
    }
    if (problem.kind == Kind::no_pip) {
      diagnostics.report(of.place({formats::CondaPart::pip, 0}), pip_not_listed)
          .with_help("conda adds it and warns; name it among the packages, as in `\"pip=24.2\"`");
    }
  }
}

void run(const Context& context, base::Diagnostics& diagnostics) {
  for (const CondaOf& of : all_conda(context)) check(of, diagnostics);
}

constexpr const base::DiagnosticInfo* kReports[] = {&no_channels, &pip_not_listed, &unpinned_packages};

}  // namespace

const Rule kCondaHabits{kReports, run};

}  // namespace rules
