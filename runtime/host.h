// The world outside: six operations, so that everything that is not itself one of them is tested on a
// MemoryHost.
#pragma once

#include <chrono>
#include <cstdint>
#include <expected>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/files.h"

namespace runtime {

// The outside world failed. The message is a whole sentence for users, without `amljob: `: "cannot read `x`:
// no such file".
struct HostError {
  std::string message;
};

// "cannot VERB `PATH`: REASON", the reason in our words for the usual values of errno.
HostError host_error(std::string_view verb, std::string_view path, int error);

struct WriteOptions {
  int mode = 0666;           // under the umask; of a file that is there the mode stays
  bool only_changed = true;  // a file of the same bytes is left alone, with its time
};

// How often the user asked to stop (Ctrl-C, or SIGTERM): once is politely, twice at once.
class Interrupts {
 public:
  virtual ~Interrupts() = default;
  virtual int count() const = 0;
};

struct Process {
  std::vector<std::string> command = {};                      // looked up on PATH; not empty
  std::string folder = {};                                    // working directory; empty: the current one
  std::vector<std::pair<std::string, std::string>> set = {};  // variables above those of the caller
  std::vector<std::string> unset = {};                        // variables of the caller that it does not see
  std::optional<std::chrono::milliseconds> limit = {};        // then TERM, and KILL after `grace`
  std::chrono::milliseconds grace{5000};
  const Interrupts* interrupts = nullptr;  // one: INT, and KILL after `grace`; two: KILL
  // stdout and stderr, interleaved, as the bytes come. False stops the process (its log cannot be written).
  std::function<bool(std::string_view)> output = {};
};

struct Ended {
  int exit_code = 0;  // of a process that a signal ended: 128 + its number, as the shell has it
  int signal = 0;     // 0: it ended by itself
  bool timed_out = false;
  bool cancelled = false;
  std::chrono::milliseconds elapsed{0};
};

class Host {
 public:
  virtual ~Host() = default;
  virtual std::expected<std::string, HostError> read(const std::string& path) = 0;
  // Writes beside the file and renames; folders above it are made.
  virtual std::expected<void, HostError> write(const std::string& path, std::string_view bytes,
                                               const WriteOptions& options = {}) = 0;
  // All files below a folder, sorted by path; a folder that is not there is an error.
  virtual std::expected<std::vector<base::FileEntry>, HostError> list(const std::string& folder) = 0;
  // Runs a process to its end. It has an own session and /dev/null as stdin; when it ends, or this program
  // does, all that it started ends too. An error only if it cannot be started.
  virtual std::expected<Ended, HostError> run(const Process& process) = 0;
  virtual std::chrono::system_clock::time_point now() = 0;
  virtual std::optional<std::string> env(const std::string& name) = 0;
};

}  // namespace runtime
