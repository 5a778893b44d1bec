// Copies of trees, and whether a tree is still what it was.
#pragma once

#include <expected>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/files.h"
#include "runtime/host.h"

namespace local {

// Copies files, given relative to `from`, to the same places below `to`, with their modes; links become what
// they point to. Where `stop` says so it returns early, as if all were well.
std::expected<void, runtime::HostError> copy_files(const std::string& from,
                                                   const std::vector<std::string>& paths,
                                                   const std::string& to, const std::function<bool()>& stop);

// What changes when a file below a path (or the file itself) is written, added or removed: paths, sizes,
// times. Nothing where there are too many files to look at twice.
std::optional<std::string> fingerprint(const std::string& path);

// Moves what is in `from` to `to`, a folder that is not there yet. False where there was nothing in it, or no
// such folder.
std::expected<bool, runtime::HostError> move_filled(const std::string& from, const std::string& to);

// Only letters, digits and `/._-+=:@%,`: a shell takes it as one word, as it is.
bool plain_word(std::string_view path);

}  // namespace local
