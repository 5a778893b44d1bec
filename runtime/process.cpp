// Host::run: starts the keeper, passes on the output, and sends the signals when the time has come.
#include <fcntl.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstring>

#include "runtime/descriptor.h"
#include "runtime/keeper.h"
#include "runtime/posix_host.h"

namespace runtime {
namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

constexpr milliseconds kGlance{50};  // how often we look whether the user wants to stop
constexpr milliseconds kDraining{
    1000};  // output that still comes after the end; nothing of the run is left to write it

std::vector<char*> pointers(std::vector<std::string>& texts) {
  std::vector<char*> all;
  for (std::string& text : texts) all.push_back(text.data());
  all.push_back(nullptr);
  return all;
}

std::vector<std::string> environment_of(const Process& process) {
  std::vector<std::string> variables;
  const auto replaced = [&](std::string_view name) {
    return std::find(process.unset.begin(), process.unset.end(), name) != process.unset.end() ||
           std::any_of(process.set.begin(), process.set.end(),
                       [&](const auto& own) { return own.first == name; });
  };
  for (char** variable = environ; *variable != nullptr; ++variable) {
    const std::string_view text = *variable;
    if (!replaced(text.substr(0, text.find('=')))) variables.emplace_back(text);
  }
  for (const auto& [name, value] : process.set) variables.push_back(name + "=" + value);
  return variables;
}

// Tells the command to end, at most as hard as needed.
class Stopper {
 public:
  Stopper(const Process& process, int keeper) : process_(process), keeper_(keeper), start_(Clock::now()) {}

  // Sends what is due now. Returns how long the next look may wait.
  milliseconds look() {
    const auto now = Clock::now();
    const int asked = process_.interrupts == nullptr ? 0 : process_.interrupts->count();
    if (asked > 0 && !ended_.cancelled && !ended_.timed_out) {
      ended_.cancelled = true;
      ask(SIGINT);
    }
    if (asked > 1 && !killed_) kill();
    const bool over = process_.limit && now >= start_ + *process_.limit;
    if (over && !ended_.timed_out && !ended_.cancelled) {
      ended_.timed_out = true;
      ask(SIGTERM);
    }
    if (kill_at_ && now >= *kill_at_ && !killed_) kill();
    return wait(now);
  }

  void output_failed() {
    if (!kill_at_) ask(SIGTERM);
  }

  // `ended` is filled but for what the keeper reports.
  const Ended& ended() const { return ended_; }
  Clock::time_point start() const { return start_; }

