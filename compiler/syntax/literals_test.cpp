// Values of strings and numbers, and comments.
#include "syntax/literals.h"

#include <gtest/gtest.h>

#include "syntax/comments.h"
#include "syntax/testing.h"

namespace syntax {
namespace {

// The expression of `let x = TEXT`.
struct Value : Parsed {
  explicit Value(std::string_view text) : Parsed("let x = " + std::string(text)) {}
  Cursor node() const { return tree.root().child(0).expression(); }
  // Texts as they are, interpolations as <source>.
  std::string text() {
    std::string all;
    for (const Piece& piece : text_of(node(), diagnostics)) {
      if (const auto* plain = std::get_if<std::string>(&piece.value)) {
        all += *plain;
      } else {
        all += '<' + std::string(std::get<Cursor>(piece.value).text()) + '>';
      }
    }
    return all;
  }
  Number number() { return number_of(node(), diagnostics); }
};

TEST(Text, has_its_escapes_decoded) {
  EXPECT_EQ(Value(R"("a\n\t\r\"\\\$b")").text(), "a\n\t\r\"\\$b");
  EXPECT_EQ(Value(R"("\u{41}\u{e9}\u{20ac}\u{1F600}")").text(), "A\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80");
  EXPECT_EQ(Value(R"("${a} and \${b} $c")").text(), "<a> and ${b} $c");
  EXPECT_EQ(Value(R"(r"\n${a}")").text(), "\\n${a}");
  EXPECT_EQ(Value("\"\"").text(), "");
}

TEST(Text, in_triple_quotes_loses_the_indentation_of_the_closing_ones) {
  EXPECT_EQ(Value("\"\"\"\n    a\n      b ${c}\n\n    d\n    \"\"\"").text(), "a\n  b <c>\n\nd");
  EXPECT_EQ(Value("r\"\"\"\r\n  a\\\r\n  \r\n  b\r\n  \"\"\"").text(), "a\\\n\nb");
  EXPECT_EQ(Value("\"\"\"\n  a \\\n      b\\\\\n  c\n  \"\"\"").text(), "a b\\\nc");
  EXPECT_EQ(Value("\"\"\"\n\"\"\"").text(), "");
  EXPECT_EQ(Value("\"\"\"\n  ${a}\n  \"\"\"").text(), "<a>");
}

TEST(Text, reports_what_it_cannot_read) {
  const auto fault = [](std::string_view text) {
    Value value(text);
    value.text();
    const auto all = value.reports();
    return all.empty() ? std::string() : all.front();
  };
  EXPECT_EQ(fault(R"("\d")"), "1:10 unknown-escape");
  EXPECT_EQ(fault(R"("\u0041")"), "1:10 unknown-escape");
  EXPECT_EQ(fault(R"("\u{d800}")"), "1:10 no-character");
  EXPECT_EQ(fault(R"("\u{110000}")"), "1:10 no-character");
  EXPECT_EQ(fault(R"("\u{}")"), "1:10 no-character");
  EXPECT_EQ(fault("\"\"\"\n  a\n b\n  \"\"\""), "3:1 text-indentation");
  EXPECT_EQ(fault("\"\"\"a\n  \"\"\""), "1:9 text-on-quotes-line");
  EXPECT_EQ(fault("r\"\"\"\n  a\"\"\""), "2:4 quotes-not-alone");
}

template <typename T>
auto as(const Number& number) {
  return std::get<T>(number);
}

TEST(Number, has_its_value) {
  EXPECT_EQ(as<Integer>(Value("1_000").number()).value, 1000);
  EXPECT_EQ(as<Integer>(Value("9223372036854775807").number()).value, INT64_MAX);
  EXPECT_EQ(as<Real>(Value("1e-3").number()).value, 1e-3);
  EXPECT_EQ(as<Real>(Value("0.5").number()).value, 0.5);
  EXPECT_EQ(as<DurationLiteral>(Value("1h30m").number()).seconds, 5400);
  EXPECT_EQ(as<DurationLiteral>(Value("7d").number()).seconds, 604800);
  EXPECT_EQ(as<SizeLiteral>(Value("8gb").number()).bytes, std::int64_t{8} << 30);
  EXPECT_EQ(as<SizeLiteral>(Value("1gb512mb").number()).bytes, (std::int64_t{3} << 29));
}

TEST(Number, reports_what_it_cannot_read) {
  const auto fault = [](std::string_view text) {
    Value value(text);
    EXPECT_TRUE(std::holds_alternative<std::monostate>(value.number())) << text;
    return value.diagnostics.all().empty()
               ? std::string()
               : std::string(value.diagnostics.all().front().info->name) + " " + value.fixed();
  };
  EXPECT_EQ(fault("9223372036854775808"), "number-too-large let x = 9223372036854775808");
  EXPECT_EQ(fault("1e999"), "number-too-large let x = 1e999");
  EXPECT_EQ(fault("99999999999999tb"), "number-too-large let x = 99999999999999tb");
  EXPECT_EQ(fault("5min"), "unknown-unit let x = 5m");
  EXPECT_EQ(fault("8GB"), "unknown-unit let x = 8gb");
  EXPECT_EQ(fault("8Gi"), "unknown-unit let x = 8gb");
  EXPECT_EQ(fault("8xyz"), "unknown-unit let x = 8xyz");
  EXPECT_EQ(fault("30m1h"), "unit-order let x = 30m1h");
  EXPECT_EQ(fault("1h2h"), "unit-order let x = 1h2h");
  EXPECT_EQ(fault("1h2gb"), "mixed-units let x = 1h2gb");
  EXPECT_EQ(fault("1.5h"), "unit-of-fraction let x = 90m");
  EXPECT_EQ(fault("1.2.3"), "not-a-number let x = 1.2.3");
  EXPECT_EQ(fault("1__0"), "not-a-number let x = 1__0");
  EXPECT_EQ(fault("0x1F"), "not-a-number let x = 0x1F");
}

TEST(Literal, is_known_in_each_spelling) {
  EXPECT_EQ(literal_of(Value("true").node()), Literal::true_);
  EXPECT_EQ(literal_of(Value("False").node()), Literal::false_);
  EXPECT_EQ(literal_of(Value("null").node()), Literal::none);
}

TEST(Comments, are_found_between_tokens_only) {
  Parsed parsed(
      "# a\njob b {  # c\r\n  d = \"# e\"\n  ## f\n  ##\n  g = r\"\"\"\n    # h\n    \"\"\"\n}\n#!i");
  const std::vector<Comment> all = comments(parsed.tree);
  std::string text;
  for (const Comment& c : all) text += std::string(c.text) + (c.alone ? "|" : "<") + (c.doc ? "##" : "");
  EXPECT_EQ(text, "a|c<f|##|##!i|");
}

TEST(Comments, above_a_declaration_document_it) {
  Parsed parsed("## one\n## two\njob a {\n  ## x\n\n  b = 1\n  # no\n  ## y\n  c = 2  ## z\n}\n## end\n");
  const std::vector<Comment> all = comments(parsed.tree);
  const Cursor job = parsed.tree.root().child(0);
  EXPECT_EQ(doc_comment(job, all), "one\ntwo");
  const Cursor block = job.child(NodeKind::block);
  EXPECT_EQ(doc_comment(block.child(0), all), "");
  EXPECT_EQ(doc_comment(block.child(1), all), "y");
  EXPECT_EQ(parsed.reports(), (std::vector<std::string>{"4:3 stray-doc-comment", "9:10 stray-doc-comment",
                                                        "11:1 stray-doc-comment"}));
}

}  // namespace
}  // namespace syntax
