#include "runtime/cli/artifacts.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include <filesystem>

#include "base/files.h"

namespace cli {

namespace {

namespace fs = std::filesystem;
using Done = std::expected<void, runtime::HostError>;

constexpr std::uint64_t kInMemory = 64 << 20;  // larger files are copied without being read

bool is_below(const std::string& folder, const std::string& path) {
  return path == folder ||
         (path.starts_with(folder) && (folder.ends_with('/') || path[folder.size()] == '/'));
}

Done refuse(const std::string& path, std::string_view reason) {
  return std::unexpected(runtime::HostError{fmt::format("cannot write `{}`: {}", path, reason)});
}

// `root` is the folder with its links resolved.
Done stays_inside(const std::string& relative, std::string_view folder, const std::string& root) {
  const std::string path = base::join_path(folder, relative);
  const std::string normal = base::join_path("", relative);
  if (normal.starts_with('/') || normal == ".." || normal.starts_with("../")) {
    return refuse(path, "it lies outside of the folder");
  }
  std::error_code error;
  const std::string real = fs::weakly_canonical(path, error).string();
  if (error) return std::unexpected(runtime::host_error("write", path, error.value()));
  if (!is_below(root, real)) return refuse(path, "a link leads out of the folder there");
  return {};
}

Done copy(const std::string& from, const std::string& to, runtime::Host& host) {
  struct stat info{};
  if (::stat(from.c_str(), &info) != 0) return std::unexpected(runtime::host_error("read", from, errno));
  if (static_cast<std::uint64_t>(info.st_size) > kInMemory) {
    std::error_code error;
    fs::create_directories(fs::path(to).parent_path(), error);
    fs::copy_file(from, to, fs::copy_options::update_existing, error);
    if (error) return std::unexpected(runtime::host_error("write", to, error.value()));
    return {};
  }
  const auto bytes = host.read(from);
  if (!bytes) return std::unexpected(bytes.error());
  return host.write(to, *bytes, {.mode = static_cast<int>(info.st_mode & 0777), .only_changed = true});
}

}  // namespace

std::expected<void, runtime::HostError> write_artifacts(const std::vector<backends::Artifact>& artifacts,
                                                        std::string_view folder, runtime::Host& host) {
  std::error_code error;
  fs::create_directories(fs::path(folder), error);
  if (error) return std::unexpected(runtime::host_error("create folder", folder, error.value()));
  const std::string root = fs::canonical(fs::path(folder), error).string();
  if (error) return std::unexpected(runtime::host_error("write", folder, error.value()));
  for (const backends::Artifact& artifact : artifacts) {
    if (const Done inside = stays_inside(artifact.path, folder, root); !inside) return inside;
  }
  for (const backends::Artifact& artifact : artifacts) {
    const std::string path = base::join_path(folder, artifact.path);
    const Done done =
        artifact.copy_of.empty() ? host.write(path, artifact.bytes) : copy(artifact.copy_of, path, host);
    if (!done) return done;
  }
  return {};
}

}  // namespace cli
