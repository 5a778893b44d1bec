#include "rules/docker_ignore.h"

#include <gtest/gtest.h>

namespace rules {
namespace {

TEST(DockerIgnore, patterns_count_from_the_root_and_the_last_wins) {
  const DockerIgnore ignore =
      read_dockerignore("# all data\n*.csv\ndata/\n!data/keep.txt\n/docs\n**/*.log\n");
  EXPECT_EQ(ignore.ignores("a.csv"), 2U);
  EXPECT_EQ(ignore.ignores("sub/a.csv"), std::nullopt);
  EXPECT_EQ(ignore.ignores("data/x.bin"), 3U);
  EXPECT_EQ(ignore.ignores("data/keep.txt"), std::nullopt);
  EXPECT_EQ(ignore.ignores("docs/index.md"), 5U);
  EXPECT_EQ(ignore.ignores("src/docs/index.md"), std::nullopt);
  EXPECT_EQ(ignore.ignores("src/deep/a.log"), 6U);
}

}  // namespace
}  // namespace rules
