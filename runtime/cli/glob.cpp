#include "runtime/cli/glob.h"

#include <span>
#include <vector>

namespace cli {

bool covers(const snapshot::Pattern& pattern, std::string_view path) {
  const std::vector<std::string_view> segments = snapshot::split_path(path);
  for (std::size_t size = 1; size <= segments.size(); ++size) {
    const bool folder = size < segments.size();
    if (pattern.folder_only && !folder) continue;
    if (snapshot::matches(pattern, std::span(segments).first(size))) return true;
  }
  return false;
}

}  // namespace cli
