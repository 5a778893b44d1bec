#include "runtime/local/run.h"

#include <fmt/core.h>
#include <string.h>  // sigabbrev_np

#include <filesystem>

#include "runtime/human.h"
#include "runtime/local/liveness.h"
#include "runtime/local/log_file.h"
#include "runtime/local/python.h"
#include "runtime/local/stage.h"
#include "runtime/local/tracking.h"
#include "runtime/local/variables.h"

namespace local {
namespace {

using runtime::HostError;
using Result = std::expected<void, HostError>;

// One run from its name to its end. The steps are called in order; each may fail.
class Course {
 public:
  Course(const Job& job, runtime::Host& host, const RunOptions& options, std::string folder, std::string name)
      : job_(job), host_(host), options_(options), folder_(std::move(folder)) {
    record_.name = std::move(name);
    record_.job = job.name;
    record_.kind = job.kind;
    record_.display_name = job.display_name;
    record_.experiment = job.experiment;
    record_.description = job.description;
    record_.source = job.source;
    record_.environment = job.environment;
    record_.tags = job.tags;
    record_.created = host.now();
    record_.keeper = current_keeper();
    if (job.time_limit) record_.time_limit_ms = job.time_limit->count();
  }

  Record& record() { return record_; }
  bool stopped() const { return options_.interrupts != nullptr && options_.interrupts->count() > 0; }

  Result save() {
    return host_.write(folder_ + "/run.json", to_json(record_), {.mode = 0600, .only_changed = false});
  }

  Result prepare(const Place& place, const base::Files& files) {
    if (auto saved = save(); !saved) return saved;
    auto staged = stage(job_, place, files, [this] { return stopped(); }, record_);
    if (!staged) return std::unexpected(staged.error());
    staged_ = std::move(*staged);
    choose_python(place);
    if (auto set = set_variables(job_, staged_, place, record_, process_); !set) return set;
    const std::expected<std::string, HostError> command = complete(job_.command, staged_, record_);
    if (!command) return std::unexpected(command.error());
    record_.command = without_secrets(*command);
    for (InputRecord& input : record_.inputs) input.value = without_secrets(input.value);
    process_.command = {"bash", "-c", *command};
    process_.folder = place.shown() + "/work";
    process_.limit = job_.time_limit;
    process_.grace = options_.grace;
    process_.interrupts = options_.interrupts;
    return make_tracking(host_, folder_, record_);
  }

  Result execute(const Events& events) {
    std::expected<LogFile, HostError> log = LogFile::open(folder_ + "/user_logs/std_log.txt");
    if (!log) return std::unexpected(log.error());
    record_.state = State::running;
    record_.started = host_.now();
    if (auto saved = save(); !saved) return saved;
    if (events.prepared) events.prepared(record_);
    process_.output = [&](std::string_view bytes) {
      if (events.output) events.output(bytes);
      return log->write(bytes);
    };
    const std::expected<runtime::Ended, HostError> ended = host_.run(process_);
    if (!ended) return std::unexpected(ended.error());
    note_end(*ended);
    if (log->error()) return std::unexpected(*log->error());
    return {};
  }

  Result finish() {
    if (!record_.ended) record_.ended = host_.now();
    if (auto collected = collect(staged_, folder_, record_); !collected) return collected;
    if (auto ended = end_tracking(host_, folder_, record_); !ended) return ended;
    if (record_.state == State::completed && !options_.keep_work) {
      std::error_code ignored;  // what cannot be removed stays; the run is no worse for it
      std::filesystem::remove_all(folder_ + "/work", ignored);
    }
    return save();
  }

  void cancel() {
    record_.state = State::canceled;
    record_.reason = "cancelled";
  }

  // The world failed: says so in the record, if that can still be written.
  HostError fail(HostError error) {
    record_.state = State::failed;
    record_.reason = error.message;
    record_.ended = host_.now();
    std::error_code ignored;
    if (!record_.started) std::filesystem::remove_all(folder_ + "/work", ignored);  // nobody has worked there
    [[maybe_unused]] const Result saved = save();  // the first error is the one to tell
    return error;
  }

 private:
  // `python` is what the service's images have; where this machine has only `python3`, that stands for it.
  void choose_python(const Place& place) {
    std::optional<Python> python = find_python(host_);
    if (!python) {
      python = find_python(host_, "python3");
      if (!python) return;
      const std::string bin = folder_ + "/bin";
      std::error_code ignored;  // without the link the command says that there is no python
      std::filesystem::create_directories(bin, ignored);
      std::filesystem::create_symlink(python->path, bin + "/python", ignored);
      process_.set.emplace_back("PATH",
                                host_.env("PATH").value_or("/usr/bin:/bin") + ":" + place.shown() + "/bin");
    }
    record_.python = python->executable.empty() ? python->path : python->executable;
    record_.python_version = python->version;
    // So that the log shows what a job prints when it prints it, and not when it ends.
    if (!host_.env("PYTHONUNBUFFERED")) process_.set.emplace_back("PYTHONUNBUFFERED", "1");
  }

  void note_end(const runtime::Ended& ended) {
    record_.ended = host_.now();
    record_.exit_code = ended.exit_code;
    record_.signal = ended.signal;
    record_.timed_out = ended.timed_out;
    record_.state = ended.cancelled                            ? State::canceled
                    : ended.exit_code == 0 && !ended.timed_out ? State::completed
                                                               : State::failed;
    if (record_.state == State::completed) return;
    if (ended.cancelled) {
      record_.reason = "cancelled";
    } else if (ended.timed_out) {
      record_.reason = "time limit of " + runtime::human_duration(*job_.time_limit);
    } else if (ended.signal != 0) {
      const char* name = sigabbrev_np(ended.signal);
      record_.reason =
          name == nullptr ? fmt::format("signal {}", ended.signal) : fmt::format("signal SIG{}", name);
    } else {
      record_.reason = fmt::format("exit code {}", ended.exit_code);
    }
  }

  const Job& job_;
  runtime::Host& host_;
  const RunOptions& options_;
  std::string folder_;
  Record record_;
  Staged staged_;
  runtime::Process process_;
};

}  // namespace

std::expected<Record, HostError> run(const Job& job, const Store& store, runtime::Host& host,
                                     const base::Files& files, const RunOptions& options,
                                     const Events& events) {
  std::expected<std::string, HostError> name = new_run(store);
  if (!name) return std::unexpected(name.error());
  const std::string folder = run_folder(store, *name);
  Course course(job, host, options, folder, *name);
  const std::expected<Place, HostError> place = Place::make(folder);
  if (!place) return std::unexpected(course.fail(place.error()));
  if (auto prepared = course.prepare(*place, files); !prepared)
    return std::unexpected(course.fail(prepared.error()));
  if (course.stopped()) {
    course.cancel();
  } else if (auto executed = course.execute(events); !executed) {
    return std::unexpected(course.fail(executed.error()));
  }
  if (auto finished = course.finish(); !finished) return std::unexpected(course.fail(finished.error()));
  return course.record();
}

}  // namespace local
