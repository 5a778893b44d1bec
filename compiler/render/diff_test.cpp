#include "render/diff.h"

#include <gtest/gtest.h>

#include <random>

namespace render {
namespace {

std::string diff(std::string_view before, std::string_view after) {
  return unified_diff("f", before, after, {});
}

TEST(Diff, equal_texts_have_none) { EXPECT_EQ(diff("a\n", "a\n"), ""); }

TEST(Diff, three_lines_around_a_change) {
  EXPECT_EQ(diff("1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\nfive\n6\n7\n8\n9\n"),
            "--- f\n+++ f\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8\n");
}

TEST(Diff, far_changes_have_a_hunk_each_and_near_ones_share_it) {
  std::string before, after;
  for (int i = 0; i < 20; ++i) {
    before += std::to_string(i) + "\n";
    after += (i == 0 || i == 6 || i == 19 ? "x" : std::to_string(i)) + "\n";
  }
  const std::string out = diff(before, after);
  EXPECT_NE(out.find("@@ -1,10 +1,10 @@"), std::string::npos) << out;
  EXPECT_NE(out.find("@@ -17,4 +17,4 @@"), std::string::npos) << out;
}

TEST(Diff, text_without_a_line_break_at_its_end) {
  EXPECT_EQ(diff("a", "a\n"), "--- f\n+++ f\n@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+a\n");
  EXPECT_EQ(diff("", "a\n"), "--- f\n+++ f\n@@ -0,0 +1 @@\n+a\n");
}

// Applies a diff to the text it was made from.
std::string patched(std::string_view before, std::string_view patch) {
  std::string out;
  std::size_t at = 0;
  const auto copy_line = [&] {
    const std::size_t end = before.find('\n', at) + 1;
    out += before.substr(at, end - at);
    at = end;
  };
  std::size_t line = 1;
  patch.remove_prefix(patch.find("@@"));
  while (!patch.empty()) {
    const std::string_view row = patch.substr(0, patch.find('\n') + 1);
    patch.remove_prefix(row.size());
    if (row.starts_with("@@")) {
      const std::string head(row);
      std::size_t first = std::stoul(head.substr(4));
      if (head.find(",0 ") < head.find(" +")) ++first;
      for (; line < first; ++line) copy_line();
    } else if (row[0] == '+') {
      out += row.substr(1);
    } else {
      EXPECT_EQ(before.substr(at, row.size() - 1), row.substr(1));
      if (row[0] == ' ') out += row.substr(1);
      at += row.size() - 1;
      ++line;
    }
  }
  return out + std::string(before.substr(at));
}

TEST(Diff, applied_it_gives_the_text_after) {
  std::mt19937 random(7);
  for (int round = 0; round < 500; ++round) {
    std::string before, after;
    for (auto i = random() % 30; i > 0; --i) {
      const std::string line = std::string(1, static_cast<char>('a' + random() % 4)) + "\n";
      if (random() % 5 != 0) before += line;
      if (random() % 5 != 0) after += line;
    }
    if (before == after) continue;
    EXPECT_EQ(patched(before, diff(before, after)), after) << diff(before, after);
  }
}

TEST(Diff, wholly_different_big_texts_are_quick) {
  std::string before, after;
  for (int i = 0; i < 50000; ++i)
    before += "a" + std::to_string(i) + "\n", after += "b" + std::to_string(i) + "\n";
  EXPECT_EQ(diff(before, after).size(), before.size() + after.size() + 100000 + 36);
}

}  // namespace
}  // namespace render
