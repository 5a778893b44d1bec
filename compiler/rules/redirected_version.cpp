// `pip install numpy>=1.2` in shell text: the shell takes `>` for a redirection, writes a file `=1.2`, and
// pip installs any version. In commands and in `RUN`.
#include "formats/dockerfile.h"
#include "formats/shell.h"
#include "rules/dockerfiles.h"
#include "rules/rules.h"
#include "rules/walk.h"

namespace rules {
namespace {

AMLJOB_DIAGNOSTIC_ROW(redirected_version, error, "the shell writes into a file here, and `{}` has no version",
                      std::string)

std::string name_of(std::string_view requirement) {
  return std::string(requirement.substr(0, requirement.find_first_of("<>=!~")));
}

void report(const TextPlace& place, formats::Range at, const std::string& what,
            const std::optional<std::string>& instead, base::Diagnostics& diagnostics) {
  const std::string name = name_of(formats::text_at(place.text(), at));
  base::Diagnostic& made = diagnostics.report(place.at(at), redirected_version, name);
  made.with_label(what);
  if (instead && place.exact(at)) {
    made.fix("quote the requirement", base::Safe::yes, {{place.at(at), place.spelled(*instead)}});
  } else {
    made.with_help("put the requirement in quotes");
  }
}

void run(const Context& context, base::Diagnostics& diagnostics) {
  for (const DockerfileOf& dockerfile : dockerfiles(context)) {
    for (const formats::DockerProblem& problem : dockerfile.file.problems) {
      if (problem.kind != formats::DockerProblemKind::redirected_version) continue;
      report(dockerfile.place, problem.at, problem.what, problem.instead, diagnostics);
    }
  }
  Seen seen;
  for (const sema::Declaration* job : declarations_of(context, "job")) {
    const sema::FieldValue* command = given(*job->body, "command");
    if (!command || !seen.first(command->value.at)) continue;
    const TextPlace place(context.model.sources, command->value);
    const formats::ShellText shell = formats::parse_shell(place.text());
    for (const formats::Fault& fault : formats::redirected_versions(shell, place.text())) {
      report(place, fault.at, fault.what, fault.instead, diagnostics);
    }
  }
}

constexpr const base::DiagnosticInfo* kReports[] = {&redirected_version};

}  // namespace

const Rule kRedirectedVersion{kReports, run};

}  // namespace rules
