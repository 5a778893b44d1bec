// Environment variables of a job that the service sets. Source: public job code and the client
// (azure-ai-ml 1.4.0), read up to 2026-08.
#pragma once

#include <string_view>

#include "facts/date.h"

namespace facts {

inline constexpr Date kRuntimeVariablesAsOf{2026, 8, 31};

enum class RuntimeVariable : std::uint8_t {
  free,      // a user's own
  service,   // set by the service: a value of the user is lost, or misleads what runs in the job
  reserved,  // AZUREML_… that no source names: likely the service's
  secret,    // the service's, and a credential: AZUREML_RUN_TOKEN
  tuning,    // AZUREML_… or DATASET_… that documentation tells users to set
};

// What an environment variable of this name is. Case counts, as on Linux.
RuntimeVariable runtime_variable(std::string_view name);

}  // namespace facts
