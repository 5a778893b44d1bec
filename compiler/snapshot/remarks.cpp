#include "snapshot/remarks.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace snapshot {
namespace {

constexpr std::uint64_t kLarge = 10'000'000;    // bytes: what users took for data in their code
constexpr std::uint64_t kReadable = 4'000'000;  // bytes: larger notebooks are not opened

struct FolderRow {
  std::string_view name;
  RemarkKind kind;
  bool root_only = false;
};

constexpr std::array kFolders = {
    FolderRow{".git", RemarkKind::git_folder},
    FolderRow{".venv", RemarkKind::virtual_environment},
    FolderRow{"node_modules", RemarkKind::virtual_environment},
    FolderRow{"site-packages", RemarkKind::virtual_environment},
    FolderRow{"__pycache__", RemarkKind::cache_folder},
    FolderRow{".ipynb_checkpoints", RemarkKind::cache_folder},
    FolderRow{".pytest_cache", RemarkKind::cache_folder},
    FolderRow{".mypy_cache", RemarkKind::cache_folder},
    FolderRow{".ruff_cache", RemarkKind::cache_folder},
    FolderRow{"mlruns", RemarkKind::earlier_outputs},
    FolderRow{"outputs", RemarkKind::earlier_outputs, true},
    FolderRow{"logs", RemarkKind::earlier_outputs, true},
};

// The outermost folder of a path about which there is something to say.
struct Found {
  RemarkKind kind;
  std::string_view folder;
};

std::optional<Found> telling_folder(std::string_view path,
                                    const std::set<std::string, std::less<>>& environments) {
  for (std::size_t begin = 0, end = path.find('/'); end != std::string_view::npos;
       begin = end + 1, end = path.find('/', begin)) {
    const std::string_view folder = path.substr(0, end);
    if (environments.contains(folder)) return Found{RemarkKind::virtual_environment, folder};
    const std::string_view name = path.substr(begin, end - begin);
    for (const FolderRow& row : kFolders) {
      if (row.name == name && (begin == 0 || !row.root_only)) return Found{row.kind, folder};
    }
  }
  return std::nullopt;
}

// Folders with a pyvenv.cfg, whatever their name.
std::set<std::string, std::less<>> virtual_environments(const Snapshot& snapshot) {
  std::set<std::string, std::less<>> found;
  for (const File& file : snapshot.files) {
    if (file.path.ends_with("/pyvenv.cfg")) found.insert(std::string(base::folder_of(file.path)));
  }
  return found;
}

class Collector {
 public:
  Collector(const base::Files& files, const Snapshot& snapshot) : files_(files), snapshot_(snapshot) {}

  void file(const File& file) {
    const std::string& path = file.path;
    if (file.size > kLarge) add({.kind = RemarkKind::large_file, .path = path, .bytes = file.size});
    const bool readable = file.size <= kReadable;
    if (path.ends_with(".ipynb") && readable && has_output(path)) {
      add({.kind = RemarkKind::notebook_output, .path = path, .bytes = file.size});
    }
    if (path.ends_with(".sh") && readable && text_of(path).find("\r\n") != std::string::npos) {
      add({.kind = RemarkKind::script_with_crlf, .path = path});
    }
    const std::string_view name = base::name_of(path);
    const bool nested = path.find('/') != std::string::npos && (name == ".gitignore" || name == ".amlignore");
    if (nested) add({.kind = RemarkKind::nested_ignore_file, .path = path});
  }

  void ignore_file() {
    const IgnoreRules& rules = snapshot_.rules;
    for (const Rejected& line : rules.rejected) {
      add({.kind = RemarkKind::pattern_rejected, .path = rules.file, .other = line.text, .line = line.line});
    }
    if (rules.file.empty()) return;
    if (text_of(rules.file).starts_with("\xef\xbb\xbf")) {
      add({.kind = RemarkKind::byte_order_mark, .path = rules.file, .line = 1});
    }
    const bool both = rules.file == ".amlignore" && exists(".gitignore");
    const bool says_nothing = std::none_of(rules.patterns.begin(), rules.patterns.end(),
                                           [](const Pattern& pattern) { return pattern.line != 0; });
    const RemarkKind kind = says_nothing ? RemarkKind::empty_amlignore : RemarkKind::both_ignore_files;
    if (both) add({.kind = kind, .path = ".amlignore", .other = ".gitignore"});
  }

  void links() {
    for (const base::Stray& stray : files_.strays(snapshot_.folder)) {
      if (stray.kind == base::StrayKind::empty_folder || snapshot_.rules.ignores(stray.path)) continue;
      const bool broken = stray.kind == base::StrayKind::broken_link;
      add({.kind = broken ? RemarkKind::link_broken : RemarkKind::link_outside, .path = stray.path});
    }
  }

  // `files` are sorted by lower-cased path: those that differ in case only are neighbours.
  void cases() {
    for (std::size_t i = 1; i < snapshot_.files.size(); ++i) {
      const std::string& first = snapshot_.files[i - 1].path;
      const std::string& second = snapshot_.files[i].path;
      if (first.size() != second.size() || sort_key(first) != sort_key(second)) continue;
      add({.kind = RemarkKind::names_differ_in_case, .path = first, .other = second});
    }
  }

  void add(Remark remark) { all_.push_back(std::move(remark)); }

  std::vector<Remark> take() {
    std::sort(all_.begin(), all_.end(), [](const Remark& a, const Remark& b) {
      return a.kind != b.kind ? a.kind < b.kind : a.path < b.path;
    });
    return std::move(all_);
  }

 private:
  std::string text_of(std::string_view path) const {
    return files_.read(base::join_path(snapshot_.folder, path)).value_or("");
  }

  bool exists(std::string_view path) const {
    return files_.kind(base::join_path(snapshot_.folder, path)) == base::FileKind::file;
  }

  // A notebook without output has `"outputs": []` only.
  bool has_output(std::string_view path) const {
    constexpr std::string_view kOutputs = "\"outputs\"";
    const std::string text = text_of(path);
    for (std::size_t at = text.find(kOutputs); at != std::string::npos; at = text.find(kOutputs, at + 1)) {
      const std::size_t open = text.find('[', at);
      if (open == std::string::npos) return false;
      const std::size_t next = text.find_first_not_of(" \t\r\n", open + 1);
      if (next != std::string::npos && text[next] != ']') return true;
    }
    return false;
  }

  const base::Files& files_;
  const Snapshot& snapshot_;
  std::vector<Remark> all_;
};

}  // namespace

std::vector<Remark> remarks(const base::Files& files, const Snapshot& snapshot) {
  Collector collector(files, snapshot);
  if (snapshot.single_file) return {};
  const std::set<std::string, std::less<>> environments = virtual_environments(snapshot);
  std::map<std::pair<RemarkKind, std::string>, Remark> folders;
  for (const File& file : snapshot.files) {
    const std::optional<Found> found = telling_folder(file.path, environments);
    if (!found) {
      collector.file(file);
      continue;
    }
    Remark& remark = folders[{found->kind, std::string(found->folder)}];
    remark.bytes += file.size;
    remark.files += 1;
  }
  for (auto& [key, remark] : folders) {
    collector.add({.kind = key.first, .path = key.second, .bytes = remark.bytes, .files = remark.files});
  }
  collector.ignore_file();
  collector.links();
  collector.cases();
  return collector.take();
}

}  // namespace snapshot
