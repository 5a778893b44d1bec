// Folders of tests: scratch ones, and what lies in one.
#pragma once

#include <filesystem>
#include <map>
#include <string>

namespace harness {

// A new folder, deleted with this value.
class Scratch {
 public:
  Scratch();
  ~Scratch();
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;

  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

// The whole of a file; empty where there is none.
std::string read_file(const std::filesystem::path& path);

// Writes it, with its folders.
void write_file(const std::filesystem::path& path, std::string_view text);

// Every regular file below `folder`: its relative path, and its bytes. Empty where there is no such folder.
std::map<std::string, std::string> files_below(const std::filesystem::path& folder);

// The top of the source tree: the tests' current folder, as ctest sets it.
std::filesystem::path source_tree();

}  // namespace harness
