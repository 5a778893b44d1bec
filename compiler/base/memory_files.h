// Files for tests: a map from path to text. Folders are those that a path names, and those added as empty.
#pragma once

#include <map>
#include <set>

#include "base/files.h"

namespace base {

class MemoryFiles : public Files {
 public:
  MemoryFiles() = default;
  explicit MemoryFiles(std::map<std::string, std::string, std::less<>> files) : files_(std::move(files)) {}

  void add(std::string_view path, std::string text) { files_[normal(path)] = std::move(text); }
  void add_empty_folder(std::string_view path) { empty_folders_.insert(normal(path)); }
  void add_stray(std::string_view path, StrayKind kind) { links_.push_back({normal(path), kind}); }

  std::optional<std::string> read(std::string_view path) const override {
    const auto found = files_.find(normal(path));
    if (found == files_.end()) return std::nullopt;
    return found->second;
  }

  FileKind kind(std::string_view path) const override {
    const std::string name = normal(path);
    if (files_.contains(name)) return FileKind::file;
    const bool folder = name == "." || empty_folders_.contains(name) || below(files_, name);
    return folder ? FileKind::folder : FileKind::missing;
  }

  std::vector<FileEntry> list(std::string_view folder) const override {
    const auto itself = files_.find(normal(folder));
    if (itself != files_.end()) return {{std::string(name_of(itself->first)), itself->second.size()}};
    std::vector<FileEntry> entries;
    for (const auto& [path, text] : files_) {
      const std::optional<std::string> rest = relative(path, folder);
      if (rest) entries.push_back({*rest, text.size()});
    }
    return entries;
  }

  std::vector<Stray> strays(std::string_view folder) const override {
    std::map<std::string, StrayKind> found;
    for (const std::string& path : empty_folders_) {
      if (const auto rest = relative(path, folder)) found[*rest] = StrayKind::empty_folder;
    }
    for (const Stray& link : links_) {
      if (const auto rest = relative(link.path, folder)) found[*rest] = link.kind;
    }
    std::vector<Stray> all;
    for (const auto& [path, kind] : found) all.push_back({path, kind});
    return all;
  }

 private:
  static std::string normal(std::string_view path) { return join_path("", path); }

  static std::optional<std::string> relative(std::string_view path, std::string_view folder) {
    const std::string root = normal(folder);
    if (root == ".") return std::string(path);
    const bool inside = path.size() > root.size() && path.starts_with(root) && path[root.size()] == '/';
    if (!inside) return std::nullopt;
    return std::string(path.substr(root.size() + 1));
  }

  static bool below(const std::map<std::string, std::string, std::less<>>& files, const std::string& folder) {
    const auto first = files.lower_bound(folder + "/");
    return first != files.end() && first->first.starts_with(folder + "/");
  }

  std::map<std::string, std::string, std::less<>> files_;
  std::set<std::string, std::less<>> empty_folders_;
  std::vector<Stray> links_;
};

}  // namespace base
