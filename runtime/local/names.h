// Names of runs: an adjective, an animal, a digit and a letter (`brave-otter-7k`). Speakable, and valid as
// names of jobs in the service and as run ids of mlflow.
#pragma once

#include <string>

namespace local {

// One at random, of about two million.
std::string random_name();

}  // namespace local
