#include "runtime/local/record.h"

namespace local {

std::string_view state_name(State state) {
  switch (state) {
    case State::preparing: return "Preparing";
    case State::running: return "Running";
    case State::completed: return "Completed";
    case State::failed: return "Failed";
    case State::canceled: return "Canceled";
    case State::dead: return "Dead";
  }
  return {};
}

std::chrono::milliseconds Record::elapsed(Time now) const {
  if (!started) return std::chrono::milliseconds{0};
  return std::chrono::duration_cast<std::chrono::milliseconds>(ended.value_or(now) - *started);
}

}  // namespace local