 private:
  void send_signal(int signal) {
    const auto byte = static_cast<unsigned char>(signal);
    // A keeper that is gone has ended everything already.
    [[maybe_unused]] const ssize_t sent = send(keeper_, &byte, 1, MSG_NOSIGNAL);
  }
  void ask(int signal) {
    send_signal(signal);
    kill_at_ = Clock::now() + process_.grace;
  }
  void kill() {
    killed_ = true;
    send_signal(SIGKILL);
  }
  milliseconds wait(Clock::time_point now) const {
    milliseconds wait = process_.interrupts == nullptr ? milliseconds(60'000) : kGlance;
    const auto until = [&](Clock::time_point time) {
      const auto left = std::chrono::ceil<milliseconds>(time - now);
      wait = std::clamp(left, milliseconds(0), wait);
    };
    if (process_.limit && !kill_at_) until(start_ + *process_.limit);
    if (kill_at_ && !killed_) until(*kill_at_);
    return wait;
  }

  const Process& process_;
  int keeper_;
  Clock::time_point start_;
  std::optional<Clock::time_point> kill_at_;
  bool killed_ = false;
  Ended ended_;
};

// Passes on what is there; false at the end of the output.
bool pass_on(int output, const Process& process, Stopper& stopper) {
  char buffer[65536];
  const ssize_t size = read(output, buffer, sizeof buffer);
  if (size < 0) return errno == EINTR || errno == EAGAIN;
  if (size == 0) return false;
  const std::string_view bytes(buffer, static_cast<std::size_t>(size));
  if (process.output && !process.output(bytes)) stopper.output_failed();
  return true;
}

// Until the keeper has reported and the output has ended.
std::optional<KeeperReport> follow(int keeper, int output, const Process& process, Stopper& stopper) {
  std::optional<KeeperReport> report;
  bool keeper_there = true;
  bool output_there = true;
  std::optional<Clock::time_point> drained_at;
  while (keeper_there || output_there) {
    if (drained_at && Clock::now() >= *drained_at) break;
    const milliseconds wait = keeper_there ? stopper.look() : kGlance;
    pollfd events[] = {{keeper_there ? keeper : -1, POLLIN, 0}, {output_there ? output : -1, POLLIN, 0}};
    if (poll(events, 2, static_cast<int>(wait.count())) < 0) continue;
    if (events[1].revents != 0) output_there = pass_on(output, process, stopper);
    if (events[0].revents == 0) continue;
    KeeperReport said;
    const ssize_t size = recv(keeper, &said, sizeof said, 0);
    if (size < 0 && errno == EINTR) continue;
    // The first report counts: a command that could not be started is reported as ended too.
    if (size == sizeof said && !report) report = said;
    if (size == sizeof said && said.kind != KeeperReport::Kind::ended) continue;
    keeper_there = false;
    drained_at = Clock::now() + kDraining;
  }
  return report;
}

std::expected<Ended, HostError> result_of(const Process& process, const std::optional<KeeperReport>& report,
                                          Ended ended) {
  if (!report)
    return std::unexpected(HostError{"`" + process.command[0] + "` was lost: its keeper was killed"});
  switch (report->kind) {
    case KeeperReport::Kind::no_folder:
      return std::unexpected(host_error("enter", process.folder, report->value));
    case KeeperReport::Kind::no_program:
      return std::unexpected(host_error("run", process.command[0], report->value));
    case KeeperReport::Kind::ended: break;
  }
  const int status = report->value;
  ended.signal = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
  ended.exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + ended.signal;
  return ended;
}

}  // namespace

std::expected<Ended, HostError> PosixHost::run(const Process& process) {
  int pipe_ends[2];
  if (pipe2(pipe_ends, O_CLOEXEC) != 0) return std::unexpected(host_error("run", process.command[0], errno));
  const Descriptor output(pipe_ends[0]);
  Descriptor output_in(pipe_ends[1]);
  int socket_ends[2];
  // Of packets: a report arrives whole, and the end of the other side is seen.
  if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, socket_ends) != 0) {
    return std::unexpected(host_error("run", process.command[0], errno));
  }
  const Descriptor keeper(socket_ends[0]);
  Descriptor keeper_in(socket_ends[1]);
  std::vector<std::string> command = process.command;
  std::vector<std::string> variables = environment_of(process);
  const std::vector<char*> command_pointers = pointers(command);
  const std::vector<char*> variable_pointers = pointers(variables);
  const KeeperOrder order{command_pointers.data(), variable_pointers.data(),
                          process.folder.empty() ? nullptr : process.folder.c_str(), keeper_in.get(),
                          output_in.get()};
  const pid_t child = fork();
  if (child == 0) keep(order);
  if (child < 0) return std::unexpected(host_error("run", process.command[0], errno));
  output_in.close();
  keeper_in.close();
  Stopper stopper(process, keeper.get());
  const std::optional<KeeperReport> report = follow(keeper.get(), output.get(), process, stopper);
  while (waitpid(child, nullptr, 0) < 0 && errno == EINTR) continue;
  Ended ended = stopper.ended();
  ended.elapsed = std::chrono::duration_cast<milliseconds>(Clock::now() - stopper.start());
  return result_of(process, report, ended);
}

}  // namespace runtime
