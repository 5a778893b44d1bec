#include "harness/functions.h"

#include <gtest/gtest.h>

namespace harness {
namespace {

TEST(Functions, are_found_with_their_lines) {
  const std::vector<Function> found = functions(
      "#include <a>\n"
      "namespace n {\n"
      "struct S {\n"
      "  int get() const { return 1; }\n"
      "  std::vector<int> rows = {1, 2};\n"
      "};\n"
      "constexpr Row kRows[] = {{f(1), 2}};\n"
      "// not { here\n"
      "std::string\n"
      "long_one(int a,\n"
      "         int b) {\n"
      "  auto inner = [&] { return \"}\"; };\n"
      "  return R\"x(})x\";\n"
      "}\n"
      "}\n");
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].first, 4U);
  EXPECT_EQ(found[0].lines, 1U);
  EXPECT_EQ(found[1].head, "std::string long_one(int a, int b)");
  EXPECT_EQ(found[1].first, 9U);
  EXPECT_EQ(found[1].lines, 6U);
}

TEST(Functions, of_a_test_macro_and_of_a_constructor_count) {
  const std::vector<Function> found = functions("TEST(A, b) {\n  x();\n}\nS::S(int a) : a_(a), b_(2) {\n}\n");
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].lines, 3U);
  EXPECT_EQ(found[1].first, 4U);
}

}  // namespace
}  // namespace harness
