// Several nodes or processes: whether something starts them, and whether their counts fit. Source: what the
// service's launcher does (how-to-train-distributed-gpu.md of MicrosoftDocs/azure-ai-docs, read 2026-08);
// GPUs: facts/vm_sizes.h.
#include <fmt/format.h>

#include "facts/limits.h"
#include "facts/vm_sizes.h"
#include "rules/code_folders.h"
#include "rules/rules.h"
#include "rules/walk.h"

namespace rules {
namespace {

AMLJOB_DIAGNOSTIC_ROW(no_distribution, warning, "{} runs on {} nodes without `distribution`", std::string,
                      std::int64_t)
AMLJOB_DIAGNOSTIC_ROW(more_processes_than_gpus, warning, "{} on a node, and `{}` is known to have {}",
                      std::string, std::string_view, std::string)
AMLJOB_DIAGNOSTIC_ROW(idle_gpus, hint, "{} on a node, and `{}` is known to have {}", std::string,
                      std::string_view, std::string)
AMLJOB_DIAGNOSTIC_ROW(worker_count, warning, "{} on {}", std::string, std::string)
AMLJOB_DIAGNOSTIC_ROW(many_mpi_nodes, warning, "an MPI job on {} nodes, and {} is the known limit",
                      std::int64_t, int)

std::int64_t nodes_of(const sema::Body& job) {
  const auto* count = value_of<std::int64_t>(job, "resources.instance_count");
  return count ? *count : 1;
}

// The size of the job's nodes, where this file says it.
const facts::VmSize* size_of(const sema::Body& job) {
  const sema::Declaration* compute = declaration_of(job, "compute");
  std::string_view name;
  if (compute && compute->body && !compute->existing) name = compute->body->text("size");
  if (job.text("compute") == "serverless") name = job.text("resources.instance_type");
  return name.empty() ? nullptr : facts::find_vm_size(name);
}

std::string processes(std::int64_t count) {
  return fmt::format("{} process{}", count, count == 1 ? "" : "es");
}

void check_gpus(const sema::Body& job, const sema::Body& distribution, Seen& seen,
                base::Diagnostics& diagnostics) {
  const facts::VmSize* size = size_of(job);
  if (!size || size->gpu.model.empty() || size->gpu.of != 1) return;
  const std::int64_t gpus = size->gpu.count;
  const sema::FieldValue* field = given(distribution, "process_count_per_instance");
  const auto* count = field ? field->value.get<std::int64_t>() : nullptr;
  if (field && !count) return;
  const std::int64_t started = count ? *count : 1;
  const bool own_launcher = distribution.text("type") == "mpi" && started == 1;
  const sema::FieldValue* type = given(distribution, "type");
  const base::Span at = field ? field->value.at : type ? type->value.at : distribution.at;
  if (started == gpus || own_launcher || !seen.first(at)) return;
  const std::string has = counted(static_cast<std::uint64_t>(gpus), "GPU");
  base::Diagnostic& report =
      started > gpus ? diagnostics.report(at, more_processes_than_gpus, processes(started), size->name, has)
                     : diagnostics.report(at, idle_gpus, processes(started), size->name, has);
  report.with_help(
      fmt::format("write `process_count_per_instance = {}` for one process on each GPU (by the table of {})",
                  gpus, facts::to_string(facts::kVmSizesAsOf)));
}

void check_workers(const sema::Body& job, const sema::Body& distribution, Seen& seen,
                   base::Diagnostics& diagnostics) {
  const sema::FieldValue* field = given(distribution, "worker_count");
  const sema::FieldValue* servers = given(distribution, "parameter_server_count");
  const auto* workers = field ? field->value.get<std::int64_t>() : nullptr;
  const auto* more = servers ? servers->value.get<std::int64_t>() : nullptr;
  if (!workers || (servers && !more)) return;
  const std::int64_t all = *workers + (more ? *more : 0), nodes = nodes_of(job);
  if (all <= nodes || !seen.first(field->value.at)) return;
  const std::string what = more && *more > 0
                               ? fmt::format("{} workers and {} parameter servers", *workers, *more)
                               : counted(static_cast<std::uint64_t>(*workers), "worker");
  base::Diagnostic& report = diagnostics.report(field->value.at, worker_count, what,
                                                counted(static_cast<std::uint64_t>(nodes), "node"));
  if (const sema::FieldValue* count = given(job, "resources.instance_count")) {
    report.note(count->value.at, "the nodes are given here");
  }
  report.with_help(
      fmt::format("write `resources {{ instance_count = {} }}`: each has a node of its own", all));
}

void check(const sema::Declaration& job, Seen& seen, base::Diagnostics& diagnostics) {
  const sema::Body& body = *job.body;
  const sema::FieldValue* field = given(body, "distribution");
  const sema::FieldValue* count = given(body, "resources.instance_count");
  const std::int64_t nodes = nodes_of(body);
  if (!field) {
    if (nodes < 2 || job.incomplete || !seen.first(count->value.at)) return;
    diagnostics.report(count->value.at, no_distribution, subject(job), nodes)
        .with_label("each node would run the whole command by itself")
        .with_help("write `distribution { type = \"pytorch\" }`, or run on one node");
    return;
  }
  const auto* distribution = field->value.get<const sema::Body*>();
  if (!distribution) return;
  const std::string_view type = (*distribution)->text("type");
  if (type == "pytorch" || type == "mpi") check_gpus(body, **distribution, seen, diagnostics);
  if (type == "tensorflow") check_workers(body, **distribution, seen, diagnostics);
  if (type == "mpi" && nodes > facts::kMpiNodes && seen.first(count->value.at)) {
    diagnostics.report(count->value.at, many_mpi_nodes, nodes, facts::kMpiNodes)
        .with_help(fmt::format("documented; known on {}", facts::to_string(facts::kLimitsAsOf)));
  }
}

void run(const Context& context, base::Diagnostics& diagnostics) {
  Seen seen;
  for (const sema::Declaration* job : declarations_of(context, "job")) check(*job, seen, diagnostics);
}

constexpr const base::DiagnosticInfo* kReports[] = {&no_distribution, &more_processes_than_gpus, &idle_gpus,
                                                    &worker_count, &many_mpi_nodes};

}  // namespace

const Rule kDistribution{kReports, run};

}  // namespace rules
