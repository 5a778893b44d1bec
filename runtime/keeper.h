// The process between this program and what it runs. It adopts every descendant that loses its parent, so
// that none outlives the run: whether the command ends, is told to, or this program dies.
#pragma once

#include <cstdint>

namespace runtime {

// What the keeper says, once, over its socket. To it go signal numbers, a byte each; the end of the socket
// means that nobody waits any more: everything is killed.
struct KeeperReport {
  enum class Kind : std::int32_t { ended, no_folder, no_program } kind = Kind::ended;
  std::int32_t value = 0;  // ended: as of waitpid; else errno
};

struct KeeperOrder {
  char* const* command;
  char* const* environment;
  const char* folder;  // nullptr: the current one
  int socket;
  int output;
};

// In the child, after fork. Only what is safe there: no locks of other threads are waited for.
[[noreturn]] void keep(const KeeperOrder& order);

}  // namespace runtime
