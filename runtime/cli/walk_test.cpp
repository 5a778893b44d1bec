#include "runtime/cli/walk.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "runtime/posix_host.h"

namespace cli {
namespace {

namespace fs = std::filesystem;
using Names = std::vector<std::string>;

struct Walk : testing::Test {
  fs::path before = fs::current_path();
  fs::path root = fs::temp_directory_path() / ("amljob-walk-" + std::to_string(::getpid()));
  runtime::PosixHost host;

  Walk() {
    fs::create_directories(root);
    fs::current_path(root);
  }
  ~Walk() override {
    fs::current_path(before);
    fs::remove_all(root);
  }
  void file(const fs::path& path, std::string_view text = "") {
    if (path.has_parent_path()) fs::create_directories(path.parent_path());
    std::ofstream(path) << text;
  }
  Tree tree(std::string_view folder = "") {
    SettingsCache settings(host);
    return programs_below(folder, settings, host);
  }
};

TEST_F(Walk, programs_are_sorted_and_named_from_the_folder_that_was_given) {
  file("b.amljob"), file("a/x.amljob"), file("a/notes.txt"), file("a/job.yml");
  EXPECT_EQ(tree().programs, (Names{"a/x.amljob", "b.amljob"}));
  EXPECT_EQ(tree("./a/").programs, (Names{"a/x.amljob"}));
  EXPECT_EQ(tree(root.string()).programs[1], (root / "b.amljob").string());
  EXPECT_EQ(tree().yaml, (Names{"a/job.yml"}));
}

TEST_F(Walk, gitignore_of_each_folder_counts_and_the_nearest_wins) {
  file(".gitignore", "build/\n*.tmp.amljob\n/only-here.amljob\n");
  file("build/x.amljob"), file("a/build/x.amljob"), file("a/y.tmp.amljob"), file("only-here.amljob");
  file("a/only-here.amljob"), file("a/.gitignore", "!keep.tmp.amljob\n"), file("a/keep.tmp.amljob");
  EXPECT_EQ(tree().programs, (Names{"a/keep.tmp.amljob", "a/only-here.amljob"}));
}

TEST_F(Walk, gitignore_above_counts_within_the_repository) {
  file(".gitignore", "*.x.amljob\n"), file("a/b/1.x.amljob"), file("a/b/2.amljob");
  EXPECT_EQ(tree("a/b").programs.size(), 2U) << "no repository: the file above is not ours";
  fs::create_directory(".git");
  EXPECT_EQ(tree("a/b").programs, (Names{"a/b/2.amljob"}));
  file(".git/x.amljob");
  EXPECT_EQ(tree().programs, (Names{"a/b/2.amljob"}));
}

TEST_F(Walk, settings_exclude_and_links_are_not_followed) {
  file("amljob.toml", "[check]\nexclude = [\"vendor/\"]\n");
  file("vendor/x.amljob"), file("a/x.amljob");
  fs::create_directory_symlink(root, root / "a/loop");
  EXPECT_EQ(tree().programs, (Names{"a/x.amljob"}));
  EXPECT_TRUE(tree().errors.empty());
}

TEST_F(Walk, what_is_wrong_in_settings_is_said_once) {
  file("amljob.toml", "[chekc]\n"), file("a/x.amljob"), file("b/x.amljob");
  EXPECT_EQ(tree().mistakes.size(), 1U);
}

}  // namespace
}  // namespace cli
