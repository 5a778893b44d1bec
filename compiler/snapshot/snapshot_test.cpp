#include "snapshot/snapshot.h"

#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>

#include "base/memory_files.h"
#include "snapshot/remarks.h"

namespace snapshot {
namespace {

using Json = nlohmann::json;

base::MemoryFiles tree_of(const Json& test) {
  base::MemoryFiles files;
  for (const auto& [path, text] : test["files"].items()) files.add("code/" + path, text.get<std::string>());
  for (const Json& folder : test.value("empty_folders", Json::array())) {
    files.add_empty_folder("code/" + folder.get<std::string>());
  }
  return files;
}

class Cases : public testing::TestWithParam<Json> {};

std::vector<Json> read_cases() {
  std::ifstream file("compiler/snapshot/testdata/cases.json");
  return Json::parse(file).get<std::vector<Json>>();
}

TEST_P(Cases, as_the_client_does_it) {
  const Json& test = GetParam();
  const base::MemoryFiles files = tree_of(test);
  const std::string folder =
      test.contains("single_file") ? "code/" + test["single_file"].get<std::string>() : "code";
  const Snapshot snapshot = take(files, folder);
  std::vector<std::string> differences;
  for (const GitDifference& found : git_differences(files, snapshot)) differences.push_back(found.path);
  EXPECT_EQ(differences, test.value("git_differs", std::vector<std::string>()));
  EXPECT_EQ(!snapshot.rules.rejected.empty(), test.value("rejected", false));
  if (test.value("rejected", false)) return;
  std::vector<std::string> excluded;
  for (const Ignored& file : snapshot.ignored) excluded.push_back(file.path);
  if (test.contains("excluded")) {
    EXPECT_EQ(excluded, test["excluded"].get<std::vector<std::string>>());
  }
  std::vector<std::string> order;
  for (const File& file : snapshot.files) order.push_back(file.path);
  if (test.contains("order")) {
    EXPECT_EQ(order, test["order"].get<std::vector<std::string>>());
  }
  EXPECT_EQ(content_hash(files, snapshot), test["sha256"].get<std::string>());
  if (test.contains("md5")) {
    EXPECT_EQ(object_hash(files, snapshot), test["md5"].get<std::string>());
  }
}

INSTANTIATE_TEST_SUITE_P(Snapshot, Cases, testing::ValuesIn(read_cases()), [](const auto& test) {
  std::string id = test.param["id"];
  std::replace(id.begin(), id.end(), '-', '_');
  return id;
});

// The worked example of the recorded sequences of requests.
TEST(Snapshot, code_folder_with_a_library) {
  base::MemoryFiles files({{"src/.amlignore", "*.log\n"},
                           {"src/lib/util.py", "X = 1\n"},
                           {"src/notes.log", "skip me\n"},
                           {"src/train.py", "print('hi')\n"}});
  const Snapshot snapshot = take(files, "src");
  EXPECT_EQ(object_hash(files, snapshot), "b876409bf77c8c8b769f4451cec7b1a7");
  EXPECT_EQ(content_hash(files, snapshot),
            "b3913687fd0b591e920496299584742226074588311e65dfc0d28d699777c2b9");
}

TEST(Snapshot, names_the_line_that_ignores) {
  base::MemoryFiles files(
      {{".amlignore", "# data\n\n*.csv\n!a.csv\n/a.csv\n"}, {"a.csv", "1"}, {"d/b.csv", "2"}});
  const Snapshot snapshot = take(files, "");
  ASSERT_EQ(snapshot.ignored.size(), 2u);
  EXPECT_EQ(snapshot.rules.file, ".amlignore");
  EXPECT_EQ(snapshot.rules.patterns[snapshot.ignored[0].by].line, 5u);
  EXPECT_EQ(snapshot.rules.patterns[snapshot.ignored[1].by].line, 3u);
  EXPECT_EQ(snapshot.rules.patterns[snapshot.ignored[1].by].text, "*.csv");
}

TEST(Snapshot, extra_patterns_stand_behind_those_of_the_file) {
  base::MemoryFiles files({{".amlignore", "!__pycache__\n"}, {"__pycache__/a.pyc", "1"}, {"a.py", "2"}});
  const Snapshot snapshot = take(files, "", {.extra_patterns = {"__pycache__"}});
  ASSERT_EQ(snapshot.ignored.size(), 1u);
  EXPECT_EQ(snapshot.rules.patterns[snapshot.ignored[0].by].line, 0u);
}

TEST(Snapshot, sums_sizes) {
  base::MemoryFiles files({{".amlignore", "*.csv\n"}, {"a.csv", "12345"}, {"b.py", "12"}});
  const Snapshot snapshot = take(files, ".");
  EXPECT_EQ(snapshot.bytes, 2u + 6u);
  EXPECT_EQ(snapshot.ignored_bytes, 5u);
}

TEST(Snapshot, folder_that_is_not_there_is_empty) {
  const base::MemoryFiles files;
  EXPECT_TRUE(take(files, "nowhere").files.empty());
}

TEST(Snapshot, sorts_by_lower_case_of_every_alphabet) {
  EXPECT_EQ(sort_key("Data/ÉTÉ/Ж.txt"), "data/été/ж.txt");
  EXPECT_EQ(sort_key("\xff\xfe"), "\xff\xfe");
}

}  // namespace
}  // namespace snapshot
