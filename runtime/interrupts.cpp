#include <array>
#include <atomic>
#include <csignal>

#include "runtime/posix_host.h"

namespace runtime {
namespace {

constexpr std::array kSignals = {SIGINT, SIGTERM, SIGHUP};
std::atomic<int> seen = 0;
std::array<struct sigaction, kSignals.size()> former;

static_assert(std::atomic<int>::is_always_lock_free, "a signal handler writes it");

}  // namespace

SignalInterrupts::SignalInterrupts() {
  seen = 0;
  struct sigaction action = {};
  action.sa_handler = [](int) { ++seen; };
  for (std::size_t i = 0; i < kSignals.size(); ++i) sigaction(kSignals[i], &action, &former[i]);
}

SignalInterrupts::~SignalInterrupts() {
  for (std::size_t i = 0; i < kSignals.size(); ++i) sigaction(kSignals[i], &former[i], nullptr);
}

int SignalInterrupts::count() const { return seen; }

}  // namespace runtime
