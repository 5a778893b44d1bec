// What several rules look at, made once for a program.
#pragma once

#include <optional>
#include <vector>

#include "rules/conda_of.h"
#include "rules/images_used.h"

namespace rules {

struct Shared {
  std::optional<std::vector<CondaOf>> conda;     // by all_conda
  std::optional<std::vector<ImageUse>> images;   // by images_used
};

}  // namespace rules
