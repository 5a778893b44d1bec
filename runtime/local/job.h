// A job as a local run needs it: values, not references. The command line fills it from a plan.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace local {

// Text that is completed when the job runs. The service puts values into a command literally, without
// quoting, and so does a local run; the paths that it makes hold nothing that a shell would read.
struct Piece {
  enum class Kind : std::uint8_t {
    text,    // `text` itself
    input,   // ${{inputs.TEXT}}: the value, or the path of the data
    output,  // ${{outputs.TEXT}}: the path
    run,     // ${{name}} and the like: `name`, `output_name`, `default_datastore`
  } kind = Kind::text;
  std::string text = {};
};
using Text = std::vector<Piece>;

struct Input {
  std::string name = {};
  // `string`, `integer`, `number`, `boolean`; or of data: `uri_file`, `uri_folder`, `mltable`,
  // `custom_model`, …
  std::string type = {};
  // A literal's text, as the service gets it; else a path from the current folder, or an address.
  std::string value = {};
  std::string mode = {};  // `ro_mount`, `download`, `direct`, …; empty: ro_mount
};

struct Output {
  std::string name = {};
  std::string type = "uri_folder";
  std::string mode = {};  // recorded only
  std::string path = {};  // where the service would put it, recorded; here it lies in the run's folder
};

struct Job {
  std::string name = {};  // of the declaration
  std::string kind = "job";
  std::string display_name = {};
  std::string experiment = "Default";
  std::string description = {};
  std::string source = {};  // the file it was declared in, recorded
  Text command = {};
  std::vector<Input> inputs = {};
  std::vector<Output> outputs = {};
  // The environment's, then the job's own: the later wins.
  std::vector<std::pair<std::string, Text>> variables = {};
  std::optional<std::chrono::milliseconds> time_limit = {};
  std::string code = {};  // folder or file of the snapshot; empty: an empty working directory
  std::vector<std::string> extra_ignore = {};
  std::string environment = {};  // name, recorded: the process engine runs in what is here
  std::vector<std::pair<std::string, std::string>> tags = {};
  // For AZUREML_ARM_*; empty ones are left unset.
  std::string subscription_id = {};
  std::string resource_group = {};
  std::string workspace_name = {};
};

}  // namespace local
