// environments/NAME/conda.yml: the conda environment as a whole, as it is sent; for people, and for
// `conda env create -f`.
#include <fmt/format.h>

#include "backends/backends.h"

namespace backends {

namespace {

std::vector<Artifact> emit(const ir::Plan& plan) {
  std::vector<Artifact> out;
  for (const ir::Step& step : plan.steps()) {
    if (!step.image || step.image->conda_file.empty()) continue;
    out.push_back({fmt::format("environments/{}/conda.yml", step.image->folder), step.image->conda_file, {}});
  }
  return out;
}

}  // namespace

constexpr Backend kCondaBackend{"conda", "environments/NAME/conda.yml: the conda environment as it is sent",
                                emit};

}  // namespace backends
