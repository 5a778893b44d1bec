// The runs on this machine: a folder each, below `STATE/runs`.
//
//   run.json                 the record
//   user_logs/std_log.txt    stdout and stderr of the job
//   logs/                    what the job left in ./logs
//   outputs/NAME             a declared output; outputs/default: what the job left in ./outputs
//   artifacts/               what it logged with mlflow's log_artifact
//   inputs/NAME              links to, or copies of, the data
//   mlflow/0/RUN/            the tracking store: metrics, params, tags
//   work/                    the working directory; removed when the job completes
#pragma once

#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "runtime/local/record.h"

namespace local {

struct Store {
  std::string folder;  // --state, else $XDG_STATE_HOME/amljob, else ~/.local/state/amljob
};

// The store of this user; `state` is what --state gave, or empty.
std::expected<Store, runtime::HostError> open_store(runtime::Host& host, std::string_view state);

std::string run_folder(const Store& store, std::string_view name);
// Makes a folder (mode 0700) of a new name.
std::expected<std::string, runtime::HostError> new_run(const Store& store);

// All runs, newest first; what cannot be read as a record is passed over. No store: no runs.
std::vector<Record> all_runs(const Store& store);
// The one run of this name, or whose name begins so; `latest` is the newest. Else "no run `brave`", "3 runs
// begin with …".
std::expected<Record, runtime::HostError> find_run(const Store& store, std::string_view name);

std::string log_path(const Store& store, std::string_view name);

struct Point {
  std::int64_t timestamp_ms = 0;
  double value = 0;
  std::int64_t step = 0;
};
struct Metric {
  std::string key;            // may hold `/`
  std::vector<Point> points;  // in the order they were logged

  std::vector<double> values() const;
};
// Sorted by key.
std::vector<Metric> metrics(const Store& store, std::string_view name);
std::vector<std::pair<std::string, std::string>> params(const Store& store, std::string_view name);
// What the job set; those that mlflow itself keeps (`mlflow.…`) are left out.
std::vector<std::pair<std::string, std::string>> tags(const Store& store, std::string_view name);

struct OutputFile {
  std::string path;  // relative to the run's folder
  std::uint64_t bytes = 0;
};
// Files of all outputs, artifacts and logs, sorted; also while it runs.
std::vector<OutputFile> output_files(const Store& store, std::string_view name);

// Deletes a run, whole. One that still runs is refused.
std::expected<void, runtime::HostError> remove_run(const Store& store, std::string_view name);

}  // namespace local
