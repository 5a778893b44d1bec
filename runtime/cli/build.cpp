// `amljob build`: the artifacts.
#include <fmt/format.h>

#include <algorithm>

#include "backends/backend.h"
#include "runtime/cli/artifacts.h"
#include "runtime/cli/commands.h"
#include "runtime/cli/exits.h"
#include "runtime/cli/frame/words.h"
#include "runtime/cli/load.h"
#include "runtime/cli/options.h"

namespace cli {

namespace {

constexpr frame::Option kOutput{
    .name = "--output", .letter = "-o", .value = "DIR", .doc = "the folder to write to"};

Exit run(const Arguments& arguments, Console& console) {
  if (!arguments.has(kOutput)) return console.usage("`build` needs `-o DIR`, the folder to write to");
  const auto planned = make_plan(arguments, console, true);
  if (!planned) return planned.error();
  const std::vector<backends::Artifact> artifacts = backends::emit_all(planned->plan, *planned->loaded.files);
  const std::string folder(arguments.value(kOutput));
  if (const auto written = write_artifacts(artifacts, folder, console.host()); !written) {
    return console.world(written.error());
  }
  const auto requests = static_cast<std::uint64_t>(std::count_if(
      artifacts.begin(), artifacts.end(), [](const auto& one) { return one.path.starts_with("requests/"); }));
  console.out(fmt::format("built {} in {} ({})\n", frame::counted(requests, "request"), folder,
                          frame::counted(artifacts.size(), "file")));
  return Exit::good;
}

constexpr const frame::Option* kOptions[] = {&kOutput,
                                             &option::kDefine,
                                             &option::kParams,
                                             &option::kInput,
                                             &option::kSet,
                                             &option::kWorkspaceId,
                                             &option::kApiVersion,
                                             &option::kLocation,
                                             &option::kDefaultStorage,
                                             &option::kResolveLabels,
                                             &option::kFormat,
                                             &option::kHints,
                                             &option::kSeverity,
                                             &option::kErrorOn,
                                             &option::kAsOf,
                                             &option::kStdinPath};
constexpr frame::Example kExamples[] = {
    {"build train.amljob -o out", "Dockerfiles, conda files and requests for all that nothing else uses"},
    {"build train.amljob job.train -o out -D epochs=5", "for one job, with a param"},
    {"build train.amljob -o out --params env/prod.amlparams", "with the params of production"},
};
constexpr frame::ExitRow kExits[] = {kExitDone, kExitErrors, kExitUsage, kExitWorld};

}  // namespace

constexpr frame::Command kBuild{
    .name = "build",
    .doc = "Write Dockerfiles, conda files, requests and the manifest",
    .usage = "FILE [TARGET] -o DIR [OPTION]…",
    .more =
        "TARGET is KIND.NAME or a name; without it, everything that nothing else in the file uses is built.",
    .least = 1,
    .most = 2,
    .operands = frame::Operands::programs_and_targets,
    .options = kOptions,
    .examples = kExamples,
    .exits = kExits,
    .run = run};

}  // namespace cli
