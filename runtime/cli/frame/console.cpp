#include "runtime/cli/frame/console.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>

namespace frame {

namespace {

constexpr std::size_t kCollected = 1 << 16;

// Returns errno, or 0.
int write_all(int descriptor, std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = ::write(descriptor, text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return errno;
    text.remove_prefix(static_cast<std::size_t>(written));
  }
  return 0;
}

// "cannot VERB standard output: …"
runtime::HostError stream_error(std::string_view verb, std::string_view stream, int error) {
  if (error == EBADF) return {fmt::format("cannot {} {}: it is closed", verb, stream)};
  runtime::HostError out = runtime::host_error(verb, stream, error);
  // The name of a stream is no path.
  std::erase(out.message, '`');
  return out;
}

std::uint32_t width_of(int descriptor) {
  winsize size{};
  if (::isatty(descriptor) == 0 || ::ioctl(descriptor, TIOCGWINSZ, &size) != 0) return 0;
  return size.ws_col;
}

}  // namespace

void Console::out(std::string_view text) {
  pending_ += text;
  if (pending_.size() >= kCollected) flush();
}

void Console::err(std::string_view text) {
  flush();
  write_all(2, text);
}

void Console::flush() {
  if (error_ == 0) error_ = write_all(1, pending_);
  pending_.clear();
}

Exit Console::usage(std::string_view message) {
  err(fmt::format("amljob: {}\n", message));
  return Exit::usage;
}

Exit Console::world(const runtime::HostError& error) {
  err(fmt::format("amljob: {}\n", error.message));
  return Exit::world;
}

bool Console::out_is_terminal() const { return ::isatty(1) != 0; }
bool Console::err_is_terminal() const { return ::isatty(2) != 0; }
std::uint32_t Console::out_width() const { return width_of(1); }
std::uint32_t Console::err_width() const { return width_of(2); }

bool Console::colored(int descriptor) const {
  if (color_ != Color::automatic) return color_ == Color::always;
  // https://no-color.org: set and not empty.
  const bool refused = !host_.env("NO_COLOR").value_or("").empty() || host_.env("TERM") == "dumb";
  return !refused && ::isatty(descriptor) != 0;
}

std::expected<std::string, runtime::HostError> Console::read_input() {
  std::string out;
  std::array<char, 1 << 16> buffer;
  while (true) {
    const ssize_t got = ::read(0, buffer.data(), buffer.size());
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return std::unexpected(stream_error("read", "standard input", errno));
    if (got == 0) return out;
    out.append(buffer.data(), static_cast<std::size_t>(got));
  }
}

Exit Console::finish(Exit exit) {
  flush();
  if (error_ == 0 || error_ == EPIPE) return exit;
  return world(stream_error("write", "standard output", error_));
}

void hold_standard_descriptors() {
  for (int descriptor = 0; descriptor <= 2; ++descriptor) {
    if (::fcntl(descriptor, F_GETFD) != -1 || errno != EBADF) continue;
    // The lowest free number is the one that is closed. The wrong way round, so that using it fails.
    ::open("/dev/null", descriptor == 0 ? O_WRONLY : O_RDONLY);
  }
}

}  // namespace frame
