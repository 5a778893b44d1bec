// `amljob plan`: what would happen, in plain words.
#include "ir/describe.h"
#include "runtime/cli/commands.h"
#include "runtime/cli/exits.h"
#include "runtime/cli/load.h"
#include "runtime/cli/options.h"

namespace cli {

namespace {

Exit run(const Arguments& arguments, Console& console) {
  const auto planned = make_plan(arguments, console, false);
  if (!planned) return planned.error();
  const bool json = arguments.value(option::kResultFormat, "text") == "json";
  console.out(json ? ir::described_as_json(planned->plan) : ir::in_plain_words(planned->plan));
  return Exit::good;
}

constexpr const frame::Option* kOptions[] = {
    &option::kResultFormat,  &option::kDefine,   &option::kParams,
    &option::kInput,         &option::kSet,      &option::kWorkspaceId,
    &option::kApiVersion,    &option::kLocation, &option::kDefaultStorage,
    &option::kResolveLabels, &option::kHints,    &option::kSeverity,
    &option::kErrorOn,       &option::kAsOf,     &option::kStdinPath};
constexpr frame::Example kExamples[] = {
    {"plan train.amljob", "which Python runs, what is uploaded, what is created"},
    {"plan train.amljob job.train --params env/prod.amlparams", "of one job, with the params of production"},
    {"plan train.amljob --format json", "the same for a program"},
};
constexpr frame::ExitRow kExits[] = {kExitDone, kExitErrors, kExitUsage, kExitWorld};

}  // namespace

constexpr frame::Command kPlan{
    .name = "plan",
    .doc = "Say in plain words what will run, be uploaded and created",
    .usage = "FILE [TARGET] [OPTION]…",
    .more = "Everything is said from the program alone: nothing is asked of the service.",
    .least = 1,
    .most = 2,
    .operands = frame::Operands::programs_and_targets,
    .options = kOptions,
    .examples = kExamples,
    .exits = kExits,
    .run = run};

}  // namespace cli
