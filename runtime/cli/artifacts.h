// Files that a command writes below the folder that `-o` names, and nowhere else.
#pragma once

#include <expected>
#include <string>
#include <string_view>
#include <vector>

#include "backends/backend.h"
#include "runtime/host.h"

namespace cli {

// Writes all artifacts below `folder`: beside their targets and renamed, unchanged ones left alone. A path
// that would lead out of the folder, through a link too, is an error, before anything is written.
std::expected<void, runtime::HostError> write_artifacts(const std::vector<backends::Artifact>& artifacts,
                                                        std::string_view folder, runtime::Host& host);

}  // namespace cli
