// What of the folders of this machine would be uploaded.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "rules/rule.h"
#include "snapshot/snapshot.h"

namespace rules {

// A folder (or file) under its ignore rules, listed once for all rules. The reference holds as long as the
// context.
const snapshot::Snapshot& snapshot_of(const Context& context, std::string_view path);

struct CodeFolder {
  std::string path;
  const sema::FieldValue* field = nullptr;  // the first `code` that names it
  const sema::Declaration* job = nullptr;
};
// The code folders of all jobs, each once.
std::vector<CodeFolder> code_folders(const Context& context);

// The line of an ignore file, as a place: unknown where the file cannot be read.
base::Span ignore_line(const Context& context, const snapshot::Snapshot& snapshot, std::uint32_t pattern);

// A file by its path within the snapshot: goes, is left out (by which pattern), or is not there.
struct Lookup {
  bool goes = false;
  const snapshot::Ignored* ignored = nullptr;
};
Lookup look_up(const snapshot::Snapshot& snapshot, std::string_view path);
// Whether a folder of this path has files that go.
bool has_folder(const snapshot::Snapshot& snapshot, std::string_view path);
// The path of a file that goes and is most like the one that is not there; empty: none is.
std::string_view nearest_file(const snapshot::Snapshot& snapshot, std::string_view path);

// `3 files`, `1 file`.
std::string counted(std::uint64_t count, std::string_view noun);
// `14 kB`, `1.2 GB`: powers of 1000, as uploads are told.
std::string bytes_in_words(std::uint64_t bytes);

}  // namespace rules
