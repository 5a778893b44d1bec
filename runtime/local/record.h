// What is kept of a run: `run.json` in its folder, written at the start and at each change.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "runtime/host.h"

namespace local {

using Time = std::chrono::system_clock::time_point;

enum class State : std::uint8_t {
  preparing,
  running,
  completed,
  failed,
  canceled,
  dead,  // never written: it says preparing or running, and the program that ran it is gone
};
// `Preparing`, `Running`, `Completed`, `Failed`, `Canceled` as the service calls them, and `Dead`.
std::string_view state_name(State state);

struct InputRecord {
  std::string name, type, mode;
  std::string value;     // literal, or where the data was taken from
  std::string path;      // what the job saw; empty for literals
  bool changed = false;  // data that was to be read only is not what it was
};

struct OutputRecord {
  std::string name, type;
  std::string path;         // relative to the run's folder: `outputs/model`
  std::string destination;  // where the service would put it, if the job says so
  std::uint64_t bytes = 0;
  std::uint64_t files = 0;
};

struct SnapshotRecord {
  std::string folder;
  std::uint64_t files = 0, bytes = 0, ignored_files = 0, ignored_bytes = 0;
  std::string content_hash;
};

// Which program ran it, so that another can see whether it still does.
struct Keeper {
  std::string host;
  std::string boot;  // id of the boot of that machine
  std::int64_t pid = 0;
  std::int64_t started_ticks = 0;  // start time of the process, in clock ticks since boot
};

struct Record {
  std::string name;  // brave-otter-7k
  std::string job, kind, display_name, experiment, description, source, environment;
  State state = State::preparing;
  Time created{};
  std::optional<Time> started, ended;
  std::optional<int> exit_code;
  int signal = 0;
  bool timed_out = false;
  std::string reason;   // why it failed or was cancelled, a clause: "exit code 3", "time limit of 10 s"
  std::string command;  // as it was run
  std::vector<InputRecord> inputs;
  std::vector<OutputRecord> outputs;  // declared ones, then `default` if the job left files in ./outputs
  std::vector<std::pair<std::string, std::string>>
      variables;  // the job's own; likely secrets as `<not recorded>`
  std::vector<std::pair<std::string, std::string>> tags;
  std::optional<std::int64_t> time_limit_ms;
  SnapshotRecord snapshot;
  std::string python, python_version;  // what `python` was; empty: there was none
  Keeper keeper;
  std::vector<std::string> warnings;  // "the job changed its input `data`"

  std::chrono::milliseconds elapsed(Time now) const;
};

std::string to_json(const Record& record);
// Nothing where the text is not such a record.
std::optional<Record> from_json(std::string_view text);

}  // namespace local
