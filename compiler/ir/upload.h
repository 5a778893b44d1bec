// What is uploaded of a local path, and of files that the compiler writes.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "base/diagnostics.h"
#include "base/files.h"
#include "ir/plan.h"

namespace ir {

// A file or folder under its ignore rules. Nothing, and a report at `at`, where a file cannot be read or none
// is left. `current_folder` is absolute, or empty: it names a `.`.
struct LocalPath {
  std::string_view path;
  std::string_view current_folder;
  bool hashed = true;  // false: it is listed, and not read
};
std::optional<Upload> upload_of(const base::Files& files, const LocalPath& path, base::Span at,
                                base::Diagnostics& diagnostics);

// A folder with files that the compiler writes, beside or instead of its own. `source` may be empty.
struct MadeContext {
  std::string name;    // of the folder in Azure
  std::string source;  // path on this machine; empty: all is made
  std::map<std::string, std::string> made;
};
std::optional<Upload> upload_of(const base::Files& files, const MadeContext& context, base::Span at,
                                base::Diagnostics& diagnostics);

}  // namespace ir
