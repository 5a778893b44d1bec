#include "runtime/cli/page_text.h"

#include <gtest/gtest.h>

#include "render/finding.h"
#include "runtime/cli/quoted.h"

namespace cli {
namespace {

constexpr base::DiagnosticInfo kRow{"floating-tag", base::Severity::warning,
                                    "`{}` can be {{another}} {} tomorrow"};

TEST(PageText, headline_has_dots_for_its_arguments) {
  EXPECT_EQ(render::headline(kRow), "`…` can be {another} … tomorrow");
}

TEST(PageText, title_prose_and_code) {
  const std::string page =
      "# floating-tag\n\nA tag is a name that\nmoves.\n\n```amljob\nx = 1\n\ny = 2\n```\n\n## Way out\n\n- a "
      "digest\n- a lock\n";
  EXPECT_EQ(page_text(kRow, page, {}),
            "floating-tag (warning)\n\nA tag is a name that moves.\n\n    x = 1\n\n    y = 2\n\nWay out\n\n- "
            "a digest\n- a "
            "lock\n");
}

TEST(PageText, without_a_page_the_row_says_what_it_can) {
  const std::string text = page_text(kRow, "", {});
  EXPECT_NE(text.find("# allow(floating-tag): why"), std::string::npos) << text;
  EXPECT_NE(text.find("can be {another}"), std::string::npos) << text;
}

TEST(Quoted, reads_back_as_the_same_text) {
  EXPECT_EQ(quoted("a\"b\\c\n\t${x} $x \x01"), R"("a\"b\\c\n\t\${x} $x \u{1}")");
  EXPECT_EQ(key("a-b_1"), "a-b_1");
  EXPECT_EQ(key("a.b"), "\"a.b\"");
  EXPECT_EQ(key("1a"), "\"1a\"");
  EXPECT_EQ(key("a--b"), "\"a--b\"");
}

}  // namespace
}  // namespace cli
