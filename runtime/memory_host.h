// A Host for tests: files in a map, a clock that stands, processes that a function plays.
#pragma once

#include <map>

#include "runtime/host.h"

namespace runtime {

class MemoryHost : public Host {
 public:
  std::map<std::string, std::string> files;
  std::map<std::string, std::string> variables;
  std::chrono::system_clock::time_point time{};
  std::function<Ended(const Process&)> play;  // none: nothing can be run
  int writes = 0;                             // files that were written because they differed

  std::expected<std::string, HostError> read(const std::string& path) override;
  std::expected<void, HostError> write(const std::string& path, std::string_view bytes,
                                       const WriteOptions& options = {}) override;
  std::expected<std::vector<base::FileEntry>, HostError> list(const std::string& folder) override;
  std::expected<Ended, HostError> run(const Process& process) override;
  std::chrono::system_clock::time_point now() override { return time; }
  std::optional<std::string> env(const std::string& name) override;
};

}  // namespace runtime
