// A job as a run on this machine needs it: values instead of references. Plain data with the fields of
// runtime/local/job.h, which the command line copies over: the compiler does not know the runtime.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "ir/pieces.h"
#include "ir/plan.h"

namespace ir {

struct LocalInput {
  std::string name;
  std::string type;   // as declared: `integer`, `uri_folder`
  std::string value;  // literal: as the service gets it; else a path of this machine, or an address
  std::string mode;   // empty: the default
};

struct LocalOutput {
  std::string name;
  std::string type;
  std::string mode;
  std::string path;  // where the service would put it; empty: its default place
};

struct LocalJob {
  std::string name;
  std::string display_name;
  std::string experiment;  // empty: not given
  std::string description;
  std::string source;  // path of the file that declares it
  Pieces command;
  std::vector<LocalInput> inputs;
  std::vector<LocalOutput> outputs;
  std::vector<std::pair<std::string, Pieces>> variables;  // each name once
  std::optional<std::int64_t> time_limit_ms;
  std::string code;         // folder or file of this machine; empty: none
  std::string environment;  // name
  std::vector<std::pair<std::string, std::string>> tags;
  std::string subscription_id, resource_group, workspace_name;  // empty: not known
};

// Of a job of the plan.
LocalJob local_job(const Plan& plan, const sema::Declaration& job);

}  // namespace ir
