#include "runtime/posix_host.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include "runtime/scratch_folder.h"

namespace runtime {
namespace {

std::string error_of(const std::expected<void, HostError>& result) {
  return result ? "" : result.error().message;
}

TEST(PosixHost, reads_and_says_why_not) {
  const ScratchFolder folder;
  PosixHost host;
  EXPECT_EQ(host.read(folder.file("a", "text")).value(), "text");
  const auto message = [&](const std::string& path) { return host.read(path).error().message; };
  EXPECT_EQ(message("nowhere/x"), "cannot read `nowhere/x`: no such file");
  EXPECT_EQ(message(folder.path()), "cannot read `" + folder.path() + "`: it is a folder");
  EXPECT_EQ(message("/dev/null"), "cannot read `/dev/null`: it is not a regular file");
  mkfifo(folder.path("pipe").c_str(), 0600);
  EXPECT_EQ(message(folder.path("pipe")),
            "cannot read `" + folder.path("pipe") + "`: it is not a regular file");
}

TEST(PosixHost, writes_whole_files_and_makes_folders) {
  const ScratchFolder folder;
  PosixHost host;
  EXPECT_EQ(error_of(host.write(folder.path("a/b/c"), "one")), "");
  EXPECT_EQ(error_of(host.write(folder.path("a/b/c"), "two")), "");
  EXPECT_EQ(folder.text("a/b/c"), "two");
  EXPECT_EQ(host.list(folder.path()).value().size(), 1u);  // nothing is left beside it
}

TEST(PosixHost, equal_bytes_keep_the_time) {
  const ScratchFolder folder;
  PosixHost host;
  const std::string path = folder.file("a", "text");
  const auto old = std::filesystem::file_time_type::clock::now() - std::chrono::hours(1);
  std::filesystem::last_write_time(path, old);
  ASSERT_TRUE(host.write(path, "text"));
  EXPECT_EQ(std::filesystem::last_write_time(path), old);
  ASSERT_TRUE(host.write(path, "text", {.only_changed = false}));
  EXPECT_NE(std::filesystem::last_write_time(path), old);
}

TEST(PosixHost, mode_of_a_new_file_is_given_and_of_an_old_one_kept) {
  const ScratchFolder folder;
  PosixHost host;
  ASSERT_TRUE(host.write(folder.path("new"), "x", {.mode = 0600}));
  const std::string old = folder.file("old", "y");
  chmod(old.c_str(), 0750);
  ASSERT_TRUE(host.write(old, "x"));
  const auto mode = [](const std::string& path) {
    struct stat info;
    stat(path.c_str(), &info);
    return info.st_mode & 0777;
  };
  EXPECT_EQ(mode(folder.path("new")), 0600u);
  EXPECT_EQ(mode(old), 0750u);
}

TEST(PosixHost, a_link_stays_and_its_target_is_written) {
  const ScratchFolder folder;
  PosixHost host;
  const std::string target = folder.file("target", "old");
  std::filesystem::create_symlink("target", folder.path("link"));
  ASSERT_TRUE(host.write(folder.path("link"), "new"));
  EXPECT_TRUE(std::filesystem::is_symlink(folder.path("link")));
  EXPECT_EQ(folder.text("target"), "new");
}

TEST(PosixHost, says_why_it_cannot_write) {
  const ScratchFolder folder;
  PosixHost host;
  EXPECT_EQ(error_of(host.write(folder.path(), "x")), "cannot write `" + folder.path() + "`: it is a folder");
  const std::string file = folder.file("file", "");
  EXPECT_EQ(error_of(host.write(file + "/x", "x")),
            "cannot create folder `" + file + "`: a part of the path is not a folder");
}

TEST(PosixHost, full_disk_is_an_error_in_plain_words) {
  EXPECT_EQ(host_error("write", "x", ENOSPC).message, "cannot write `x`: no space left on the disk");
}

TEST(PosixHost, lists_and_knows_its_environment) {
  const ScratchFolder folder;
  PosixHost host;
  folder.file("b/c", "12");
  folder.file("a", "1");
  const auto entries = host.list(folder.path()).value();
  ASSERT_EQ(entries.size(), 2u);
  EXPECT_EQ(entries[1].path, "b/c");
  EXPECT_EQ(entries[1].size, 2u);
  EXPECT_EQ(host.list("nowhere").error().message, "cannot list `nowhere`: no such file");
  setenv("AMLJOB_TEST_HOST", "v", 1);
  EXPECT_EQ(host.env("AMLJOB_TEST_HOST"), "v");
  EXPECT_EQ(host.env("AMLJOB_TEST_NONE"), std::nullopt);
}

}  // namespace
}  // namespace runtime
