#include "runtime/cli/paths.h"

#include <filesystem>

#include "base/files.h"

namespace cli {

namespace fs = std::filesystem;

std::string absolute(std::string_view path) {
  std::error_code error;
  const fs::path here = fs::current_path(error);
  return base::join_path(here.string(), path);
}

std::string relative_to(std::string_view folder, std::string_view path) {
  return fs::path(path).lexically_relative(fs::path(folder)).string();
}

}  // namespace cli
