// What the job is told: its command, completed, and its environment variables.
#pragma once

#include <expected>
#include <string>
#include <utility>
#include <vector>

#include "runtime/host.h"
#include "runtime/local/job.h"
#include "runtime/local/place.h"
#include "runtime/local/record.h"
#include "runtime/local/stage.h"

namespace local {

// Puts values and paths into a text, literally, as the service does.
std::expected<std::string, runtime::HostError> complete(const Text& text, const Staged& staged,
                                                        const Record& record);

// Sets the variables of the service's runtime contract, then the job's own. The caller's other variables
// stay, but for those that would bind the job to another run.
std::expected<void, runtime::HostError> set_variables(const Job& job, const Staged& staged,
                                                      const Place& place, Record& record,
                                                      runtime::Process& process);

// A text for the record: what looks like a secret in it is replaced.
std::string without_secrets(const std::string& text);

}  // namespace local
