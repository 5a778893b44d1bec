// `amljob run`: runs a job on this machine.
#include "runtime/local/run.h"

#include <csignal>

#include "runtime/cli/commands.h"
#include "runtime/cli/exits.h"
#include "runtime/cli/load.h"
#include "runtime/cli/options.h"
#include "runtime/cli/run_events.h"
#include "runtime/cli/run_job.h"
#include "runtime/posix_host.h"

namespace cli {

namespace {

constexpr std::string_view kEngines[] = {"process"};
constexpr frame::Option kEngine{.name = "--engine",
                                .value = "ENGINE",
                                .doc = "what runs it: process, with the Python that is on PATH",
                                .words = kEngines};
constexpr frame::Option kEvents{.name = "--format",
                                .value = "FORMAT",
                                .doc = "text, or jsonl: one event a line",
                                .words = option::kTextOrJsonLines};
constexpr frame::Option kKeep{.name = "--keep-work",
                              .doc = "keep the working directory of a job that succeeds"};

Exit exit_of(const local::Record& record, const runtime::Interrupts& interrupts) {
  if (record.state == local::State::completed) return Exit::good;
  return interrupts.count() > 0 ? Exit::interrupted : Exit::findings;
}

Exit run_here(const local::Job& job, const base::Files& files, const Arguments& arguments, Console& console) {
  const auto store = local::open_store(console.host(), arguments.value(option::kState));
  if (!store) return console.world(store.error());
  // That nobody reads our output any more does not end the job. Handled, not ignored: what is ignored here
  // would be ignored in the job too.
  std::signal(SIGPIPE, [](int) {});
  const runtime::SignalInterrupts interrupts;
  const auto printer = run_printer(arguments.value(kEvents, "text"), *store, console);
  local::Events events;
  events.prepared = [&](const local::Record& record) { printer->prepared(record); };
  events.output = [&](std::string_view bytes) { printer->output(bytes); };
  local::RunOptions options;
  options.interrupts = &interrupts;
  options.keep_work = arguments.has(kKeep);
  const auto record = local::run(job, *store, console.host(), files, options, events);
  if (!record) return console.world(record.error());
  printer->ended(*record);
  return exit_of(*record, interrupts);
}

Exit run(const Arguments& arguments, Console& console) {
  auto loaded = load(arguments, console, {.need_values = true});
  if (!loaded) return loaded.error();
  const sema::Declaration* job = nullptr;
  if (!loaded->unit.compilation->diagnostics.has_errors()) {
    const auto found = job_to_run(*loaded, console);
    if (!found) return found.error();
    job = *found;
  }
  const auto planned = seal_plan(std::move(*loaded), arguments, console, false);
  if (!planned) return planned.error();
  const local::Job local = as_local_job(ir::local_job(planned->plan, *job));
  return run_here(local, *planned->loaded.files, arguments, console);
}

constexpr const frame::Option* kOptions[] = {&kEngine,          &kEvents,         &kKeep,
                                             &option::kState,   &option::kDefine, &option::kParams,
                                             &option::kInput,   &option::kSet,    &option::kSeverity,
                                             &option::kErrorOn, &option::kAsOf,   &option::kStdinPath};
constexpr frame::Example kExamples[] = {
    {"run train.amljob", "the job of the file"},
    {"run train.amljob job.train --input epochs=2", "one of several, with an input of its own"},
    {"run train.amljob --format jsonl > events.jsonl", "for a program: one event a line"},
};
constexpr frame::ExitRow kExits[] = {
    {Exit::good, "the job succeeded"},
    {Exit::findings, "the program has errors, or the job failed"},
    {Exit::usage, "the command line is wrong, or there are several jobs"},
    {Exit::world, "data is missing, the disk is full, a process cannot be started"},
    {Exit::interrupted, "Ctrl-C: once ends the job, twice at once"},
};

}  // namespace

constexpr frame::Command kRun{
    .name = "run",
    .doc = "Run a job on this machine",
    .usage = "FILE [TARGET] [OPTION]…",
    .more =
        "The job sees what it would see in Azure: a copy of its code under the ignore rules, its inputs and "
        "outputs as "
        "paths, and the service's variables. Its environment is not built: it gets the Python that is here.",
    .least = 1,
    .most = 2,
    .operands = frame::Operands::programs_and_targets,
    .options = kOptions,
    .examples = kExamples,
    .exits = kExits,
    .run = run};

}  // namespace cli
