#include "runtime/bytes.h"

#include <fcntl.h>
#include <sys/stat.h>

#include <cerrno>
#include <vector>

#include "runtime/descriptor.h"

namespace runtime {
namespace {

// Opens a regular file; a pipe must not make us wait for its writer.
std::expected<Descriptor, int> open_regular(const std::string& path, std::uint64_t& size) {
  Descriptor file(open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
  if (!file) return std::unexpected(errno);
  struct stat info;
  if (fstat(file.get(), &info) != 0) return std::unexpected(errno);
  if (S_ISDIR(info.st_mode)) return std::unexpected(EISDIR);
  if (!S_ISREG(info.st_mode)) return std::unexpected(kNotRegular);
  size = static_cast<std::uint64_t>(info.st_size);
  return file;
}

// One read into a buffer; 0 at the end, errno as a negative number.
ssize_t read_some(int file, char* buffer, std::size_t size) {
  while (true) {
    const ssize_t count = read(file, buffer, size);
    if (count >= 0) return count;
    if (errno != EINTR) return -errno;
  }
}

}  // namespace

std::expected<std::string, int> read_whole(const std::string& path) {
  std::uint64_t size = 0;
  const std::expected<Descriptor, int> file = open_regular(path, size);
  if (!file) return std::unexpected(file.error());
  if (size > kLargestFile) return std::unexpected(kTooLarge);
  // One byte more than it is said to be long, so that the end is seen at once; it may grow meanwhile.
  std::string text(size + 1, '\0');
  std::size_t length = 0;
  while (true) {
    if (length == text.size()) text.resize(text.size() * 2);
    const ssize_t count = read_some(file->get(), text.data() + length, text.size() - length);
    if (count < 0) return std::unexpected(static_cast<int>(-count));
    if (count == 0) break;
    length += static_cast<std::size_t>(count);
    if (length > kLargestFile) return std::unexpected(kTooLarge);
  }
  text.resize(length);
  return text;
}

std::expected<void, int> read_pieces(const std::string& path,
                                     const std::function<void(std::string_view)>& take) {
  std::uint64_t size = 0;
  const std::expected<Descriptor, int> file = open_regular(path, size);
  if (!file) return std::unexpected(file.error());
  std::vector<char> buffer(256 << 10);
  while (true) {
    const ssize_t count = read_some(file->get(), buffer.data(), buffer.size());
    if (count < 0) return std::unexpected(static_cast<int>(-count));
    if (count == 0) return {};
    take({buffer.data(), static_cast<std::size_t>(count)});
  }
}

std::expected<void, int> write_whole(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t count = write(descriptor, bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return std::unexpected(errno);
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  return {};
}

}  // namespace runtime
