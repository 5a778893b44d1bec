#include "snapshot/remarks.h"

#include <gtest/gtest.h>

#include "base/memory_files.h"

namespace snapshot {
namespace {

using Files = std::map<std::string, std::string, std::less<>>;

std::vector<Remark> of(const Files& tree) {
  base::MemoryFiles files(tree);
  return remarks(files, take(files, "c"));
}

RemarkKind only(const Files& tree) {
  const std::vector<Remark> all = of(tree);
  EXPECT_EQ(all.size(), 1u);
  return all.at(0).kind;
}

TEST(Remarks, clean_folder_has_none) {
  EXPECT_TRUE(of({{"c/train.py", "x"}, {"c/.amlignore", "*.csv\n"}, {"c/sub/outputs/a", ""}}).empty());
}

TEST(Remarks, folders_are_summed) {
  const auto all = of({{"c/.git/HEAD", "123"}, {"c/.git/objects/a", "12345"}, {"c/train.py", "x"}});
  ASSERT_EQ(all.size(), 1u);
  EXPECT_EQ(all[0].kind, RemarkKind::git_folder);
  EXPECT_EQ(all[0].path, ".git");
  EXPECT_EQ(all[0].bytes, 8u);
  EXPECT_EQ(all[0].files, 2u);
}

TEST(Remarks, each_kind_of_folder) {
  EXPECT_EQ(only({{"c/.venv/bin/python", ""}}), RemarkKind::virtual_environment);
  EXPECT_EQ(only({{"c/env/pyvenv.cfg", ""}, {"c/env/lib/x.py", ""}}), RemarkKind::virtual_environment);
  EXPECT_TRUE(of({{"c/env/settings.py", ""}}).empty());
  EXPECT_EQ(only({{"c/a/__pycache__/x.pyc", ""}}), RemarkKind::cache_folder);
  EXPECT_EQ(only({{"c/outputs/model.pkl", ""}}), RemarkKind::earlier_outputs);
}

TEST(Remarks, each_kind_of_file) {
  EXPECT_EQ(only({{"c/data.csv", std::string(10'000'001, 'x')}}), RemarkKind::large_file);
  EXPECT_EQ(only({{"c/a.ipynb", R"({"outputs": [], "x": 1, "outputs": [ {"a": 1}]})"}}),
            RemarkKind::notebook_output);
  EXPECT_TRUE(of({{"c/a.ipynb", R"({"outputs": [ ]})"}}).empty());
  EXPECT_EQ(only({{"c/run.sh", "#!/bin/bash\r\necho\r\n"}}), RemarkKind::script_with_crlf);
  EXPECT_EQ(only({{"c/sub/.gitignore", "*.csv\n"}}), RemarkKind::nested_ignore_file);
}

TEST(Remarks, ignore_files) {
  EXPECT_EQ(only({{"c/.amlignore", "*.csv\n"}, {"c/.gitignore", "x\n"}}), RemarkKind::both_ignore_files);
  EXPECT_EQ(only({{"c/.amlignore", "# nothing\n"}, {"c/.gitignore", "x\n"}}), RemarkKind::empty_amlignore);
  EXPECT_EQ(only({{"c/.gitignore", "\xef\xbb\xbf*.csv\n"}}), RemarkKind::byte_order_mark);
  const auto rejected = of({{"c/.gitignore", "ok\na\\\n"}});
  ASSERT_EQ(rejected.size(), 1u);
  EXPECT_EQ(rejected[0].kind, RemarkKind::pattern_rejected);
  EXPECT_EQ(rejected[0].line, 2u);
}

TEST(Remarks, links_and_names) {
  base::MemoryFiles files(Files{{"c/Data.txt", ""}, {"c/data.txt", ""}, {"c/.amlignore", "ignored\n"}});
  files.add_stray("c/gone", base::StrayKind::broken_link);
  files.add_stray("c/ignored", base::StrayKind::broken_link);
  files.add_stray("c/out", base::StrayKind::link_outside);
  const std::vector<Remark> all = remarks(files, take(files, "c"));
  ASSERT_EQ(all.size(), 3u);
  EXPECT_EQ(all[0].kind, RemarkKind::link_outside);
  EXPECT_EQ(all[1].path, "gone");
  EXPECT_EQ(all[2].other, "data.txt");
}

TEST(GitDifferences, deeper_ignore_files_and_negations) {
  base::MemoryFiles files(Files{{"c/.gitignore", "*.csv\n!keep.csv\n"},
                                {"c/keep.csv", ""},
                                {"c/sub/.gitignore", "!*.csv\n"},
                                {"c/sub/a.csv", ""},
                                {"c/b.csv", ""}});
  const std::vector<GitDifference> found = git_differences(files, take(files, "c"));
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].path, "sub/a.csv");
  EXPECT_FALSE(found[0].uploaded);
}

}  // namespace
}  // namespace snapshot
