// What several rules look at, made once for a program.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "rules/conda_of.h"
#include "rules/images_used.h"
#include "snapshot/snapshot.h"

namespace rules {

struct Shared {
  std::optional<std::vector<CondaOf>> conda;                         // by all_conda
  std::optional<std::vector<ImageUse>> images;                       // by images_used
  std::map<std::string, snapshot::Snapshot, std::less<>> snapshots;  // by code_folders, by path
  // Files that are no programs, and the first field that reads each: where a report in one can be taken back.
  std::map<base::FileId, base::Span> readers;
};

}  // namespace rules
