#include "runtime/posix_host.h"

#include <fcntl.h>
#include <fmt/core.h>
#include <sys/stat.h>

#include <atomic>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <filesystem>

#include "runtime/bytes.h"
#include "runtime/descriptor.h"
#include "runtime/walk.h"

namespace runtime {
namespace {

HostError read_error(const std::string& path, int error) {
  if (error == kNotRegular) return {fmt::format("cannot read `{}`: it is not a regular file", path)};
  if (error == kTooLarge) return {fmt::format("cannot read `{}`: it is larger than 64 MiB", path)};
  return host_error("read", path, error);
}

// Where the bytes go: a link stays, its target is written.
std::string behind_links(const std::string& path) {
  std::error_code error;
  const std::filesystem::path real = std::filesystem::canonical(path, error);
  return error ? path : real.string();
}

std::expected<void, HostError> make_folder_of(const std::string& path) {
  const std::string folder(base::folder_of(path));
  if (folder.empty()) return {};
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (error) return std::unexpected(host_error("create folder", folder, error.value()));
  return {};
}

bool holds(const std::string& path, std::string_view bytes) {
  struct stat info;
  if (stat(path.c_str(), &info) != 0 || static_cast<std::uint64_t>(info.st_size) != bytes.size())
    return false;
  const std::expected<std::string, int> old = read_whole(path);
  return old && *old == bytes;
}

// Writes a new file beside the target. The name is ours alone: process and a count.
std::expected<std::string, int> write_beside(const std::string& target, std::string_view bytes, int mode) {
  static std::atomic<unsigned> count = 0;
  const std::string path = fmt::format(
      "{}/.amljob-{}-{}", base::folder_of(target).empty() ? "." : base::folder_of(target), getpid(), ++count);
  Descriptor file(open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode));
  if (!file) return std::unexpected(errno);
  std::expected<void, int> written = write_whole(file.get(), bytes);
  struct stat old;
  if (written && stat(target.c_str(), &old) == 0 && fchmod(file.get(), old.st_mode & 07777) != 0) {
    written = std::unexpected(errno);
  }
  if (written) return path;
  unlink(path.c_str());
  return std::unexpected(written.error());
}

}  // namespace

std::expected<std::string, HostError> PosixHost::read(const std::string& path) {
  std::expected<std::string, int> text = read_whole(path);
  if (!text) return std::unexpected(read_error(path, text.error()));
  return std::move(*text);
}

std::expected<void, HostError> PosixHost::write(const std::string& path, std::string_view bytes,
                                                const WriteOptions& options) {
  const std::string target = behind_links(path);
  if (options.only_changed && holds(target, bytes)) return {};
  if (const auto made = make_folder_of(target); !made) return made;
  struct stat info;
  if (stat(target.c_str(), &info) == 0 && !S_ISREG(info.st_mode)) {
    const std::string_view what = S_ISDIR(info.st_mode) ? "it is a folder" : "it is not a regular file";
    return std::unexpected(HostError{fmt::format("cannot write `{}`: {}", path, what)});
  }
  const std::expected<std::string, int> fresh = write_beside(target, bytes, options.mode);
  if (!fresh) return std::unexpected(host_error("write", path, fresh.error()));
  if (rename(fresh->c_str(), target.c_str()) == 0) return {};
  const int error = errno;
  unlink(fresh->c_str());
  return std::unexpected(host_error("write", path, error));
}

std::expected<std::vector<base::FileEntry>, HostError> PosixHost::list(const std::string& folder) {
  Walk found = walk(folder);
  if (found.error != 0) return std::unexpected(host_error("list", folder, found.error));
  return std::move(found.files);
}

std::chrono::system_clock::time_point PosixHost::now() { return std::chrono::system_clock::now(); }

std::optional<std::string> PosixHost::env(const std::string& name) {
  const char* value = std::getenv(name.c_str());
  return value == nullptr ? std::nullopt : std::optional<std::string>(value);
}

}  // namespace runtime
