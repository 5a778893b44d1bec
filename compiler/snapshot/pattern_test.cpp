#include "snapshot/pattern.h"

#include <gtest/gtest.h>

namespace snapshot {
namespace {

bool match(std::string_view line, std::string_view path, Dialect dialect = Dialect::client) {
  const auto compiled = compile_pattern(line, dialect);
  const auto* pattern = std::get_if<Pattern>(&compiled);
  return pattern != nullptr && matches(*pattern, split_path(path));
}

std::string rejection(std::string_view line) {
  const auto compiled = compile_pattern(line, Dialect::client);
  const auto* rejected = std::get_if<Rejected>(&compiled);
  return rejected == nullptr ? "" : rejected->reason;
}

TEST(Pattern, one_segment_matches_at_any_depth_with_all_below) {
  for (const char* path : {"data", "data/a", "x/data/y/z"}) EXPECT_TRUE(match("data", path)) << path;
  for (const char* path : {"datax", "xdata/a"}) EXPECT_FALSE(match("data", path)) << path;
}

TEST(Pattern, star_as_the_last_segment_takes_what_is_below) {
  EXPECT_TRUE(match("src/*", "src/a/b/c"));
  EXPECT_FALSE(match("src/*", "src"));
}

TEST(Pattern, question_mark_is_one_character_of_any_alphabet) {
  EXPECT_TRUE(match("?.csv", "é.csv"));
  EXPECT_TRUE(match("[à-ÿ].csv", "é.csv"));
  EXPECT_FALSE(match("??.csv", "é.csv"));
}

TEST(Pattern, brackets) {
  EXPECT_TRUE(match("[]a]x", "]x"));
  EXPECT_TRUE(match("[!]a]x", "bx"));
  EXPECT_FALSE(match("[!]a]x", "]x"));
  EXPECT_TRUE(match("[a-]", "-"));
  EXPECT_TRUE(match("a[", "a["));
  EXPECT_TRUE(match("[^a]", "^"));
  EXPECT_FALSE(match("[^a]", "a", Dialect::git));
  EXPECT_TRUE(match("[^a]", "b", Dialect::git));
}

TEST(Pattern, stars_in_a_name) {
  EXPECT_TRUE(match("a*b*c", "aXbYbZc"));
  EXPECT_FALSE(match("a*b*c", "aXc"));
  EXPECT_TRUE(match("*", ".hidden"));
  EXPECT_TRUE(match("a***", "abc"));
}

TEST(Pattern, many_stars_do_not_explode) {
  EXPECT_FALSE(match("a*a*a*a*a*a*a*a*a*a*a*a*a*a*b", std::string(200, 'a')));
}

TEST(Pattern, refused_lines) {
  EXPECT_EQ(rejection("a\\"), "ends with a backslash");
  EXPECT_EQ(rejection("a.log\\ "), "ends with a backslash");
  EXPECT_EQ(rejection("[z-a]"), "has a range that runs backwards");
  EXPECT_EQ(rejection("!"), "names nothing");
  EXPECT_EQ(rejection("a\\b"), "");
}

TEST(Pattern, git_matches_the_thing_itself) {
  EXPECT_TRUE(match("data", "x/data", Dialect::git));
  EXPECT_FALSE(match("data", "data/a", Dialect::git));
  EXPECT_TRUE(match("data/", "x/data", Dialect::git));
  EXPECT_FALSE(match(" a.log", "a.log", Dialect::git));
  EXPECT_TRUE(match("a.log\\ ", "a.log ", Dialect::git));
}

}  // namespace
}  // namespace snapshot
