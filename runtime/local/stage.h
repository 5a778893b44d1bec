// What a job finds when it starts: its code, its inputs, folders for its outputs.
#pragma once

#include <expected>
#include <functional>
#include <map>
#include <string>

#include "base/files.h"
#include "runtime/host.h"
#include "runtime/local/job.h"
#include "runtime/local/place.h"
#include "runtime/local/record.h"

namespace local {

struct Staged {
  std::map<std::string, std::string, std::less<>>
      inputs;  // the value or path that stands for ${{inputs.NAME}}
  std::map<std::string, std::string, std::less<>> outputs;  // the path of ${{outputs.NAME}}
  std::map<std::string, std::string> guarded;  // source of data that is only read: its fingerprint
};

// Copies the snapshot, lays out inputs and outputs, and notes in the record what it did. `stop` makes it
// return early.
std::expected<Staged, runtime::HostError> stage(const Job& job, const Place& place, const base::Files& files,
                                                const std::function<bool()>& stop, Record& record);

// Keeps what the job left in ./outputs and ./logs, measures the outputs, and says which inputs were changed.
std::expected<void, runtime::HostError> collect(const Staged& staged, const std::string& run_folder,
                                                Record& record);

// A literal of the service's types: `string`, `integer`, `number`, `boolean`.
bool literal_type(std::string_view type);
// An address of something that is not on this machine: `https://…`, `azureml:pets@latest`.
bool remote(std::string_view path);

}  // namespace local
