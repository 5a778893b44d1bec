// Mistakes: one message each, the rest of the file in the tree, and fixes that mend.
#include <gtest/gtest.h>

#include <random>
#include <thread>

#include "syntax/repair.h"
#include "syntax/testing.h"

namespace syntax {
namespace {

struct Mistake {
  std::string_view text;
  std::string_view report;  // the only one
  std::string_view fixed;   // what the safe fixes make of it; empty: there is none
};

class Mistakes : public testing::TestWithParam<Mistake> {};

TEST_P(Mistakes, are_reported_once_and_mended) {
  const Mistake& mistake = GetParam();
  Parsed parsed(mistake.text);
  ASSERT_EQ(parsed.reports(), std::vector<std::string>{std::string(mistake.report)}) << mistake.text;
  if (mistake.fixed.empty()) return;
  EXPECT_EQ(parsed.fixed(), mistake.fixed);
  Parsed again(mistake.fixed);
  EXPECT_TRUE(again.reports().empty()) << again.reports().front();
}

constexpr Mistake kForeign[] = {
    {"a b { // c\n}", "1:7 foreign-comment", "a b { # c\n}"},
    {"a b { }  /* c */", "1:10 foreign-comment", "a b { }  # c "},
    {"let a = 'b'", "1:9 foreign-quotes", "let a = \"b\""},
    {"let a = 'b \"c\" ${d}'", "1:9 foreign-quotes", "let a = \"b \\\"c\\\" \\${d}\""},
    {"let a = '\\d'", "1:9 foreign-quotes", "let a = r\"\\d\""},
    {"let a = \xE2\x80\x9C"
     "b\xE2\x80\x9D",
     "1:9 foreign-quotes", "let a = \"b\""},
    {"let a = b && !c || d", "1:11 foreign-word", "let a = b and not c or d"},
    {"let a = b === c", "1:11 foreign-word", "let a = b == c"},
    {"let a = b ? c : d", "1:11 foreign-conditional", "let a = if b then c else d"},
    {"let a = null", "1:9 foreign-word", "let a = none"},
    {"let a = [True, False]", "1:10 foreign-word", "let a = [true, false]"},
    {"let a = <<EOF\nb ${c}\nEOF\nlet d = 1", "1:9 foreign-text",
     "let a = r\"\"\"\nb ${c}\n\"\"\"\nlet d = 1"},
    {"a b { c: 1 }", "1:8 colon-for-equals", "a b { c = 1 }"},
    {"a b { c: d }", "1:8 colon-for-equals", "a b { c = d }"},
    {"a b { inputs { c: 1 } }", "1:17 colon-for-equals", "a b { inputs { c = 1 } }"},
    {"a b { c: { d = 1 } }", "1:8 colon-for-equals", "a b { c { d = 1 } }"},
    {"a b { c = 1, d = 2; }", "1:12 separator", "a b { c = 1 d = 2 }"},
    {"let a = { b = 1, c = 2 }", "1:16 separator", "let a = { b = 1 c = 2 }"},
    {"let a = \"${{inputs.b}} ${{ parent.inputs.c }}\"", "1:10 service-expression",
     "let a = \"${inputs.b} ${inputs.c}\""},
    {"a b { c = azureml:d@latest }", "1:11 unquoted-text", "a b { c = \"azureml:d@latest\" }"},
    {"a b { c = https://d/e }", "1:11 unquoted-text", "a b { c = \"https://d/e\" }"},
    {"a b { c == 1 }", "1:9 compare-for-equals", "a b { c = 1 }"},
    {"if a = b { }", "1:6 equals-for-compare", "if a == b { }"},
    {"a b { max 4 }", "1:7 missing-equals", "a b { max = 4 }"},
    {"let a = [b; c]", "1:11 semicolon", "let a = [b, c]"},
    {"a b { if c { } else if d { } }", "1:21 else-if", ""},
    {"$schema: x\ncommand: >-\n  a\ninputs:\n  b: 1\n", "1:1 yaml-text", ""},
    {"a b { c \"d\" { } }", "1:9 label-in-body", ""},
    {"let größe = 1", "1:5 name-characters", ""},
    {"let a = b @ c", "1:11 stray-character", ""},
};
INSTANTIATE_TEST_SUITE_P(Foreign, Mistakes, testing::ValuesIn(kForeign));

constexpr Mistake kMissing[] = {
    {"job a {\n  b {\n    c = 1\n\njob d {\n}\n", "2:5 unclosed",
     "job a {\n  b {\n    c = 1\n  }\n}\n\njob d {\n}\n"},
    {"job a {\n  b = [1, 2\n  c = 3\n}\n", "2:7 unclosed", "job a {\n  b = [1, 2]\n  c = 3\n}\n"},
    {"job a {\n  b = f(1\n  c = 3\n}\n", "2:8 unclosed", "job a {\n  b = f(1)\n  c = 3\n}\n"},
    {"job a\n  b = 1\n}\n", "1:1 missing-brace", "job a {\n  b = 1\n}\n"},
    {"job a {\n  b = 1 }\n  c = 2\n}\n", "2:9 unopened", "job a {\n  b = 1 \n  c = 2\n}\n"},
    {"job a {\n}\n}\n", "3:1 unopened", "job a {\n}\n\n"},
    {"job a {\n  b = \"c\n  d = 1\n}\n", "2:7 unclosed-string", "job a {\n  b = \"c\"\n  d = 1\n}\n"},
    {"job a {\n  b = \"c\n    d\"\n  e = 1\n}\n", "2:7 string-over-lines", ""},
    {"job a {\n  b = \"${c\"\n  d = 1\n}\n", "2:8 unclosed-interpolation",
     "job a {\n  b = \"${c}\"\n  d = 1\n}\n"},
    {"job a {\n  b = \"\"\"\n    c\n  d = 1\n}\n", "2:7 unclosed-string", ""},
    {"job a {\n  b =\n    c 'd' ${e\n    \"\"\"\n  d = 1\n}\n", "4:5 unopened-text", ""},
    {"job a {\n  b =\n  c = 1\n}\n", "2:5 missing-value", ""},
    {"let a = 1 +\nlet b = 2\n", "1:11 missing-value", ""},
    {"let a = [1 2]", "1:12 missing-comma", "let a = [1, 2]"},
    {"let a = if b then c", "1:9 missing-word", ""},
    {"let a = if b else c", "1:9 missing-word", ""},
    {"for a b { }", "1:1 missing-word", "for a in b { }"},
    {"job a {\n  b = inputs.\n  c = 1\n}\n", "2:13 missing-name", ""},
    {"param a: = 1", "1:8 missing-type", ""},
    {"let\njob a { }\n", "1:1 missing-name", ""},
    {"job a\n", "1:1 missing-body", ""},
    {"a = 1\njob b { }\n", "1:1 outside-declaration", ""},
    {"word\njob b { }\n", "1:1 not-a-declaration", ""},
    {"job a { = 1 }", "1:9 missing-key", ""},
    {"if a { } { }", "1:10 missing-word", "if a { } else { }"},
    {"pipeline p { step a { } }", "1:19 missing-equals", ""},
    {"let a = (1 2)", "1:12 misplaced", ""},
};
INSTANTIATE_TEST_SUITE_P(Missing, Mistakes, testing::ValuesIn(kMissing));

TEST(Recovery, five_mistakes_are_five_messages) {
  Parsed parsed(
      "job a {\n  b = 'c'\n  d =\n  e = [1 2]\n  f: 5\n  g {\n    h = 1\n}\n\nlet i = 1 +\njob ok { x = 1 "
      "}\n");
  EXPECT_EQ(parsed.reports(),
            (std::vector<std::string>{"2:7 foreign-quotes", "3:5 missing-value", "4:10 missing-comma",
                                      "5:4 colon-for-equals", "6:5 unclosed", "10:11 missing-value"}));
  EXPECT_NE(dump(parsed.tree).find("(decl job ok (block (entry x 1)))"), std::string::npos);
}

TEST(Recovery, damage_is_of_the_unit_it_is_in) {
  Parsed parsed("job a { b = 1 }\njob c { d = }\njob e { f = 1 }\n");
  ASSERT_EQ(parsed.tree.units.size(), 3U);
  EXPECT_FALSE(parsed.tree.units[0].damaged);
  EXPECT_TRUE(parsed.tree.units[1].damaged);
  EXPECT_FALSE(parsed.tree.units[2].damaged);
}

// Deletes each token in turn. Strings of several lines may give more where half of their quotes is gone.
TEST(Recovery, a_deleted_token_gives_two_messages_at_most) {
  int cases = 0;
  int one = 0;
  for (const std::string& sample : samples()) {
    Parsed original(sample);
    for (const Token& token : original.tree.tokens) {
      if (token.begin == token.end) continue;
      Parsed damaged(sample.substr(0, token.begin) + sample.substr(token.end));
      const std::size_t count = damaged.reports().size();
      EXPECT_LE(count, 2U) << "without `" << original.tree.text(token) << "` at " << token.begin;
      ++cases;
      if (count <= 1) ++one;
    }
  }
  EXPECT_GT(cases, 800);
  EXPECT_GT(one * 100, cases * 98);
}

// What must hold of any tree.
void check_invariants(const Tree& tree) {
  std::uint32_t end = 0;
  for (const Token& token : tree.tokens) {
    ASSERT_LE(end, token.begin);
    ASSERT_LE(token.begin, token.end);
    end = token.end;
  }
  for (std::uint32_t i = 0; i < tree.nodes.size(); ++i) {
    const Node& node = tree.nodes[i];
    ASSERT_GT(node.subtree_end, i);
    ASSERT_LE(node.subtree_end, tree.nodes.size());
    ASSERT_LE(node.first_token, node.end_token);
    ASSERT_LT(node.end_token, tree.tokens.size() + 1);
    if (i == 0) continue;
    std::uint32_t at = node.first_token;
    for (const Cursor child : Cursor(tree, i).children()) {
      ASSERT_GE(child.first_token(), at);
      ASSERT_LE(child.end_token(), node.end_token);
      at = child.end_token();
    }
  }
}

TEST(Recovery, any_damage_gives_a_tree_with_a_message_a_line) {
  constexpr std::string_view kPieces[] = {
      "{",   "}",   "[",  "]",  "(",  ")",  "\"",   "\"\"\"", "r\"\"\"",  "${",
      "${{", "}}",  "=",  ":",  ",",  ";",  "\n",   "'",      "if",       " else ",
      "for", "in ", "\\", "#",  "##", "\0", "\xFF", "\xC3",   "?",        "!",
      "&&",  "<<X", "//", "/*", "@",  "-",  ".",    "step ",  "extends ", "r"};
  std::mt19937 random(3);
  for (int round = 0; round < 3000; ++round) {
    std::string text = samples()[random() % samples().size()];
    for (std::size_t count = 1 + random() % 6; count > 0; --count) {
      const std::size_t at = random() % text.size();
      switch (random() % 3) {
        case 0: text.erase(at, 1 + random() % 40); break;
        case 1: text.insert(at, kPieces[random() % std::size(kPieces)]); break;
        default: text.insert(at, text.substr(random() % text.size(), random() % 60));
      }
    }
    Parsed parsed(text);
    check_invariants(parsed.tree);
    std::uint32_t line = 0;
    parsed.diagnostics.settle();
    for (const base::Diagnostic& d : parsed.diagnostics.all()) {
      const std::uint32_t here = parsed.tree.source->position(d.at.begin).line;
      ASSERT_NE(here, line) << text;
      line = here;
    }
  }
}

TEST(Recovery, nesting_is_bounded) {
  const auto nested = [](std::size_t depth, const std::string& open, const std::string& close) {
    std::string text = "let a = ";
    for (std::size_t i = 0; i < depth; ++i) text += open;
    text += "1";
    for (std::size_t i = 0; i < depth; ++i) text += close;
    return text + "\nlet b = 1\n";
  };
  EXPECT_TRUE(Parsed(nested(kDeepest - 1, "[", "]")).reports().empty());
  for (const auto& [open, close] : {std::pair{"[", "]"},
                                    {"(", ")"},
                                    {"{ x = ", " }"},
                                    {"f(", ")"},
                                    {"if a then 1 else ", ""},
                                    {"if ", " then 1 else 1"},
                                    {"\"${", "}\""}}) {
    Parsed parsed(nested(100000, open, close));
    EXPECT_EQ(parsed.reports(), std::vector<std::string>(1, parsed.reports().front())) << open;
    EXPECT_EQ(parsed.tree.units.size(), 2U) << open;
  }
  Parsed types("param a: list" + [] {
    std::string all;
    for (int i = 0; i < 100000; ++i) all += " of list";
    return all;
  }());
  EXPECT_EQ(types.reports().size(), 1U);
}

TEST(Recovery, encoding_faults_have_their_offset) {
  using namespace std::string_view_literals;
  Parsed parsed(
      "let a = \"\xC3(\"\n# \xED\xA0\x80\nlet b = \"\0\"\nlet c = \"\xC3\xA9\xF0\x9F\x98\x80\"\n"sv);
  EXPECT_EQ(parsed.reports(), (std::vector<std::string>{"1:10 not-utf8", "2:3 not-utf8", "3:10 nul-byte"}));
  EXPECT_EQ(parsed.diagnostics.all().front().message, "byte 9 of the file is no UTF-8 text");
}

TEST(Threads, parse_to_equal_trees) {
  const std::string expected = dump(Parsed(samples()[0]).tree);
  std::vector<std::string> trees(8);
  {
    std::vector<std::jthread> threads;
    for (std::string& tree : trees) {
      threads.emplace_back([&tree] {
        for (int i = 0; i < 20; ++i) tree = dump(Parsed(samples()[0]).tree);
      });
    }
  }
  for (const std::string& tree : trees) EXPECT_EQ(tree, expected);
}

}  // namespace
}  // namespace syntax
