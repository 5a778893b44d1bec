#include "runtime/disk_files.h"

#include <sys/stat.h>

#include "runtime/bytes.h"
#include "runtime/walk.h"

namespace runtime {

std::string DiskFiles::at(std::string_view path) const {
  return folder_.empty() || path.starts_with('/') ? std::string(path) : base::join_path(folder_, path);
}

std::optional<std::string> DiskFiles::read(std::string_view path) const {
  std::expected<std::string, int> text = read_whole(at(path));
  if (!text) return std::nullopt;
  const std::lock_guard lock(mutex_);
  read_.emplace(path);
  return std::move(*text);
}

base::FileKind DiskFiles::kind(std::string_view path) const {
  struct stat info;
  const std::string name = at(path);
  if (stat(name.empty() ? "." : name.c_str(), &info) != 0) return base::FileKind::missing;
  return S_ISDIR(info.st_mode) ? base::FileKind::folder : base::FileKind::file;
}

std::vector<base::FileEntry> DiskFiles::list(std::string_view folder) const {
  const std::string path = at(folder);
  struct stat info;
  if (stat(path.c_str(), &info) == 0 && S_ISREG(info.st_mode)) {
    return {{std::string(base::name_of(path)), static_cast<std::uint64_t>(info.st_size)}};
  }
  return walk(path).files;
}

bool DiskFiles::stream(std::string_view path, const std::function<void(std::string_view)>& take) const {
  if (!read_pieces(at(path), take)) return false;
  const std::lock_guard lock(mutex_);
  read_.emplace(path);
  return true;
}

std::vector<base::Stray> DiskFiles::strays(std::string_view folder) const { return walk(at(folder)).strays; }

std::vector<std::string> DiskFiles::files_read() const {
  const std::lock_guard lock(mutex_);
  return {read_.begin(), read_.end()};
}

}  // namespace runtime
