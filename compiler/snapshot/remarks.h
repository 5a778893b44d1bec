// What is probably not meant in a snapshot, each from a complaint of users; and where git would decide
// otherwise.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/files.h"
#include "snapshot/snapshot.h"

namespace snapshot {

enum class RemarkKind : std::uint8_t {
  git_folder,            // `.git` goes too: path is the folder, bytes and files what it holds
  virtual_environment,   // a folder of installed packages: `.venv`, `env/` with pyvenv.cfg, `node_modules`
  cache_folder,          // `__pycache__`, `.ipynb_checkpoints`, `.pytest_cache`, `.mypy_cache`
  earlier_outputs,       // `outputs`, `logs`, `mlruns` of earlier runs
  large_file,            // over 10 MB
  notebook_output,       // a notebook with outputs in it
  link_outside,          // a link out of the folder: its target's content goes
  link_broken,           // a link that leads nowhere: the client fails on it
  names_differ_in_case,  // path and other
  script_with_crlf,      // a .sh with CR LF: `bash\r: not found`
  both_ignore_files,     // `.gitignore` is not read beside `.amlignore`
  empty_amlignore,       // `.amlignore` says nothing, and so turns `.gitignore` off
  byte_order_mark,       // the ignore file begins with one: its first pattern never matches
  pattern_rejected,      // a line of the ignore file that the client refuses; `line`
  nested_ignore_file,    // an ignore file below the root is not read
};

struct Remark {
  RemarkKind kind = RemarkKind::git_folder;
  std::string path = {};
  std::string other = {};  // the second path, where there is one; the text of a rejected pattern
  std::uint32_t line = 0;
  std::uint64_t bytes = 0;
  std::uint64_t files = 0;
};

// Sorted by kind, then path. Reads small notebooks, shell scripts and the ignore files.
std::vector<Remark> remarks(const base::Files& files, const Snapshot& snapshot);

struct GitDifference {
  std::string path;
  bool uploaded = false;  // what the client does; git, given the same patterns, does the other
};

// Files on which git's own reading of the same ignore file (with those below the root that git reads too)
// differs, sorted by path. What lies in `.git` and the ignore files themselves are left out.
std::vector<GitDifference> git_differences(const base::Files& files, const Snapshot& snapshot);

}  // namespace snapshot
