// From a program to the job that runs here.
#pragma once

#include <expected>
#include <string>

#include "ir/local.h"
#include "runtime/cli/load.h"
#include "runtime/local/job.h"

namespace cli {

// The fields of one are those of the other; the compiler and the runtime do not know each other.
local::Job as_local_job(const ir::LocalJob& job);

// The one job that is to run: the target, or the only one that nothing else uses. Several or none: a usage
// error that lists them.
std::expected<const sema::Declaration*, Exit> job_to_run(const Loaded& loaded, Console& console);

}  // namespace cli
