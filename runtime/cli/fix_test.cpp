#include "runtime/cli/fix.h"

#include <gtest/gtest.h>

namespace cli {
namespace {

using base::Safe;

inline constexpr base::Diagnosis<> wrong{{"wrong", base::Severity::error, "it is wrong"}};
inline constexpr base::Diagnosis<> aside{{"aside", base::Severity::hint, "by the way"}};

struct Fix : testing::Test {
  base::SourceMap sources;
  base::Diagnostics diagnostics;
  base::FileId file = sources.add("a", "0123456789");
  base::FileId other = sources.add("b", "0123456789");

  base::Span at(std::uint32_t begin, std::uint32_t end) const { return {file, begin, end}; }
  void offer(base::Span span, std::string text, Safe safe = Safe::yes) {
    diagnostics.report(span, wrong).fix("mend", safe, {{span, std::move(text)}});
  }
  Mended applied(bool hints = false) { return apply_fixes(sources, file, diagnostics, hints); }
};

TEST_F(Fix, all_that_do_not_overlap_are_applied) {
  offer(at(8, 9), "X");
  offer(at(1, 2), "");
  offer(at(4, 4), "+");
  EXPECT_EQ(applied().text, "023+4567X9");
  EXPECT_EQ(applied().fixes, 3U);
}

TEST_F(Fix, the_second_of_two_that_overlap_waits) {
  offer(at(2, 5), "X");
  offer(at(4, 6), "Y");
  EXPECT_EQ(applied().text, "01X56789");
  EXPECT_EQ(applied().fixes, 1U);
}

TEST_F(Fix, two_insertions_at_one_place_have_no_order) {
  offer(at(2, 2), "X");
  offer(at(2, 2), "Y");
  EXPECT_EQ(applied().text, "01X23456789");
}

TEST_F(Fix, unsafe_ones_and_choices_are_left_to_people) {
  offer(at(0, 1), "X", Safe::no);
  diagnostics.report(at(2, 3), wrong)
      .fix("one", Safe::yes, {{at(2, 3), "1"}})
      .fix("two", Safe::yes, {{at(2, 3), "2"}});
  EXPECT_EQ(applied().fixes, 0U);
}

TEST_F(Fix, an_edit_in_another_file_keeps_the_whole_fix_back) {
  diagnostics.report(at(0, 1), wrong).fix("both", Safe::yes, {{at(0, 1), "X"}, {{other, 0, 1}, "X"}});
  EXPECT_EQ(applied().fixes, 0U);
}

TEST_F(Fix, hints_only_where_asked) {
  diagnostics.report(at(0, 1), aside).fix("mend", Safe::yes, {{at(0, 1), "X"}});
  EXPECT_EQ(applied().fixes, 0U);
  EXPECT_EQ(applied(true).text, "X123456789");
}

}  // namespace
}  // namespace cli
