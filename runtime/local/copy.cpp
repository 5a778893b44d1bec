#include "runtime/local/copy.h"

#include <fmt/core.h>
#include <sys/stat.h>

#include <algorithm>
#include <filesystem>
#include <set>

#include "base/hash.h"
#include "runtime/walk.h"

namespace local {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostGuarded = 200'000;  // files; looking at each takes microseconds

std::expected<void, runtime::HostError> copy_one(const std::string& from, const std::string& to) {
  std::error_code error;
  fs::copy_file(from, to, fs::copy_options::overwrite_existing, error);
  if (!error) return {};
  return std::unexpected(runtime::host_error("copy", from, error.value()));
}

}  // namespace

std::expected<void, runtime::HostError> copy_files(const std::string& from,
                                                   const std::vector<std::string>& paths,
                                                   const std::string& to, const std::function<bool()>& stop) {
  std::set<std::string, std::less<>> made;
  for (const std::string& path : paths) {
    if (stop()) return {};
    const std::string_view folder = base::folder_of(path);
    if (!made.contains(folder)) {
      std::error_code error;
      const std::string whole = folder.empty() ? to : to + "/" + std::string(folder);
      fs::create_directories(whole, error);
      if (error) return std::unexpected(runtime::host_error("create folder", whole, error.value()));
      made.emplace(folder);
    }
    if (auto copied = copy_one(from + "/" + path, to + "/" + path); !copied) return copied;
  }
  return {};
}

std::optional<std::string> fingerprint(const std::string& path) {
  base::Sha256 hash;
  const auto add = [&](const std::string& file) {
    struct stat info = {};
    stat(file.c_str(), &info);
    hash.add(fmt::format("{}\n{} {} {}\n", file, info.st_size, info.st_mtim.tv_sec, info.st_mtim.tv_nsec));
  };
  struct stat info = {};
  if (stat(path.c_str(), &info) != 0) return std::nullopt;
  if (!S_ISDIR(info.st_mode)) {
    add(path);
    return hash.hex();
  }
  const runtime::Walk found = runtime::walk(path);
  if (found.files.size() > kMostGuarded) return std::nullopt;
  for (const base::FileEntry& file : found.files) add(path + "/" + file.path);
  return hash.hex();
}

std::expected<bool, runtime::HostError> move_filled(const std::string& from, const std::string& to) {
  std::error_code error;
  if (!fs::is_directory(from, error) || fs::is_empty(from, error)) return false;
  fs::rename(from, to, error);
  if (error) return std::unexpected(runtime::host_error("move", from, error.value()));
  return true;
}

bool plain_word(std::string_view path) {
  constexpr std::string_view kPlain =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789/._-+=:@%,";
  return !path.empty() && path.find_first_not_of(kPlain) == std::string_view::npos;
}

}  // namespace local
