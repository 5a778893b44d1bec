#include "ir/upload.h"

#include <algorithm>

#include "ir/diagnostics.h"
#include "snapshot/snapshot.h"

namespace ir {

namespace {

// Files with some of them replaced, and some more.
class Overlay : public base::Files {
 public:
  Overlay(const base::Files& under, const MadeContext& context)
      : under_(under),
        root_(context.source.empty() ? std::string(kNowhere) : context.source),
        context_(context) {}

  const std::string& root() const { return root_; }

  std::optional<std::string> read(std::string_view path) const override {
    const std::string* text = made(path);
    return text ? std::optional(*text) : under_.read(path);
  }
  base::FileKind kind(std::string_view path) const override {
    if (made(path)) return base::FileKind::file;
    return path == root_ ? base::FileKind::folder : under_.kind(path);
  }
  std::vector<base::FileEntry> list(std::string_view folder) const override {
    std::vector<base::FileEntry> out;
    if (folder != root_) return under_.list(folder);
    if (!context_.source.empty()) out = under_.list(folder);
    std::erase_if(out, [&](const base::FileEntry& one) { return context_.made.contains(one.path); });
    for (const auto& [path, text] : context_.made) out.push_back({path, text.size()});
    std::sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.path < b.path; });
    return out;
  }
  bool stream(std::string_view path, const std::function<void(std::string_view)>& take) const override {
    const std::string* text = made(path);
    if (!text) return under_.stream(path, take);
    take(*text);
    return true;
  }
  std::vector<base::Stray> strays(std::string_view folder) const override {
    return context_.source.empty() ? std::vector<base::Stray>{} : under_.strays(folder);
  }

 private:
  static constexpr std::string_view kNowhere = "<made>";

  const std::string* made(std::string_view path) const {
    for (const auto& [name, text] : context_.made) {
      if (base::join_path(root_, name) == path) return &text;
    }
    return nullptr;
  }

  const base::Files& under_;
  std::string root_;
  const MadeContext& context_;
};

bool add_hashes(Upload& upload, const base::Files& files, const snapshot::Snapshot& snapshot) {
  const std::optional<std::string> content = snapshot::content_hash(files, snapshot);
  const std::optional<std::string> object = snapshot::object_hash(files, snapshot);
  if (!content || !object) return false;
  upload.content_hash = *content;
  upload.object_hash = *object;
  return true;
}

struct Wish {
  std::string_view path;
  bool hashed = true;
};

std::optional<Upload> taken(const base::Files& files, const Wish& wish, base::Span at,
                            base::Diagnostics& diagnostics) {
  const std::string_view path = wish.path;
  const snapshot::Snapshot snapshot = snapshot::take(files, path);
  if (snapshot.files.empty()) {
    diagnostics.report(at, empty_upload, path)
        .with_help(snapshot.ignored.empty() ? "the service takes no empty folder"
                                            : "every file of it is left out by " + snapshot.rules.file);
    return std::nullopt;
  }
  Upload upload;
  if (wish.hashed && !add_hashes(upload, files, snapshot)) {
    diagnostics.report(at, unreadable_file, std::string(path));
    return std::nullopt;
  }
  upload.source = path;
  upload.files = snapshot.files;
  upload.bytes = snapshot.bytes;
  upload.single_file = snapshot.single_file;
  upload.ignore_file = snapshot.rules.file;
  upload.ignored_files = snapshot.ignored.size();
  upload.ignored_bytes = snapshot.ignored_bytes;
  return upload;
}

}  // namespace

std::optional<Upload> upload_of(const base::Files& files, const LocalPath& path, base::Span at,
                                base::Diagnostics& diagnostics) {
  std::optional<Upload> upload = taken(files, {path.path, path.hashed}, at, diagnostics);
  if (!upload) return std::nullopt;
  upload->name = base::name_of(path.path);
  if (upload->name == "." || upload->name == "..") {
    upload->name = base::name_of(base::join_path(path.current_folder, path.path));
  }
  if (upload->name == "." || upload->name == ".." || upload->name == "/") upload->name = "code";
  return upload;
}

std::optional<Upload> upload_of(const base::Files& files, const MadeContext& context, base::Span at,
                                base::Diagnostics& diagnostics) {
  const Overlay overlay(files, context);
  std::optional<Upload> upload = taken(overlay, {overlay.root()}, at, diagnostics);
  if (!upload) return std::nullopt;
  upload->name = context.name;
  upload->source = context.source;
  for (const snapshot::File& file : upload->files) {
    const auto text = context.made.find(file.path);
    if (text != context.made.end()) upload->made.insert(*text);
  }
  return upload;
}

}  // namespace ir
