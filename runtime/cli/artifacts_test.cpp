#include "runtime/cli/artifacts.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "runtime/posix_host.h"

namespace cli {
namespace {

namespace fs = std::filesystem;

struct Artifacts : testing::Test {
  fs::path root = fs::temp_directory_path() / ("amljob-artifacts-" + std::to_string(::getpid()));
  runtime::PosixHost host;

  Artifacts() { fs::create_directories(root / "outside"); }
  ~Artifacts() override { fs::remove_all(root); }

  std::string refusal(const std::string& path) {
    const auto done = write_artifacts({{path, "bytes", ""}}, (root / "out").string(), host);
    return done ? "" : done.error().message;
  }
  std::string text(const fs::path& path) {
    std::ifstream in(path);
    return {std::istreambuf_iterator<char>(in), {}};
  }
};

TEST_F(Artifacts, are_written_below_the_folder) {
  EXPECT_EQ(refusal("environments/e/Dockerfile"), "");
  EXPECT_EQ(text(root / "out/environments/e/Dockerfile"), "bytes");
}

TEST_F(Artifacts, copies_keep_what_may_be_executed) {
  std::ofstream(root / "run.sh") << "#!/bin/sh\n";
  fs::permissions(root / "run.sh", fs::perms::owner_all);
  const auto done =
      write_artifacts({{"context/run.sh", "", (root / "run.sh").string()}}, (root / "out").string(), host);
  ASSERT_TRUE(done) << done.error().message;
  EXPECT_NE(fs::status(root / "out/context/run.sh").permissions() & fs::perms::owner_exec, fs::perms::none);
}

TEST_F(Artifacts, never_leave_the_folder) {
  EXPECT_NE(refusal("../outside/x").find("lies outside"), std::string::npos);
  EXPECT_NE(refusal("a/../../outside/x").find("lies outside"), std::string::npos);
  EXPECT_NE(refusal((root / "outside/x").string()).find("lies outside"), std::string::npos);
  fs::create_directories(root / "out");
  fs::create_directory_symlink(root / "outside", root / "out/link");
  EXPECT_NE(refusal("link/x").find("a link leads out"), std::string::npos);
  fs::create_symlink(root / "outside/file", root / "out/file");
  std::ofstream(root / "outside/file") << "kept";
  EXPECT_NE(refusal("file").find("a link leads out"), std::string::npos);
  EXPECT_EQ(text(root / "outside/file"), "kept");
  EXPECT_FALSE(fs::exists(root / "outside/x"));
}

TEST_F(Artifacts, one_that_would_leave_keeps_all_from_being_written) {
  const auto done = write_artifacts({{"good", "1", ""}, {"../bad", "2", ""}}, (root / "out").string(), host);
  EXPECT_FALSE(done);
  EXPECT_FALSE(fs::exists(root / "out/good"));
}

}  // namespace
}  // namespace cli
