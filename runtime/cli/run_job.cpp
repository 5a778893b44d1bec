#include "runtime/cli/run_job.h"

#include <fmt/format.h>

namespace cli {

namespace {

local::Text as_local(const ir::Pieces& pieces) {
  local::Text out;
  for (const ir::Piece& piece : pieces) {
    const auto kind = piece.kind == ir::Piece::Kind::text     ? local::Piece::Kind::text
                      : piece.kind == ir::Piece::Kind::input  ? local::Piece::Kind::input
                      : piece.kind == ir::Piece::Kind::output ? local::Piece::Kind::output
                                                              : local::Piece::Kind::run;
    out.push_back({kind, piece.text});
  }
  return out;
}

}  // namespace

local::Job as_local_job(const ir::LocalJob& job) {
  local::Job out;
  out.name = job.name;
  out.display_name = job.display_name;
  if (!job.experiment.empty()) out.experiment = job.experiment;
  out.description = job.description;
  out.source = job.source;
  out.command = as_local(job.command);
  for (const ir::LocalInput& one : job.inputs)
    out.inputs.push_back({one.name, one.type, one.value, one.mode});
  for (const ir::LocalOutput& one : job.outputs)
    out.outputs.push_back({one.name, one.type, one.mode, one.path});
  for (const auto& [name, text] : job.variables) out.variables.emplace_back(name, as_local(text));
  if (job.time_limit_ms) out.time_limit = std::chrono::milliseconds(*job.time_limit_ms);
  out.code = job.code;
  out.environment = job.environment;
  out.tags = job.tags;
  out.subscription_id = job.subscription_id;
  out.resource_group = job.resource_group;
  out.workspace_name = job.workspace_name;
  return out;
}

std::expected<const sema::Declaration*, Exit> job_to_run(const Loaded& loaded, Console& console) {
  std::vector<const sema::Declaration*> jobs;
  for (const sema::Declaration* one : loaded.model().targets) {
    if (one->kind != nullptr && one->kind->name == "job") jobs.push_back(one);
  }
  if (jobs.size() == 1) return jobs.front();
  const std::string& path = loaded.unit.path;
  const std::string& target = loaded.request.options.sema.target;
  if (jobs.empty() && !target.empty())
    return std::unexpected(console.usage(fmt::format("`{}` is no job", target)));
  if (jobs.empty()) return std::unexpected(console.usage(fmt::format("`{}` has no job to run", path)));
  std::string message = fmt::format("`{}` has {} jobs; which one?", path, jobs.size());
  for (const sema::Declaration* job : jobs) message += fmt::format("\n  amljob run {} {}", path, job->name);
  return std::unexpected(console.usage(message));
}

}  // namespace cli
