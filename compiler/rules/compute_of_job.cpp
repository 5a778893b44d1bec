// Settings of a job that its compute does not take. Source: how-to-use-serverless-compute.md of
// MicrosoftDocs/azure-ai-docs (read 2026-08); names-and-limits of quotas at 0c509fa9 (2026-01-27).
#include <fmt/format.h>

#include "rules/rules.h"
#include "rules/walk.h"

namespace rules {
namespace {

AMLJOB_DIAGNOSTIC_ROW(unused_instance_type, warning, "`instance_type` says nothing on `{}`", std::string_view)
AMLJOB_DIAGNOSTIC_ROW(unused_queue_settings, warning, "`queue_settings` say nothing on `{}`",
                      std::string_view)
AMLJOB_DIAGNOSTIC_ROW(serverless_identity, warning, "serverless compute has no identity of its own")
AMLJOB_DIAGNOSTIC_ROW(nodes_taken_away, hint, "the nodes of {} can be taken away while it runs", std::string)

void check_cluster(const sema::Declaration& job, const sema::Declaration& compute, Seen& seen,
                   base::Diagnostics& diagnostics) {
  const sema::Body& body = *job.body;
  const bool cluster = compute.body && !compute.existing && compute.body->text("type") == "amlcompute";
  if (!cluster) return;
  const sema::FieldValue* type = given(body, "resources.instance_type");
  if (type && seen.first(type->name_at)) {
    diagnostics.report(type->name_at, unused_instance_type, compute.name)
        .with_label("the nodes of a cluster have its `size`")
        .note(compute.name_at, "declared here")
        .with_help("take it away: it is for serverless compute and Kubernetes");
  }
  const sema::FieldValue* queue = given(body, "queue_settings");
  if (queue && seen.first(queue->name_at)) {
    diagnostics.report(queue->name_at, unused_queue_settings, compute.name)
        .note(compute.name_at, "declared here")
        .with_help("take it away: it is for serverless compute; a cluster has `tier`");
  }
  const sema::FieldValue* field = given(body, "compute");
  if (compute.body->text("tier") == "low_priority" && seen.first(field->value_at)) {
    diagnostics.report(field->value_at, nodes_taken_away, subject(job))
        .note(compute.body->find("tier")->value.at, "these are low-priority nodes")
        .with_help("save checkpoints into an output: the job then starts from its beginning");
  }
}

void check_serverless(const sema::Body& job, Seen& seen, base::Diagnostics& diagnostics) {
  if (job.text("compute") != "serverless" || job.text("identity.type") != "managed") return;
  for (const std::string_view id : {"client_id", "object_id", "msi_resource_id"}) {
    if (given(*block_of(job, "identity"), id)) return;
  }
  const sema::FieldValue* type = job.at_path("identity.type");
  if (!seen.first(type->value.at)) return;
  diagnostics.report(type->value.at, serverless_identity)
      .with_help(
          "name a user-assigned identity with `client_id`, or write `type = \"user_identity\"` (documented; "
          "known on 2026-08-31)");
}

void run(const Context& context, base::Diagnostics& diagnostics) {
  Seen seen;
  for (const sema::Declaration* job : declarations_of(context, "job")) {
    if (const sema::Declaration* compute = declaration_of(*job->body, "compute")) {
      check_cluster(*job, *compute, seen, diagnostics);
    }
    check_serverless(*job->body, seen, diagnostics);
  }
}

constexpr const base::DiagnosticInfo* kReports[] = {&unused_instance_type, &unused_queue_settings,
                                                    &serverless_identity, &nodes_taken_away};

}  // namespace

const Rule kComputeOfJob{kReports, run};

}  // namespace rules
