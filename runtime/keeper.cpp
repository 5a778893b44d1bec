#include "runtime/keeper.h"

#include <dirent.h>
#include <fcntl.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>

namespace runtime {
namespace {

// The one descriptor of the keeper beside 0 to 2; all others are closed.
constexpr int kSocket = 3;

void say(KeeperReport::Kind kind, int value) {
  const KeeperReport report{kind, value};
  // Where nobody listens any more there is nothing left to do about it.
  [[maybe_unused]] const ssize_t sent = send(kSocket, &report, sizeof report, MSG_NOSIGNAL);
}

void arrange_descriptors(const KeeperOrder& order) {
  const int socket = fcntl(order.socket, F_DUPFD, 10);
  const int output = fcntl(order.output, F_DUPFD, 10);
  const int nothing = open("/dev/null", O_RDONLY);
  const int input = fcntl(nothing, F_DUPFD, 10);
  dup2(input, 0);
  dup2(output, 1);
  dup2(output, 2);
  dup2(socket, kSocket);
  close_range(kSocket + 1, ~0U, 0);
  fcntl(kSocket, F_SETFD, FD_CLOEXEC);
}

// The parent of a process, from /proc/PID/stat: `PID (NAME) STATE PPID …`, where NAME may hold anything.
pid_t parent_of(const char* pid) {
  char path[64] = "/proc/";
  std::strncat(path, pid, 32);
  std::strcat(path, "/stat");
  const int file = open(path, O_RDONLY | O_CLOEXEC);
  if (file < 0) return 0;
  char text[512];
  const ssize_t size = read(file, text, sizeof text - 1);
  close(file);
  if (size <= 0) return 0;
  text[size] = '\0';
  const char* end = std::strrchr(text, ')');
  return end == nullptr || end[1] == '\0' ? 0 : static_cast<pid_t>(std::strtol(end + 3, nullptr, 10));
}

// To all that have no other parent than us: the command itself, and what its processes left behind.
void signal_children(int signal) {
  DIR* processes = opendir("/proc");
  if (processes == nullptr) return;
  while (const dirent* entry = readdir(processes)) {
    if (entry->d_name[0] < '1' || entry->d_name[0] > '9') continue;
    if (parent_of(entry->d_name) == getpid()) kill(static_cast<pid_t>(std::atoi(entry->d_name)), signal);
  }
  closedir(processes);
}

// Whether all children are gone `patience` milliseconds later.
bool reaped(int patience) {
  for (int waited = 0;; waited += 5) {
    pid_t child = 0;
    while ((child = waitpid(-1, nullptr, WNOHANG)) > 0) continue;
    if (child < 0 && errno == ECHILD) return true;
    if (waited >= patience) return false;
    usleep(5000);
  }
}

// Whoever is killed leaves its children to us: again, until there are none.
void kill_all(pid_t group) {
  do {
    kill(-group, SIGKILL);
    signal_children(SIGKILL);
  } while (!reaped(20));
}

void end_leftovers(pid_t group) {
  constexpr int kPatience = 500;  // ms, for those that tidy up when they are told to end
  if (reaped(0)) return;
  kill(-group, SIGTERM);
  signal_children(SIGTERM);
  if (!reaped(kPatience)) kill_all(group);
}

[[noreturn]] void become_command(const KeeperOrder& order, const sigset_t& former) {
  setpgid(0, 0);
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  for (int signal = 1; signal < NSIG; ++signal) std::signal(signal, SIG_DFL);
  sigprocmask(SIG_SETMASK, &former, nullptr);
  if (order.folder != nullptr && chdir(order.folder) != 0) {
    say(KeeperReport::Kind::no_folder, errno);
    _exit(127);
  }
  environ = const_cast<char**>(order.environment);
  execvp(order.command[0], order.command);
  say(KeeperReport::Kind::no_program, errno);
  _exit(127);
}

// One message from the other side: false when nobody is there any more.
bool obey(pid_t group) {
  unsigned char signal = 0;
  const ssize_t size = recv(kSocket, &signal, 1, 0);
  if (size == 0 || (size < 0 && errno != EINTR)) return false;
  if (size < 0) return true;
  kill(-group, signal);
  // What has left the group hears of it too.
  if (signal == SIGKILL) signal_children(SIGKILL);
  return true;
}

// Waits for the command; returns its status, or ends with everything if nobody waits for it any more.
int wait_for(pid_t command, int children) {
  while (true) {
    pollfd events[] = {{kSocket, POLLIN, 0}, {children, POLLIN, 0}};
    poll(events, 2, -1);
    if (events[0].revents != 0 && !obey(command)) {
      kill_all(command);
      _exit(1);
    }
    if (events[1].revents == 0) continue;
    signalfd_siginfo info;
    [[maybe_unused]] const ssize_t size = read(children, &info, sizeof info);
    int status = 0;
    pid_t child = 0;
    while ((child = waitpid(-1, &status, WNOHANG)) > 0) {
      if (child == command) return status;
    }
  }
}

}  // namespace

void keep(const KeeperOrder& order) {
  setsid();
  prctl(PR_SET_CHILD_SUBREAPER, 1);
  arrange_descriptors(order);
  sigset_t all;
  sigset_t former;
  sigfillset(&all);
  sigprocmask(SIG_BLOCK, &all, &former);
  sigset_t child;
  sigemptyset(&child);
  sigaddset(&child, SIGCHLD);
  const int children = signalfd(-1, &child, SFD_CLOEXEC);
  std::signal(SIGCHLD, SIG_DFL);
  const pid_t command = fork();
  if (command == 0) become_command(order, former);
  if (command < 0) {
    say(KeeperReport::Kind::no_program, errno);
    _exit(1);
  }
  setpgid(command, command);
  const int status = wait_for(command, children);
  end_leftovers(command);
  say(KeeperReport::Kind::ended, status);
  _exit(0);
}

}  // namespace runtime
