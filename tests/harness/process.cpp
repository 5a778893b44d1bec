#include "harness/process.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

extern "C" {  // the header of glibc 2.36 does not say so itself
#include <sys/pidfd.h>
}

#include <array>
#include <csignal>
#include <cstdlib>
#include <stdexcept>
#include <system_error>

namespace harness {
namespace {

using Clock = std::chrono::steady_clock;

// A file without a name, for one stream of the child.
class Stream {
 public:
  Stream() : fd_(memfd_create("stream", MFD_CLOEXEC)) {}
  ~Stream() { close(fd_); }
  Stream(const Stream&) = delete;
  Stream& operator=(const Stream&) = delete;

  int fd() const { return fd_; }
  void put(std::string_view text) const {
    while (!text.empty()) {
      const ssize_t written = write(fd_, text.data(), text.size());
      if (written <= 0) throw std::system_error(errno, std::generic_category(), "write");
      text.remove_prefix(static_cast<std::size_t>(written));
    }
    lseek(fd_, 0, SEEK_SET);
  }
  std::string text() const {
    std::string all;
    std::array<char, 65536> block;
    lseek(fd_, 0, SEEK_SET);
    for (ssize_t got = 0; (got = read(fd_, block.data(), block.size())) > 0;)
      all.append(block.data(), static_cast<std::size_t>(got));
    return all;
  }

 private:
  int fd_;
};

std::vector<char*> pointers(std::vector<std::string>& words) {
  std::vector<char*> result;
  for (std::string& word : words) result.push_back(word.data());
  result.push_back(nullptr);
  return result;
}

pid_t start(const Command& command, const Stream& in, const Stream& out, const Stream& err) {
  std::vector<std::string> words = command.words;
  std::vector<std::string> variables;
  for (const auto& [name, value] : command.environment) variables.push_back(name + "=" + value);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, in.fd(), 0);
  posix_spawn_file_actions_adddup2(&actions, out.fd(), 1);
  posix_spawn_file_actions_adddup2(&actions, err.fd(), 2);
  posix_spawn_file_actions_addchdir_np(&actions, command.folder.c_str());
  pid_t pid = 0;
  const int error = posix_spawnp(&pid, words[0].c_str(), &actions, nullptr, pointers(words).data(),
                                 pointers(variables).data());
  posix_spawn_file_actions_destroy(&actions);
  if (error != 0) throw std::system_error(error, std::generic_category(), words[0]);
  return pid;
}

// Waits, at most for the limit; then kills.
int wait_for(pid_t pid, std::chrono::seconds limit, rusage& usage) {
  const int handle = pidfd_open(pid, 0);
  pollfd ended{.fd = handle, .events = POLLIN, .revents = 0};
  if (poll(&ended, 1, static_cast<int>(std::chrono::milliseconds(limit).count())) == 0) kill(pid, SIGKILL);
  int status = 0;
  wait4(pid, &status, 0, &usage);
  close(handle);
  return status;
}

double milliseconds(const timeval& time) {
  return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_usec) / 1e3;
}

}  // namespace

Outcome run(const Command& command) {
  const Stream in, out, err;
  in.put(command.input);
  const Clock::time_point begin = Clock::now();
  const pid_t pid = start(command, in, out, err);
  rusage usage{};
  const int status = wait_for(pid, command.limit, usage);
  Outcome outcome;
  outcome.milliseconds = std::chrono::duration<double, std::milli>(Clock::now() - begin).count();
  outcome.code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  outcome.out = out.text();
  outcome.err = err.text();
  outcome.peak_kb = usage.ru_maxrss;
  outcome.cpu_milliseconds = milliseconds(usage.ru_utime) + milliseconds(usage.ru_stime);
  return outcome;
}

Outcome run_line(const std::string& line, const std::filesystem::path& folder,
                 const Environment& environment) {
  return run({.words = {"/bin/bash", "-c", line}, .folder = folder, .environment = environment, .input = {}});
}

std::filesystem::path amljob() {
  const char* path = std::getenv("AMLJOB");
  if (!path)
    throw std::runtime_error("AMLJOB is not set: run the tests with ctest, or set it to the program");
  return path;
}

Environment environment_in(const std::filesystem::path& root) {
  Environment result = {
      {"PATH", amljob().parent_path().string() + ":/usr/bin:/bin"},
      {"HOME", (root / "home").string()},
      {"XDG_STATE_HOME", (root / "state").string()},
      {"XDG_CACHE_HOME", (root / "cache").string()},
      {"TMPDIR", (root / "tmp").string()},
      {"LANG", "C.UTF-8"},
      {"TZ", "UTC"},
  };
  for (const char* name : {"ASAN_OPTIONS", "UBSAN_OPTIONS", "LSAN_OPTIONS"})
    if (const char* value = std::getenv(name)) result.emplace(name, value);
  for (const char* folder : {"home", "state", "cache", "tmp"})
    std::filesystem::create_directories(root / folder);
  return result;
}

}  // namespace harness
