// An environment names its image or builds one, not both. Source: the service's own check of environments
// ("too many docker options"), how-to-troubleshoot-environments.md of MicrosoftDocs/azure-ai-docs at 05e88d3d
// (2026-07-02).
#include "rules/rules.h"
#include "rules/walk.h"

namespace rules {
namespace {

AMLJOB_DIAGNOSTIC_ROW(image_and_dockerfile, error, "{} has both `{}` and `{}`", std::string_view,
                      std::string_view, std::string_view)

constexpr std::string_view kWays[] = {"docker.base_image", "docker.base_dockerfile", "docker.build_context"};

std::string_view help(const sema::FieldValue& first) {
  if (first.field->name == "base_image") return "keep one; with the Dockerfile write `base_image = none`";
  return "keep one: the text of a Dockerfile, or a folder that holds one";
}

void run(const Context& context, base::Diagnostics& diagnostics) {
  Seen seen;
  for (const sema::Declaration* environment : declarations_of(context, "environment")) {
    std::vector<const sema::FieldValue*> ways;
    for (const std::string_view way : kWays) {
      const sema::FieldValue* field = given(*environment->body, way);
      // What hangs on a param may turn out to be `none`.
      if (field && !field->value.is<sema::Unknown>()) ways.push_back(field);
    }
    if (ways.size() < 2 || !seen.first(ways[1]->name_at)) continue;
    base::Diagnostic& report =
        diagnostics.report(ways[1]->name_at, image_and_dockerfile, subject(*environment),
                           ways[0]->field->name, ways[1]->field->name);
    const bool text = ways[1]->field->name == "base_dockerfile";
    report.with_label(text ? "and built here: a Dockerfile names its own image in `FROM`"
                           : "and built here: the folder's Dockerfile names its own image in `FROM`");
    report.note(ways[0]->name_at, ways[0]->field->name == "base_image" ? "the image is named here"
                                                                       : "a Dockerfile is given here");
    if (ways.size() > 2) report.note(ways[2]->name_at, "and a folder to build from here");
    report.with_help(std::string(help(*ways[0])));
  }
}

constexpr const base::DiagnosticInfo* kReports[] = {&image_and_dockerfile};

}  // namespace

const Rule kImageAndDockerfile{kReports, run};

}  // namespace rules
