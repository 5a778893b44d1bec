#include "runtime/local/python.h"

#include <sys/stat.h>
#include <unistd.h>

namespace local {
namespace {

bool runnable(const std::string& path) {
  struct stat info;
  return stat(path.c_str(), &info) == 0 && S_ISREG(info.st_mode) && access(path.c_str(), X_OK) == 0;
}

}  // namespace

std::optional<std::string> find_program(runtime::Host& host, const std::string& name) {
  if (name.find('/') != std::string::npos) return runnable(name) ? std::optional(name) : std::nullopt;
  const std::string path = host.env("PATH").value_or("/usr/local/bin:/usr/bin:/bin");
  for (std::size_t begin = 0; begin <= path.size();) {
    const std::size_t end = std::min(path.find(':', begin), path.size());
    // An empty part is the current folder.
    const std::string folder = begin == end ? "." : path.substr(begin, end - begin);
    std::string candidate = folder + "/" + name;
    if (runnable(candidate)) return candidate;
    begin = end + 1;
  }
  return std::nullopt;
}

std::optional<Python> find_python(runtime::Host& host, const std::string& command) {
  const std::optional<std::string> path = find_program(host, command);
  if (!path) return std::nullopt;
  Python python{command, *path, {}, {}};
  std::string said;
  runtime::Process process{
      .command = {*path, "-c", "import sys; print(sys.executable); print('%d.%d.%d' % sys.version_info[:3])"},
      .limit = std::chrono::seconds(10),
      .output = [&](std::string_view bytes) {
        said += bytes;
        return true;
      }};
  const auto ended = host.run(process);
  if (!ended || ended->exit_code != 0) return python;
  const std::size_t line = said.find('\n');
  python.executable = said.substr(0, line);
  if (line != std::string::npos) python.version = said.substr(line + 1, said.find('\n', line + 1) - line - 1);
  return python;
}

}  // namespace local
