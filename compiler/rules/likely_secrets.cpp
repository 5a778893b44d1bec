// Likely secrets in the program itself: they are kept with the job and shown to everyone who can read it.
#include <fmt/format.h>

#include "formats/secrets.h"
#include "formats/url.h"
#include "rules/conda_of.h"
#include "rules/dockerfiles.h"
#include "rules/rules.h"
#include "rules/text_place.h"
#include "rules/walk.h"
#include "snapshot/secrets.h"

namespace rules {
namespace {

AMLJOB_DIAGNOSTIC_ROW(likely_secret, warning, "this looks like {}", std::string_view)
AMLJOB_DIAGNOSTIC_ROW(secret_variable, warning, "`{}` is named like a secret, and its value stands here",
                      std::string)

constexpr std::string_view kHelp =
    "it is kept with the job, for everyone who can read that; let the job read it from a key vault or a "
    "connection, and "
    "replace this one";

bool check_text(const TextPlace& place, base::Diagnostics& diagnostics) {
  const std::vector<snapshot::SecretInText> found = snapshot::secrets_in_text(place.text());
  for (const snapshot::SecretInText& secret : found) {
    diagnostics.report(place.at({secret.begin, secret.end}), likely_secret, secret.what)
        .with_help(std::string(kHelp));
  }
  if (!found.empty()) return true;
  const std::optional<formats::Range> login = formats::url_credentials(place.text());
  if (!login) return false;
  diagnostics.report(place.at(*login), likely_secret, "a login in an address").with_help(std::string(kHelp));
  return true;
}

void check_dockerfile(const DockerfileOf& of, base::Diagnostics& diagnostics) {
  for (const formats::Instruction& one : of.file.instructions) {
    const bool sets =
        one.kind == formats::DockerInstruction::env || one.kind == formats::DockerInstruction::arg;
    if (!sets) continue;
    for (const formats::DockerWord& word : one.words) {
      const std::size_t equals = word.text.find('=');
      if (equals == std::string::npos) continue;
      const std::string_view text = word.text;
      const std::string name(text.substr(0, equals));
      if (!formats::is_likely_secret(name, text.substr(equals + 1))) continue;
      if (!snapshot::secrets_in_text(text).empty()) continue;  // reported as what it is
      diagnostics.report(of.place.at(word.at), secret_variable, name)
          .with_label("everyone who can pull the image can read it")
          .with_help("give it to the job when it runs");
    }
  }
}

void check_body(const Context& context, const sema::Body& body, Seen& seen, base::Diagnostics& diagnostics) {
  each_text(body, [&](const TextOf& one) {
    const TextPlace place(context.model.sources, *one.value);
    if (!seen.first(place.all()) || check_text(place, diagnostics)) return;
    const bool member = one.field == nullptr && place.deferred().empty();
    if (!member || !formats::is_likely_secret(one.name, place.text())) return;
    diagnostics.report(place.all(), secret_variable, std::string(one.name)).with_help(std::string(kHelp));
  });
}

// Channels and indexes of a conda file; those of fields are texts of the program.
void check_conda_file(const CondaOf& of, base::Diagnostics& diagnostics) {
  if (of.source == 0) return;
  for (const formats::CondaProblem& problem : formats::check_conda(of.conda)) {
    if (problem.kind != formats::CondaProblemKind::credentials) continue;
    diagnostics.report(of.place(problem.item, problem.at), likely_secret, "a login in an address")
        .with_help(std::string(kHelp));
  }
}

void run(const Context& context, base::Diagnostics& diagnostics) {
  Seen seen;
  for (const sema::Declaration& one : context.model.declarations) {
    if (one.body && one.kind) check_body(context, *one.body, seen, diagnostics);
  }
  for (const DockerfileOf& one : dockerfiles(context)) {
    check_dockerfile(one, diagnostics);
    if (seen.first(one.place.all())) check_text(one.place, diagnostics);
  }
  for (const CondaOf& of : all_conda(context)) check_conda_file(of, diagnostics);
}

constexpr const base::DiagnosticInfo* kReports[] = {&likely_secret, &secret_variable};

}  // namespace

const Rule kLikelySecrets{kReports, run};

}  // namespace rules
