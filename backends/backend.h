// A backend turns a Plan into files. It cannot fail, reads nothing, and gives the same bytes for the same
// plan.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ir/plan.h"

namespace backends {

struct Artifact {
  std::string path;  // relative to the output folder, with /
  std::string bytes;
  std::string copy_of;  // instead of bytes: a file of this machine that belongs there (a build context's)
};

struct Backend {
  std::string_view name;
  std::string_view doc;
  std::vector<Artifact> (*emit)(const ir::Plan&);
};

// In the order in which they emit. The manifest is none of them, since it lists what they emit.
std::span<const Backend* const> table();

// What all backends emit, then manifest.json. `files` gives the bytes of those artifacts that are copies, for
// their hashes; what cannot be read has none.
std::vector<Artifact> emit_all(const ir::Plan& plan, const base::Files& files);

}  // namespace backends
