// Which files of a code folder are uploaded, which are left out and by which line, and the two hashes that
// the service and its clients know a folder by.
//
// Source: azure-ai-ml's upload enumerator and its vendored gitwildmatch patterns, read and run (1.4.0), with
// the order rule of later versions: file order, the last match wins. `.amlignore` of the folder's root alone
// counts; where there is none, `.gitignore`; folders are never pruned, so a `!` pattern can bring back what
// lies below an ignored folder.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/files.h"
#include "snapshot/pattern.h"

namespace snapshot {

struct File {
  std::string path;  // relative to the folder, with /
  std::uint64_t size = 0;
  bool operator==(const File&) const = default;
};

struct Ignored {
  std::string path;
  std::uint64_t size = 0;
  std::uint32_t by = 0;  // index into IgnoreRules::patterns: the last that matched
};

// The patterns that count for a folder, in their order.
struct IgnoreRules {
  std::string file;                // `.amlignore` or `.gitignore`; empty: the folder has none
  std::vector<Pattern> patterns;   // comments and blank lines are not here; a Pattern knows its line
  std::vector<Rejected> rejected;  // lines that the client refuses (it then uploads nothing at all)

  // The index of the pattern that leaves a file out; nothing where it is uploaded. A folder is asked for
  // without `/`.
  std::optional<std::uint32_t> ignores(std::string_view path) const;
};

struct Options {
  // After those of the file, with line 0: the client adds `__pycache__` for the code of components.
  std::vector<std::string> extra_patterns;
};

struct Snapshot {
  std::string folder;            // as it was given; a single file: its path
  bool single_file = false;      // `files` is then its base name
  std::vector<File> files;       // what goes, sorted by lower-cased path (the order of the content hash)
  std::vector<Ignored> ignored;  // sorted by bytes of the path
  IgnoreRules rules;
  std::uint64_t bytes = 0;          // of `files`
  std::uint64_t ignored_bytes = 0;  // of `ignored`
};

// The rules of a folder: reads its `.amlignore`, else its `.gitignore`.
IgnoreRules read_rules(const base::Files& files, std::string_view folder, const Options& options = {});

// Lists a folder (or one file) under its rules. Only the ignore file is read. A path that is not there gives
// no files.
Snapshot take(const base::Files& files, std::string_view folder, const Options& options = {});

// SHA-256 over names, sizes and contents: `hash_sha256` with `hash_version` 202208. Reads every file, in
// pieces; nothing where one cannot be read.
std::optional<std::string> content_hash(const base::Files& files, const Snapshot& snapshot);

// MD5 over names and contents, the name of the folder in blob storage. Unlike the other it knows empty
// folders, and leaves out all of a folder whose bare name a pattern matches, even what `!` brings back below
// it.
std::optional<std::string> object_hash(const base::Files& files, const Snapshot& snapshot);

// A path as it sorts: lower-cased as Unicode has it.
std::string sort_key(std::string_view path);

}  // namespace snapshot
