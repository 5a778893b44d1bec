// The log of a job: what it prints, byte for byte.
#pragma once

#include <expected>
#include <string>
#include <string_view>

#include "runtime/descriptor.h"
#include "runtime/host.h"

namespace local {

class LogFile {
 public:
  // Opens for appending; makes the folder.
  static std::expected<LogFile, runtime::HostError> open(const std::string& path);
  // False once it has failed: then error() says why.
  bool write(std::string_view bytes);
  const std::optional<runtime::HostError>& error() const { return error_; }

 private:
  LogFile(std::string path, runtime::Descriptor file) : path_(std::move(path)), file_(std::move(file)) {}

  std::string path_;
  runtime::Descriptor file_;
  std::optional<runtime::HostError> error_;
};

}  // namespace local
