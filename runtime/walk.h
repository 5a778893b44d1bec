// Everything below a folder, links followed.
#pragma once

#include <string>
#include <vector>

#include "base/files.h"

namespace runtime {

struct Walk {
  std::vector<base::FileEntry> files;  // regular ones, sorted by path
  std::vector<base::Stray> strays;     // sorted by path
  int error = 0;                       // errno of opening the folder itself
};

// A folder that is reached again from inside itself is passed over, as are pipes, sockets and devices.
Walk walk(const std::string& folder);

}  // namespace runtime
