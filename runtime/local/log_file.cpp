#include "runtime/local/log_file.h"

#include <fcntl.h>

#include <cerrno>
#include <filesystem>

#include "runtime/bytes.h"

namespace local {

std::expected<LogFile, runtime::HostError> LogFile::open(const std::string& path) {
  std::error_code error;
  std::filesystem::create_directories(std::filesystem::path(path).parent_path(), error);
  runtime::Descriptor file(::open(path.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600));
  if (!file) return std::unexpected(runtime::host_error("write", path, errno));
  return LogFile(path, std::move(file));
}

bool LogFile::write(std::string_view bytes) {
  if (error_) return false;
  const std::expected<void, int> written = runtime::write_whole(file_.get(), bytes);
  if (!written) error_ = runtime::host_error("write", path_, written.error());
  return !error_;
}

}  // namespace local
