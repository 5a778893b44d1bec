#include "runtime/memory_host.h"

#include <cerrno>

namespace runtime {

std::expected<std::string, HostError> MemoryHost::read(const std::string& path) {
  const auto found = files.find(path);
  if (found == files.end()) return std::unexpected(host_error("read", path, ENOENT));
  return found->second;
}

std::expected<void, HostError> MemoryHost::write(const std::string& path, std::string_view bytes,
                                                 const WriteOptions& options) {
  const auto found = files.find(path);
  if (options.only_changed && found != files.end() && found->second == bytes) return {};
  files[path] = bytes;
  ++writes;
  return {};
}

std::expected<std::vector<base::FileEntry>, HostError> MemoryHost::list(const std::string& folder) {
  std::vector<base::FileEntry> entries;
  const std::string prefix = folder + "/";
  for (const auto& [path, text] : files) {
    if (path.starts_with(prefix)) entries.push_back({path.substr(prefix.size()), text.size()});
  }
  if (entries.empty()) return std::unexpected(host_error("list", folder, ENOENT));
  return entries;
}

std::expected<Ended, HostError> MemoryHost::run(const Process& process) {
  if (!play) return std::unexpected(host_error("run", process.command.at(0), ENOENT));
  return play(process);
}

std::optional<std::string> MemoryHost::env(const std::string& name) {
  const auto found = variables.find(name);
  return found == variables.end() ? std::nullopt : std::optional<std::string>(found->second);
}

}  // namespace runtime
