#include "runtime/local/liveness.h"

#include <unistd.h>

#include <array>
#include <charconv>

#include "runtime/bytes.h"

namespace local {
namespace {

std::string first_line(const std::string& path) {
  const std::string text = runtime::read_whole(path).value_or("");
  return text.substr(0, text.find('\n'));
}

std::string host_name() {
  std::array<char, 256> name = {};
  return gethostname(name.data(), name.size() - 1) == 0 ? name.data() : "";
}

// Field 22 of /proc/PID/stat (proc(5)), in clock ticks since boot; 0 where there is no such process.
std::int64_t start_of(std::int64_t pid) {
  const std::string line = first_line("/proc/" + std::to_string(pid) + "/stat");
  std::size_t at = line.rfind(')');  // the name before it may hold blanks
  for (int field = 2; field < 22 && at != std::string::npos; ++field) at = line.find(' ', at + 1);
  if (at == std::string::npos) return 0;
  std::int64_t ticks = 0;
  std::from_chars(line.data() + at + 1, line.data() + line.size(), ticks);
  return ticks;
}

}  // namespace

Keeper current_keeper() {
  const std::int64_t pid = getpid();
  return {host_name(), first_line("/proc/sys/kernel/random/boot_id"), pid, start_of(pid)};
}

bool may_be_alive(const Keeper& keeper) {
  if (keeper.host != host_name()) return true;
  if (keeper.boot != first_line("/proc/sys/kernel/random/boot_id")) return false;
  const std::int64_t start = start_of(keeper.pid);
  return start != 0 && start == keeper.started_ticks;
}

}  // namespace local
