#include "harness/markdown.h"

#include <gtest/gtest.h>

namespace harness {
namespace {

TEST(Markdown, fences_have_language_info_comment_and_text) {
  const std::string page =
      "# Page\n"
      "<!-- in: examples/digits -->\n"
      "\n"
      "```console\n"
      "$ amljob version\n"
      "```\n"
      "text\n"
      "```text file=Dockerfile command=\"amljob check -\"\n"
      "FROM x\n"
      "```\n";
  const std::vector<Fence> found = fences(page);
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].language, "console");
  EXPECT_EQ(found[0].comment, "in: examples/digits");
  EXPECT_EQ(found[0].text, "$ amljob version\n");
  EXPECT_EQ(found[0].line, 4U);
  EXPECT_EQ(page.substr(found[0].begin, found[0].end - found[0].begin), found[0].text);
  EXPECT_EQ(found[1].comment, "");
  EXPECT_EQ(found[1].attribute("file"), "Dockerfile");
  EXPECT_EQ(found[1].attribute("command"), "amljob check -");
  EXPECT_EQ(found[1].attribute("ile"), "");
}

}  // namespace
}  // namespace harness
