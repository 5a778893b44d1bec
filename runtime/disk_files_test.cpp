#include "runtime/disk_files.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include "runtime/scratch_folder.h"
#include "snapshot/snapshot.h"

namespace runtime {
namespace {

std::vector<std::string> names(const std::vector<base::FileEntry>& entries) {
  std::vector<std::string> all;
  for (const base::FileEntry& entry : entries) all.push_back(entry.path);
  return all;
}

using Names = std::vector<std::string>;

TEST(DiskFiles, reads_plain_files_alone_and_remembers_them) {
  const ScratchFolder folder;
  folder.file("a", "text");
  mkfifo(folder.path("pipe").c_str(), 0600);
  folder.file("large", "");
  std::filesystem::resize_file(folder.path("large"), (64ull << 20) + 1);
  const DiskFiles files(folder.path());
  EXPECT_EQ(files.read("a"), "text");
  for (const char* path : {"nowhere", ".", "pipe", "large", "/dev/zero"})
    EXPECT_EQ(files.read(path), std::nullopt);
  EXPECT_EQ(files.files_read(), Names{"a"});
}

TEST(DiskFiles, streams_what_is_too_large_to_read) {
  const ScratchFolder folder;
  folder.file("large", "");
  std::filesystem::resize_file(folder.path("large"), (64ull << 20) + 1);
  const DiskFiles files(folder.path());
  std::uint64_t size = 0;
  EXPECT_TRUE(files.stream("large", [&](std::string_view bytes) { size += bytes.size(); }));
  EXPECT_EQ(size, (64ull << 20) + 1);
}

TEST(DiskFiles, kinds) {
  const ScratchFolder folder;
  folder.file("d/a", "");
  const DiskFiles files(folder.path());
  EXPECT_EQ(files.kind("d"), base::FileKind::folder);
  EXPECT_EQ(files.kind("d/a"), base::FileKind::file);
  EXPECT_EQ(files.kind("x"), base::FileKind::missing);
}

TEST(DiskFiles, follows_links_but_not_in_circles) {
  const ScratchFolder folder;
  folder.file("code/a", "1");
  folder.file("code/d/b", "1");
  folder.file("elsewhere/c", "1");
  std::filesystem::create_directory_symlink("..", folder.path("code/d/up"));
  std::filesystem::create_directory_symlink("../elsewhere", folder.path("code/out"));
  std::filesystem::create_symlink("a", folder.path("code/same"));
  std::filesystem::create_symlink("nowhere", folder.path("code/gone"));
  std::filesystem::create_symlink("self", folder.path("code/self"));
  std::filesystem::create_directory(folder.path("code/empty"));
  mkfifo(folder.path("code/pipe").c_str(), 0600);
  const DiskFiles files(folder.path());
  EXPECT_EQ(names(files.list("code")), (Names{"a", "d/b", "out/c", "same"}));
  const std::vector<base::Stray> expected = {{"empty", base::StrayKind::empty_folder},
                                             {"gone", base::StrayKind::broken_link},
                                             {"out", base::StrayKind::link_outside},
                                             {"self", base::StrayKind::broken_link}};
  EXPECT_EQ(files.strays("code"), expected);
}

TEST(DiskFiles, lists_a_file_as_itself_and_nothing_where_nothing_is) {
  const ScratchFolder folder;
  folder.file("d/a", "123");
  const DiskFiles files(folder.path());
  EXPECT_EQ(names(files.list("d/a")), Names{"a"});
  EXPECT_TRUE(files.list("x").empty());
}

TEST(DiskFiles, deep_folders_and_odd_names) {
  const ScratchFolder folder;
  std::string deep = "code";
  for (int i = 0; i < 60; ++i) deep += "/d";
  folder.file(deep + "/x", "");
  folder.file("code/new\nline é", "");
  const DiskFiles files(folder.path());
  EXPECT_EQ(files.list("code").size(), 2u);
}

TEST(DiskFiles, ten_thousand_files_are_listed_under_rules_in_well_under_a_second) {
  const ScratchFolder folder;
  for (int i = 0; i < 10'000; ++i) {
    folder.file("code/d" + std::to_string(i % 100) + "/f" + std::to_string(i) + (i % 2 == 0 ? ".py" : ".csv"),
                "x");
  }
  folder.file("code/.amlignore", "*.csv\n__pycache__/\n.git\n/outputs/\n**/checkpoints/*.pt\n!keep.csv\n");
  const DiskFiles files(folder.path());
  const auto start = std::chrono::steady_clock::now();
  const snapshot::Snapshot taken = snapshot::take(files, "code");
  const auto time = std::chrono::steady_clock::now() - start;
  RecordProperty("milliseconds",
                 static_cast<int>(std::chrono::duration_cast<std::chrono::milliseconds>(time).count()));
  EXPECT_EQ(taken.files.size(), 5001u);
  EXPECT_EQ(taken.ignored.size(), 5000u);
  EXPECT_LT(time, std::chrono::seconds(2));
}

}  // namespace
}  // namespace runtime
