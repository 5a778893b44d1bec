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
  fs::path path;
  bool says = false;              // its README has the sentence
  std::set<std::string> allowed;  // names of folders
};

bool is_source(const fs::path& path) {
  return path.extension() == ".h" || path.extension() == ".cpp" || path.extension() == ".inc";
}

Folder read_folder(const fs::path& path) {
  static const std::regex sentence(R"((May include:|Includes) ([^.]*)\.)");
  static const std::regex name("`([a-z_/]+?)/?`");
  Folder folder{.path = path, .says = false, .allowed = {}};
  const std::string readme = harness::read_file(path / "README.md");
  std::smatch found;
  if (!std::regex_search(readme, found, sentence)) return folder;
  folder.says = true;
  const std::string list = found[2];
  for (std::sregex_iterator at(list.begin(), list.end(), name), end; at != end; ++at)
    folder.allowed.insert((*at)[1]);
  return folder;
}

// By the name that an #include begins with: `base` of "base/source.h", `runtime/cli` of
// "runtime/cli/command.h".
std::map<std::string, Folder> folders() {
  std::map<std::string, Folder> result;
  const auto add = [&](const fs::path& path, const std::string& name) {
    for (const fs::directory_entry& entry : fs::directory_iterator(path))
      if (is_source(entry.path())) result.insert_or_assign(name, read_folder(path));
  };
  for (const char* top : {"compiler", "backends", "runtime"}) {
    const bool by_last = std::string_view(top) == "compiler";
    if (!by_last) add(top, top);
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(top))
      if (entry.is_directory())
        add(entry.path(), by_last ? fs::relative(entry.path(), top).string() : entry.path().string());
  }
  return result;
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
  const std::map<std::string, Folder> all = folders();
  const Folder& folder = all.at(GetParam());
  ASSERT_TRUE(folder.says) << folder.path << "/README.md has no sentence `Includes …`";
  for (const std::string& name : folder.allowed)
    EXPECT_TRUE(all.contains(name)) << folder.path << ": no folder " << name;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder.path)) {
    if (!is_source(entry.path())) continue;
    for (const std::string& path : included(entry.path(), R"re(^#include "(.*)/[^/"]+")re"))
      EXPECT_TRUE(path == GetParam() || folder.allowed.contains(path))
          << entry.path() << " includes from " << path;
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
      for (const std::string& header : included(entry.path(), R"re(^#include <(.*)>)re")) {
        const bool antlr = header.starts_with("antlr4"), json = header == "nlohmann/json.hpp";
        EXPECT_TRUE(!antlr || entry.path().parent_path() == "compiler/syntax") << entry.path();
        EXPECT_TRUE(!json || entry.path().extension() == ".cpp") << entry.path();
        EXPECT_NE(header, "iostream") << entry.path();
        EXPECT_NE(header, "regex") << entry.path();
      }
    }
}

}  // namespace
