// The real world.
#pragma once

#include "runtime/host.h"

namespace runtime {

class PosixHost : public Host {
 public:
  std::expected<std::string, HostError> read(const std::string& path) override;
  std::expected<void, HostError> write(const std::string& path, std::string_view bytes,
                                       const WriteOptions& options = {}) override;
  std::expected<std::vector<base::FileEntry>, HostError> list(const std::string& folder) override;
  std::expected<Ended, HostError> run(const Process& process) override;
  std::chrono::system_clock::time_point now() override;
  std::optional<std::string> env(const std::string& name) override;
};

// Counts SIGINT, SIGTERM and SIGHUP for as long as it lives; then the former handlers are back. One at a
// time.
class SignalInterrupts : public Interrupts {
 public:
  SignalInterrupts();
  ~SignalInterrupts() override;
  SignalInterrupts(const SignalInterrupts&) = delete;
  SignalInterrupts& operator=(const SignalInterrupts&) = delete;
  int count() const override;
};

}  // namespace runtime
