// The tracking store of one run, in the form of mlflow's file store, so that a job that logs with mlflow does
// so here:
//
//   mlflow/0/meta.yaml                the experiment
//   mlflow/0/RUN/meta.yaml            the run
//   mlflow/0/RUN/metrics/KEY          a line `timestamp value step` for each value; KEY may hold /
//   mlflow/0/RUN/params/KEY, tags/KEY
//
// A job without mlflow appends the same lines itself: the folder is
// $MLFLOW_TRACKING_URI (without `file://`) / $MLFLOW_EXPERIMENT_ID / $MLFLOW_RUN_ID / metrics.
#pragma once

#include <expected>
#include <string>

#include "runtime/host.h"
#include "runtime/local/record.h"

namespace local {

// The id of the experiment: each run has a store of its own, with one.
inline constexpr const char* kExperimentId = "0";

// `file://` and the path, what is not plain in percent.
std::string file_uri(const std::string& path);

// Makes the store in the run's folder; mlflow's artifacts go to `artifacts` there.
std::expected<void, runtime::HostError> make_tracking(runtime::Host& host, const std::string& run_folder,
                                                      const Record& record);
// Writes the end into the run's meta.yaml, if the job has not done so itself.
std::expected<void, runtime::HostError> end_tracking(runtime::Host& host, const std::string& run_folder,
                                                     const Record& record);

}  // namespace local
