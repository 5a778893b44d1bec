// The two identities of a snapshot, byte for byte as azure-ai-ml 1.4.0 makes them (it was run for the test
// data).
#include <fmt/core.h>

#include <algorithm>
#include <map>

#include "base/hash.h"
#include "snapshot/snapshot.h"

namespace snapshot {
namespace {

// What every such MD5 begins with.
constexpr std::string_view kSeed = "Initialize for october 2021 AML CLI version";

std::string path_of(const Snapshot& snapshot, const std::string& file) {
  return snapshot.single_file ? snapshot.folder : base::join_path(snapshot.folder, file);
}

// A folder with what it holds; a file has no entries and is no folder.
struct Node {
  std::string name;
  bool folder = false;
  std::map<std::string, Node> entries;  // by the sort key of the name, then the name
};

void insert(Node& root, std::string_view path, bool folder) {
  Node* at = &root;
  const std::vector<std::string_view> parts = split_path(path);
  for (std::size_t i = 0; i < parts.size(); ++i) {
    std::string key = sort_key(parts[i]);
    key += '\0';
    key += parts[i];
    at = &at->entries[key];
    at->name = parts[i];
    at->folder = folder || i + 1 < parts.size();
  }
}

// Adds the entries of a folder: each one's name, then its bytes or its own entries. False where a file is
// unreadable.
bool add_entries(base::Md5& hash, const Node& node, const std::string& prefix, const base::Files& files,
                 const Snapshot& snapshot) {
  for (const auto& [key, entry] : node.entries) {
    const std::string path = prefix + entry.name;
    if (snapshot.rules.ignores(path)) continue;
    hash.add(entry.name);
    const bool fine = entry.folder ? add_entries(hash, entry, path + "/", files, snapshot)
                                   : files.stream(path_of(snapshot, path),
                                                  [&](std::string_view piece) { hash.add(piece); });
    if (!fine) return false;
  }
  return true;
}

}  // namespace

std::optional<std::string> content_hash(const base::Files& files, const Snapshot& snapshot) {
  base::Sha256 hash;
  hash.add(std::to_string(snapshot.files.size()));
  for (const File& file : snapshot.files) hash.add(fmt::format("#{}#{}", file.path, file.size));
  for (const File& file : snapshot.files) {
    const bool read =
        files.stream(path_of(snapshot, file.path), [&](std::string_view bytes) { hash.add(bytes); });
    if (!read) return std::nullopt;
  }
  return hash.hex();
}

std::optional<std::string> object_hash(const base::Files& files, const Snapshot& snapshot) {
  base::Md5 hash;
  hash.add(kSeed);
  if (snapshot.single_file) {
    if (!files.stream(snapshot.folder, [&](std::string_view bytes) { hash.add(bytes); })) return std::nullopt;
    return hash.hex();
  }
  Node root;
  for (const File& file : snapshot.files) insert(root, file.path, false);
  // Folders count by name even if all in them is left out.
  for (const Ignored& file : snapshot.ignored) insert(root, file.path, false);
  for (const base::Stray& stray : files.strays(snapshot.folder)) {
    if (stray.kind == base::StrayKind::empty_folder) insert(root, stray.path, true);
  }
  if (!add_entries(hash, root, "", files, snapshot)) return std::nullopt;
  return hash.hex();
}

}  // namespace snapshot
