#include "runtime/walk.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <memory>

namespace runtime {
namespace {

// Links that fan out (each of n folders linking to the next twice) name 2^n files: there must be an end.
constexpr std::size_t kMostFiles = 2'000'000;
constexpr std::size_t kDeepest = 200;

struct Identity {
  dev_t device;
  ino_t inode;
  bool operator==(const Identity&) const = default;
};

using Folder = std::unique_ptr<DIR, decltype([](DIR* folder) { closedir(folder); })>;

std::string real_path(const std::string& path) {
  std::unique_ptr<char, decltype([](char* text) { std::free(text); })> real(realpath(path.c_str(), nullptr));
  return real ? real.get() : std::string();
}

class Walker {
 public:
  Walker(const std::string& root, Walk& found) : root_(root), real_root_(real_path(root)), found_(found) {}

  // `path` is "" for the root; returns errno where the folder cannot be opened.
  int folder(int fd, const std::string& path) {
    if (fd < 0) return errno;
    struct stat info;
    fstat(fd, &info);
    const Identity self{info.st_dev, info.st_ino};
    const bool again = std::find(above_.begin(), above_.end(), self) != above_.end();
    if (again || above_.size() > kDeepest) {
      close(fd);
      return 0;
    }
    above_.push_back(self);
    const Folder folder(fdopendir(fd));
    const bool empty = folder && !entries(folder.get(), path);
    if (empty && !path.empty()) found_.strays.push_back({path, base::StrayKind::empty_folder});
    above_.pop_back();
    return 0;
  }

 private:
  // Whether there was an entry.
  bool entries(DIR* folder, const std::string& path) {
    bool any = false;
    while (const dirent* entry = readdir(folder)) {
      const std::string_view name = entry->d_name;
      if (name == "." || name == "..") continue;
      any = true;
      if (found_.files.size() >= kMostFiles) break;
      std::string inner = path.empty() ? std::string(name) : path + "/";
      if (!path.empty()) inner += name;
      one(dirfd(folder), entry, inner);
    }
    return any;
  }

  void one(int above, const dirent* entry, const std::string& path) {
    struct stat info;
    const bool there = fstatat(above, entry->d_name, &info, 0) == 0;
    if (entry->d_type == DT_LNK || (entry->d_type == DT_UNKNOWN && !there)) link(path, there);
    if (!there) return;
    if (S_ISREG(info.st_mode)) {
      found_.files.push_back({path, static_cast<std::uint64_t>(info.st_size)});
    } else if (S_ISDIR(info.st_mode)) {
      folder(openat(above, entry->d_name, O_RDONLY | O_DIRECTORY | O_CLOEXEC), path);
    }
  }

  void link(const std::string& path, bool there) {
    if (!there) {
      found_.strays.push_back({path, base::StrayKind::broken_link});
      return;
    }
    const std::string target = real_path(root_ + "/" + path);
    const bool inside = target == real_root_ || target.starts_with(real_root_ + "/");
    if (!inside) found_.strays.push_back({path, base::StrayKind::link_outside});
  }

  std::string root_;
  std::string real_root_;
  Walk& found_;
  std::vector<Identity> above_;
};

}  // namespace

Walk walk(const std::string& folder) {
  Walk found;
  const std::string root = folder.empty() ? "." : folder;
  Walker walker(root, found);
  found.error = walker.folder(open(root.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC), "");
  const auto by_path = [](const auto& a, const auto& b) { return a.path < b.path; };
  std::sort(found.files.begin(), found.files.end(), by_path);
  std::sort(found.strays.begin(), found.strays.end(), by_path);
  return found;
}

}  // namespace runtime
