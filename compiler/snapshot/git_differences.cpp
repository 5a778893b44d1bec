// How git would read the same ignore file, to say where the client does not follow it.
#include <algorithm>
#include <map>
#include <span>

#include "snapshot/remarks.h"

namespace snapshot {
namespace {

constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";

std::vector<Pattern> git_patterns(std::string_view text) {
  std::vector<Pattern> patterns;
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    auto compiled = compile_pattern(text.substr(0, end), Dialect::git);
    if (auto* pattern = std::get_if<Pattern>(&compiled)) patterns.push_back(std::move(*pattern));
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return patterns;
}

// The patterns of each folder that has an ignore file, by path ("" is the root).
using PatternsOfFolders = std::map<std::string, std::vector<Pattern>, std::less<>>;

// The file at the root is the one that counts for the client, whatever its name; below it git reads
// `.gitignore`.
PatternsOfFolders read_all(const base::Files& files, const Snapshot& snapshot) {
  PatternsOfFolders all;
  const auto read = [&](const std::string& path) {
    const std::optional<std::string> text = files.read(base::join_path(snapshot.folder, path));
    if (text) all[std::string(base::folder_of(path))] = git_patterns(*text);
  };
  if (!snapshot.rules.file.empty()) read(snapshot.rules.file);
  const auto see = [&](const std::string& path) {
    if (path.ends_with("/.gitignore")) read(path);
  };
  for (const File& file : snapshot.files) see(file.path);
  for (const Ignored& file : snapshot.ignored) see(file.path);
  return all;
}

// Whether a thing itself (not what lies around it) is ignored: the deepest folder with a pattern that matches
// decides.
bool ignored_itself(const PatternsOfFolders& all, std::span<const std::string_view> path, bool folder) {
  for (std::size_t depth = path.size(); depth-- > 0;) {
    std::string at;
    for (std::size_t i = 0; i < depth; ++i) at.append(i == 0 ? "" : "/").append(path[i]);
    const auto found = all.find(at);
    if (found == all.end()) continue;
    const std::vector<Pattern>& patterns = found->second;
    for (std::size_t i = patterns.size(); i-- > 0;) {
      if (patterns[i].folder_only && !folder) continue;
      if (matches(patterns[i], path.subspan(depth))) return !patterns[i].negated;
    }
  }
  return false;
}

// Git never looks into an ignored folder, so nothing can be brought back from there.
bool git_ignores(const PatternsOfFolders& all, const std::string& path) {
  const std::vector<std::string_view> parts = split_path(path);
  for (std::size_t length = 1; length <= parts.size(); ++length) {
    if (ignored_itself(all, std::span(parts).first(length), length < parts.size())) return true;
  }
  return false;
}

bool outside_of_comparison(std::string_view path) {
  return path.starts_with(".git/") || path == ".gitignore" || path == ".amlignore";
}

}  // namespace

std::vector<GitDifference> git_differences(const base::Files& files, const Snapshot& snapshot) {
  std::vector<GitDifference> differences;
  if (snapshot.rules.file.empty()) return differences;
  const PatternsOfFolders all = read_all(files, snapshot);
  for (const File& file : snapshot.files) {
    if (!outside_of_comparison(file.path) && git_ignores(all, file.path))
      differences.push_back({file.path, true});
  }
  for (const Ignored& file : snapshot.ignored) {
    if (snapshot.rules.patterns[file.by].line == 0) continue;  // added by the tool
    if (!outside_of_comparison(file.path) && !git_ignores(all, file.path))
      differences.push_back({file.path, false});
  }
  std::sort(differences.begin(), differences.end(),
            [](const auto& a, const auto& b) { return a.path < b.path; });
  return differences;
}

}  // namespace snapshot
