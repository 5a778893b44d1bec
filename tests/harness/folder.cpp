#include "harness/folder.h"

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <system_error>

namespace harness {
namespace fs = std::filesystem;

Scratch::Scratch() {
  std::string name = (fs::temp_directory_path() / "amljob-test-XXXXXX").string();
  if (!mkdtemp(name.data())) throw std::system_error(errno, std::generic_category(), name);
  path_ = name;
}

Scratch::~Scratch() {
  std::error_code ignored;  // a test that left something undeletable has failed for its own reason
  fs::remove_all(path_, ignored);
}

std::string read_file(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

void write_file(const fs::path& path, std::string_view text) {
  if (path.has_parent_path()) fs::create_directories(path.parent_path());
  std::ofstream file(path, std::ios::binary);
  file.write(text.data(), static_cast<std::streamsize>(text.size()));
  if (!file) throw std::system_error(errno, std::generic_category(), path.string());
}

std::map<std::string, std::string> files_below(const fs::path& folder) {
  std::map<std::string, std::string> result;
  if (!fs::exists(folder)) return result;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder))
    if (entry.is_regular_file())
      result.emplace(fs::relative(entry.path(), folder).string(), read_file(entry.path()));
  return result;
}

fs::path source_tree() { return fs::current_path(); }

}  // namespace harness
