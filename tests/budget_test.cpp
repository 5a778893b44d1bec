// Sizes that stay small: files of at most 300 lines, functions of at most 40, lines of at most 110 columns
// (of scripts, which no formatter breaks, 120). Tables are data: *.inc is exempt from all, *.def (a row a
// line) from the last.
#include <gtest/gtest.h>

#include <filesystem>
#include <set>
#include <sstream>

#include "harness/folder.h"
#include "harness/functions.h"

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kFileLines = 300, kFunctionLines = 40, kColumns = 110, kScriptColumns = 120;
constexpr const char* kTops[] = {"grammar", "compiler", "backends", "runtime", "tests",
                                 "bench",   "editors",  "cmake",    "docs",    "examples"};
const std::set<std::string> kCode = {".h", ".cpp", ".g4", ".py", ".mjs", ".ts", ".sh", ".cmake", ".def"};

template <typename Check>
void each_file(const Check& check) {
  std::size_t seen = 0;
  for (const char* top : kTops) {
    if (!fs::exists(top)) continue;
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(top))
      if (entry.is_regular_file() && kCode.contains(entry.path().extension().string()) && ++seen > 0)
        check(entry.path(), harness::read_file(entry.path()));
  }
  EXPECT_GT(seen, 20U);
}

// Code points, not bytes: a continuation byte of UTF-8 takes no column.
std::size_t columns(const std::string& line) {
  return static_cast<std::size_t>(
      std::count_if(line.begin(), line.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

bool is_cpp(const fs::path& path) { return path.extension() == ".h" || path.extension() == ".cpp"; }

TEST(Budget, files_and_lines_stay_short) {
  each_file([](const fs::path& path, const std::string& text) {
    std::istringstream stream(text);
    std::size_t count = 0;
    for (std::string line; std::getline(stream, line);) {
      ++count;
      if (path.extension() == ".def" || path.extension() == ".g4") continue;
      EXPECT_LE(columns(line), is_cpp(path) ? kColumns : kScriptColumns) << path << ":" << count;
    }
    EXPECT_LE(count, kFileLines) << path;
  });
}

TEST(Budget, functions_have_at_most_40_lines) {
  each_file([](const fs::path& path, const std::string& text) {
    // A test may hold a table of cases, however long.
    if (!is_cpp(path)) return;
    if (path.stem().string().ends_with("_test")) return;
    for (const harness::Function& each : harness::functions(text))
      EXPECT_LE(each.lines, kFunctionLines) << path << ":" << each.first << ": " << each.head;
  });
}

TEST(Budget, every_folder_of_code_has_a_short_readme) {
  for (const char* top : {"compiler", "backends", "runtime", "tests", "examples"}) {
    for (const fs::directory_entry& entry : fs::directory_iterator(top)) {
      if (!entry.is_directory() || entry.path() == "tests/cases") continue;
      const std::string readme = harness::read_file(entry.path() / "README.md");
      EXPECT_FALSE(readme.empty()) << entry.path() << " has no README.md";
      EXPECT_LE(std::count(readme.begin(), readme.end(), '\n'), 30) << entry.path() << "/README.md";
    }
  }
}

}  // namespace
