// manifest.json: what a build read, what it wrote, and what submitting would upload.
#pragma once

#include <span>

#include "backends/backend.h"

namespace backends {

// No times and no absolute paths are in it, so that equal builds have equal manifests.
Artifact manifest_of(const ir::Plan& plan, const base::Files& files, std::span<const Artifact> others);

}  // namespace backends
