#include "rules/literal_runs.h"

#include <gtest/gtest.h>

namespace rules {
namespace {

std::string decoded(std::string_view literal) {
  const auto runs = read_literal(literal);
  return runs ? runs->text : "nothing";
}

TEST(LiteralRuns, plain_escapes_and_raw) {
  EXPECT_EQ(decoded(R"("a\n\"b\"\\\$")"), "a\n\"b\"\\$");
  EXPECT_EQ(decoded(R"("\u{e9}")"), "é");
  EXPECT_EQ(decoded(R"(r"a\n${x}")"), "a\\n${x}");
  EXPECT_EQ(decoded(R"("a${ "}" }b${x}")"), "ab");
}

TEST(LiteralRuns, triple_quotes_lose_their_edges_and_indentation) {
  EXPECT_EQ(decoded("\"\"\"\n    a\n      b\n\n    c\n    \"\"\""), "a\n  b\n\nc");
  EXPECT_EQ(decoded("r\"\"\"\r\n  a\\\r\n  b\r\n  \"\"\""), "a\\\nb");
  EXPECT_EQ(decoded("\"\"\"\n  a \\\n    b\n  \"\"\""), "a b");
}

TEST(LiteralRuns, what_is_no_literal_is_nothing) {
  for (const char* text : {"", "x", "\"", "\"a", "r", "\"\"\"a\"\"\"", "\"\\q\"", "a + \"b\"", "\"${x\""}) {
    EXPECT_EQ(decoded(text), "nothing") << text;
  }
}

}  // namespace
}  // namespace rules
