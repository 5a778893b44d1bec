// An environment without any image. Source: the service's own check ("missing docker options"), as of
// 2026-07-02.
#include "rules/rules.h"
#include "rules/walk.h"

namespace rules {
namespace {

AMLJOB_DIAGNOSTIC_ROW(no_image, error, "{} names no image", std::string_view)

bool has_image(const sema::Body& body) {
  const sema::FieldValue* docker = given(body, "docker");
  if (!docker) return body.raw != nullptr;                  // `raw` may hold it
  if (!docker->value.is<const sema::Body*>()) return true;  // wrong, and reported
  return given(body, "docker.base_image") || given(body, "docker.base_dockerfile") ||
         given(body, "docker.build_context");
}

void run(const Context& context, base::Diagnostics& diagnostics) {
  for (const sema::Declaration* environment : declarations_of(context, "environment")) {
    if (is_template(*environment) || has_image(*environment->body)) continue;
    diagnostics.report(environment->name_at, no_image, subject(*environment))
        .with_help(
            "write `docker { base_image = \"…\" }`, or give a Dockerfile with `base_dockerfile` or "
            "`build_context`");
  }
}

constexpr const base::DiagnosticInfo* kReports[] = {&no_image};

}  // namespace

const Rule kNoImage{kReports, run};

}  // namespace rules
