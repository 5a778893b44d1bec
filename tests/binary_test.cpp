// The program as a file: what it needs, and that it gives the same bytes from run to run.
#include <gtest/gtest.h>

#include <filesystem>
#include <sstream>

#include "harness/expectation.h"
#include "harness/folder.h"
#include "harness/process.h"

namespace {

namespace fs = std::filesystem;

TEST(Binary, needs_no_shared_object_but_those_of_the_c_library) {
  const harness::Scratch scratch;
  const harness::Outcome outcome = harness::run_line("ldd " + harness::amljob().string(), scratch.path(),
                                                     harness::environment_in(scratch.path()));
  std::istringstream lines(outcome.out);
  std::size_t seen = 0;
  for (std::string name; lines >> name; lines.ignore(1000, '\n')) {
    ++seen;
    const std::string base = fs::path(name).filename().string();
    EXPECT_TRUE(base == "linux-vdso.so.1" || base == "libc.so.6" || base == "libm.so.6" ||
                base == "ld-linux-x86-64.so.2")
        << name;
  }
  EXPECT_GE(seen, 3U) << outcome.out;
}

class Determinism : public testing::TestWithParam<const char*> {};

TEST_P(Determinism, a_build_gives_the_same_bytes_in_another_place_and_home) {
  harness::FileTexts built[2];
  for (harness::FileTexts& files : built) {
    const harness::Scratch scratch;
    const fs::path work = scratch.path() / "work";
    fs::copy("examples", work, fs::copy_options::recursive);
    const harness::Outcome outcome = harness::run_line(std::string("amljob build ") + GetParam() + " -o out",
                                                       work, harness::environment_in(scratch.path()));
    ASSERT_EQ(outcome.code, 0) << outcome.err;
    files = harness::files_below(work / "out");
    EXPECT_GE(files.size(), 3U);
    for (const auto& [path, text] : files)
      EXPECT_EQ(text.find(scratch.path().string()), std::string::npos)
          << path << " names the folder it was built in";
  }
  EXPECT_EQ(built[0], built[1]);
}

INSTANTIATE_TEST_SUITE_P(
    examples, Determinism,
    testing::Values("custom-image/custom-image.amljob", "tour/tour.amljob -D target=prod -D seeds=4",
                    "digits/digits.amljob --workspace-id "
                    "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/g/providers/"
                    "Microsoft.MachineLearningServices/workspaces/w"));

TEST(Build, leaves_an_unchanged_file_alone) {
  const harness::Scratch scratch;
  const fs::path work = scratch.path() / "work";
  fs::copy("examples", work, fs::copy_options::recursive);
  const harness::Environment environment = harness::environment_in(scratch.path());
  const std::string command = "amljob build custom-image/custom-image.amljob -o out";
  ASSERT_EQ(harness::run_line(command, work, environment).code, 0);
  const fs::path manifest = work / "out/manifest.json";
  const fs::file_time_type long_ago = fs::last_write_time(manifest) - std::chrono::hours(1);
  fs::last_write_time(manifest, long_ago);
  ASSERT_EQ(harness::run_line(command, work, environment).code, 0);
  EXPECT_EQ(fs::last_write_time(manifest), long_ago);
}

}  // namespace
