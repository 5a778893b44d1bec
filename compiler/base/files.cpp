#include "base/files.h"

#include <filesystem>

namespace base {

bool Files::stream(std::string_view path, const std::function<void(std::string_view)>& take) const {
  const std::optional<std::string> bytes = read(path);
  if (bytes) take(*bytes);
  return bytes.has_value();
}

std::vector<Stray> Files::strays(std::string_view /*folder*/) const { return {}; }

std::string_view folder_of(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  if (slash == std::string_view::npos) return {};
  return slash == 0 ? path.substr(0, 1) : path.substr(0, slash);
}

std::string_view name_of(std::string_view path) {
  while (path.size() > 1 && path.ends_with('/')) path.remove_suffix(1);
  const std::size_t slash = path.rfind('/');
  return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

std::string join_path(std::string_view folder, std::string_view path) {
  std::string normal =
      (std::filesystem::path(folder) / std::filesystem::path(path)).lexically_normal().string();
  if (normal.size() > 1 && normal.ends_with('/')) normal.pop_back();
  return normal.empty() ? "." : normal;
}

std::string beside(std::string_view file, std::string_view path) { return join_path(folder_of(file), path); }

}  // namespace base
