// Nodes: of a cluster, and of the jobs that run on it. Source: arithmetic; limits of clusters:
// facts/limits.h.
#include <fmt/format.h>

#include "facts/limits.h"
#include "rules/rules.h"
#include "rules/walk.h"

namespace rules {
namespace {

AMLJOB_DIAGNOSTIC_ROW(min_over_max, error, "`min_instances` is {}, and `max_instances` is {}", std::int64_t,
                      std::int64_t)
AMLJOB_DIAGNOSTIC_ROW(more_nodes_than_cluster, error, "{} asks for {} nodes, and `{}` has at most {}",
                      std::string, std::int64_t, std::string_view, std::int64_t)
AMLJOB_DIAGNOSTIC_ROW(no_nodes, warning, "this cluster never has a node")
AMLJOB_DIAGNOSTIC_ROW(many_nodes, warning, "`max_instances` is {}, and {} is the known limit", std::int64_t,
                      int)
AMLJOB_DIAGNOSTIC_ROW(nodes_always_on, hint, "{} even when no job runs", std::string)

constexpr const base::DiagnosticInfo* kReports[] = {&min_over_max, &more_nodes_than_cluster, &no_nodes,
                                                    &many_nodes, &nodes_always_on};

void check_cluster(const sema::Body& body, Seen& seen, base::Diagnostics& diagnostics) {
  const sema::FieldValue* least = given(body, "min_instances");
  const sema::FieldValue* most = given(body, "max_instances");
  const auto* min = value_of<std::int64_t>(body, "min_instances");
  const auto* max = value_of<std::int64_t>(body, "max_instances");
  if (!min || !max) return;
  if (*min > *max && least && seen.first(least->value.at)) {
    base::Diagnostic& report = diagnostics.report(least->value.at, min_over_max, *min, *max);
    if (most) {
      report.note(most->value.at, "the most nodes are given here");
    } else {
      report.with_help("`max_instances` is 4 where it is not given");
    }
    return;
  }
  if (most && *max == 0 && seen.first(most->value.at)) {
    diagnostics.report(most->value.at, no_nodes)
        .with_label("its jobs stay in the queue")
        .with_help("write `max_instances = 1` or more; with `min_instances = 0` idle nodes cost nothing");
  }
  if (most && *max > facts::kClusterNodes && seen.first(most->value.at)) {
    diagnostics.report(most->value.at, many_nodes, *max, facts::kClusterNodes)
        .with_help(
            fmt::format("more on request (documented; known on {})", facts::to_string(facts::kLimitsAsOf)));
  }
  if (least && *min > 0 && *min <= *max && seen.first(least->value.at)) {
    diagnostics
        .report(least->value.at, nodes_always_on,
                *min == 1 ? "1 node is paid" : fmt::format("{} nodes are paid", *min))
        .with_help("with `min_instances = 0` they start when a job comes");
  }
}

void check_job(const sema::Declaration& job, Seen& seen, base::Diagnostics& diagnostics) {
  const sema::Declaration* compute = declaration_of(*job.body, "compute");
  const sema::FieldValue* count = given(*job.body, "resources.instance_count");
  const auto* nodes = count ? count->value.get<std::int64_t>() : nullptr;
  if (!compute || !compute->body || compute->existing || !nodes) return;
  const auto* most = value_of<std::int64_t>(*compute->body, "max_instances");
  if (!most || *nodes <= *most || !seen.first(count->value.at)) return;
  const sema::FieldValue* field = compute->body->find("max_instances");
  diagnostics.report(count->value.at, more_nodes_than_cluster, subject(job), *nodes, compute->name, *most)
      .with_label("the job would wait for ever")
      .note(field->fallback ? compute->name_at : field->value.at,
            field->fallback ? "its `max_instances` is 4 by default" : "the most nodes are given here")
      .with_help("raise `max_instances`, or ask for fewer nodes");
}

void run(const Context& context, base::Diagnostics& diagnostics) {
  Seen seen;
  for (const sema::Declaration* compute : declarations_of(context, "compute")) {
    check_cluster(*compute->body, seen, diagnostics);
  }
  for (const sema::Declaration* job : declarations_of(context, "job")) check_job(*job, seen, diagnostics);
}

}  // namespace

const Rule kInstances{kReports, run};

}  // namespace rules
