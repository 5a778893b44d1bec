// Runs a job on this machine, in a process: its snapshot in a working directory of its own, its inputs,
// outputs and variables as the service gives them, its log and its metrics kept in the store.
#pragma once

#include <expected>
#include <functional>
#include <string_view>

#include "base/files.h"
#include "runtime/host.h"
#include "runtime/local/job.h"
#include "runtime/local/record.h"
#include "runtime/local/store.h"

namespace local {

struct Events {
  std::function<void(const Record&)> prepared;         // everything is there; the command starts next
  std::function<void(std::string_view bytes)> output;  // what the job prints, as it comes; lines may be cut
};

struct RunOptions {
  const runtime::Interrupts* interrupts = nullptr;
  std::chrono::milliseconds grace{5000};  // between asking the job to end and ending it
  bool keep_work = false;                 // keep work/ of a job that completed too
};

// Returns the record at the end, whatever became of the job: look at its state. An error is one of the world:
// no such input, data that is not here, a full disk. If a run's folder was made by then, its record says
// Failed and why.
std::expected<Record, runtime::HostError> run(const Job& job, const Store& store, runtime::Host& host,
                                              const base::Files& files, const RunOptions& options,
                                              const Events& events = {});

}  // namespace local
