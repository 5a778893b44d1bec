// A folder's README.md says what the folder may include in one sentence ("Includes `base` and `schema`."),
// and nothing else is included.
#include <gtest/gtest.h>

#include <filesystem>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <vector>

#include "harness/folder.h"

namespace {

namespace fs = std::filesystem;

struct Folder {
  std::vector<fs::path> paths;    // itself, and the folders in it that have no README of their own
  bool says = false;              // its README has the sentence
  std::set<std::string> allowed;  // names of folders
};

bool is_source(const fs::path& path) {
  return path.extension() == ".h" || path.extension() == ".cpp" || path.extension() == ".inc";
}

// As an #include begins: `base` of "base/source.h", `runtime/cli` of "runtime/cli/command.h".
std::string name_of(const fs::path& folder) {
  const std::string path = folder.string(), compiler = "compiler/";
  return path.starts_with(compiler) ? path.substr(compiler.size()) : path;
}

Folder read_folder(const fs::path& path) {
  static const std::regex sentence(R"((Includes|May include:?) ([^.]*)\.)");
  static const std::regex name("`([a-z_/]+?)/?`");
  Folder folder{.paths = {path}, .says = false, .allowed = {}};
  const std::string readme = harness::read_file(path / "README.md");
  std::smatch found;
  if (!std::regex_search(readme, found, sentence)) return folder;
  folder.says = true;
  const std::string list = found[2];
  for (std::sregex_iterator at(list.begin(), list.end(), name), end; at != end; ++at)
    folder.allowed.insert(name_of((*at)[1].str()));
  return folder;
}

bool has_sources(const fs::path& folder) {
  return std::any_of(fs::directory_iterator(folder), fs::directory_iterator(),
                     [](const fs::directory_entry& entry) { return is_source(entry.path()); });
}

void add_folder(const fs::path& path, std::map<std::string, Folder>& to) {
  const fs::path parent = path.parent_path();
  const bool own = fs::exists(path / "README.md") || !to.contains(name_of(parent));
  if (own)
    to.emplace(name_of(path), read_folder(path));
  else
    to.at(name_of(parent)).paths.push_back(path);
}

// By name. A folder without a README belongs to the one around it.
const std::map<std::string, Folder>& folders() {
  static const std::map<std::string, Folder> all = [] {
    std::vector<fs::path> paths = {"backends", "runtime", "grammar"};
    for (const char* top : {"compiler", "backends", "runtime"})
      for (const fs::directory_entry& entry : fs::recursive_directory_iterator(top))
        if (entry.is_directory()) paths.push_back(entry.path());
    std::sort(paths.begin(), paths.end());
    std::map<std::string, Folder> result;
    for (const fs::path& path : paths)
      if (has_sources(path)) add_folder(path, result);
    return result;
  }();
  return all;
}

// The folder whose README speaks for what lies in `name`; empty where none does.
std::string owner_of(const std::string& name) {
  for (const auto& [owner, folder] : folders())
    for (const fs::path& path : folder.paths)
      if (name_of(path) == name) return owner;
  return {};
}

std::vector<std::string> included(const fs::path& file, const char* pattern) {
  const std::regex line(pattern, std::regex::multiline);
  const std::string text = harness::read_file(file);
  std::vector<std::string> result;
  for (std::sregex_iterator at(text.begin(), text.end(), line), end; at != end; ++at)
    result.push_back((*at)[1]);
  return result;
}

class Layering : public testing::TestWithParam<std::string> {};

TEST_P(Layering, includes_only_what_its_readme_says) {
  const Folder& folder = folders().at(GetParam());
  ASSERT_TRUE(folder.says) << folder.paths[0] << "/README.md has no sentence `Includes …`";
  for (const std::string& name : folder.allowed)
    EXPECT_TRUE(folders().contains(name)) << folder.paths[0] << ": no folder " << name;
  for (const fs::path& path : folder.paths)
    for (const fs::directory_entry& entry : fs::directory_iterator(path)) {
      if (!is_source(entry.path())) continue;
      for (const std::string& from : included(entry.path(), R"re(^#include "(.*)/[^/"]+")re")) {
        const std::string owner = owner_of(from);
        EXPECT_TRUE(owner == GetParam() || folder.allowed.contains(owner))
            << entry.path() << " includes from " << from;
      }
    }
}

std::vector<std::string> names() {
  std::vector<std::string> result;
  for (const auto& [name, folder] : folders()) result.push_back(name);
  return result;
}

INSTANTIATE_TEST_SUITE_P(folders, Layering, testing::ValuesIn(names()), [](const auto& test) {
  std::string name = test.param;
  std::replace(name.begin(), name.end(), '/', '_');
  return name;
});

// An order of folders exists: who may include whom makes no ring.
TEST(LayeringOrder, has_no_cycle) {
  std::map<std::string, Folder> left = folders();
  for (bool taken = true; taken;) {
    taken = false;
    for (auto at = left.begin(); at != left.end();) {
      const bool free =
          std::none_of(at->second.allowed.begin(), at->second.allowed.end(),
                       [&](const std::string& name) { return left.contains(name) && name != at->first; });
      taken |= free;
      at = free ? left.erase(at) : std::next(at);
    }
  }
  std::string ring;
  for (const auto& [name, folder] : left) ring += name + " ";
  EXPECT_EQ(ring, "");
}

// What is heavy to compile, or must not be seen outside of one place.
TEST(LayeringOrder, heavy_headers_stay_where_they_belong) {
  for (const char* top : {"compiler", "backends", "runtime"})
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(top)) {
      if (!is_source(entry.path())) continue;
      const auto headers = included(entry.path(), R"re(^#include <(.*)>)re");
      const bool tests = std::find(headers.begin(), headers.end(), "gtest/gtest.h") != headers.end();
      for (const std::string& header : headers) {
        const bool antlr = header.starts_with("antlr4"), json = header == "nlohmann/json.hpp";
        EXPECT_TRUE(!antlr || entry.path().parent_path() == "compiler/syntax") << entry.path();
        EXPECT_TRUE(!json || tests || entry.path().extension() == ".cpp") << entry.path();
        EXPECT_NE(header, "iostream") << entry.path();
        EXPECT_TRUE(tests || header != "regex") << entry.path();
      }
    }
}

}  // namespace
