// The tree of each form of the language, and that layout does not change it.
#include <gtest/gtest.h>

#include <functional>
#include <random>

#include "syntax/testing.h"

namespace syntax {
namespace {

struct Golden {
  std::string_view text;
  std::string_view tree;
};

class Forms : public testing::TestWithParam<Golden> {};

TEST_P(Forms, have_their_tree) {
  Parsed parsed(GetParam().text);
  EXPECT_EQ(dump(parsed.tree), GetParam().tree);
  EXPECT_TRUE(parsed.reports().empty()) << parsed.reports().front();
}

constexpr Golden kItems[] = {
    {"workspace { }", "(decl workspace (block))"},
    {"compute gpu { size = \"x\" }", "(decl compute gpu (block (entry size (string 'x'))))"},
    {"existing compute gpu", "(decl existing compute gpu)"},
    {"existing component m { version = \"1\" }",
     "(decl existing component m (block (entry version (string '1'))))"},
    {"job a extends lib.b { }", "(decl job a (extends (operand lib (member b))) (block))"},
    {"job a extends b", "(decl job a (extends b))"},
    {"job \"a-${k}\" { }", "(decl job (string 'a-' (interp k)) (block))"},
    {"job step { }", "(decl job step (block))"},
    {"param p: integer = 5 { min = 1 }", "(param p (type integer) 5 (block (entry min 1)))"},
    {"param p: list of map of string", "(param p (type list (type map (type string))))"},
    {"let x = y", "(let x y)"},
    {"secret s = env(\"V\")", "(secret s (operand env (call (string 'V'))))"},
    {"import \"a.amljob\"", "(import (string 'a.amljob'))"},
    {"import r\"a.yml\" as b", "(import r\"a.yml\" b)"},
    {"for k in xs { job a { } }", "(loop (names k) xs (items (decl job a (block))))"},
    {"for k, v in { a = 1 } { }", "(loop (names k v) (map (entry a 1)) (items))"},
    {"if a == 1 { let x = 1 } else { let x = 2 }",
     "(cond (binary a == 1) (items (let x 1)) (items (let x 2)))"},
    {"assert a, \"m\"", "(assert a (string 'm'))"},
    {"assert a", "(assert a)"},
    {"", ""},
};
INSTANTIATE_TEST_SUITE_P(Items, Forms, testing::ValuesIn(kItems));

constexpr Golden kMembers[] = {
    {"a b { outputs { x: t } }", "(decl a b (block (entry outputs (block (entry x (type t))))))"},
    {"a b { inputs { x: t = 1 { m = 2 } } }",
     "(decl a b (block (entry inputs (block (entry x (type t) 1 (block (entry m 2)))))))"},
    {"a b { x = c { y = 1 } }", "(decl a b (block (entry x c (block (entry y 1)))))"},
    {"a b { x = { y = 1 } }", "(decl a b (block (entry x (map (entry y 1)))))"},
    {"a b { \"k.l\" = 1 \"m\" { } }",
     "(decl a b (block (entry (string 'k.l') 1) (entry (string 'm') (block))))"},
    {"a b { if = 1 for { } else = 5 step = 2 or = 3 not = 4 }",
     "(decl a b (block (entry if 1) (entry for (block)) (entry else 5) (entry step 2) (entry or 3) "
     "(entry not "
     "4)))"},
    {"a b { step s = j { x { } } step \"t\" = u }",
     "(decl a b (block (step s j (block (entry x (block)))) (step (string 't') u)))"},
    {"a b { for k in xs { step \"s${k}\" = j } }",
     "(decl a b (block (for (names k) xs (block (step (string 's' (interp k)) j)))))"},
    {"a b { if x { y = 1 } else { y = 2 } z = 3 }",
     "(decl a b (block (if x (block (entry y 1)) (block (entry y 2))) (entry z 3)))"},
    {"a b { word }", "(decl a b (block (bare word)))"},
};
INSTANTIATE_TEST_SUITE_P(Members, Forms, testing::ValuesIn(kMembers));

constexpr Golden kExpressions[] = {
    {"let x = a + b * -c", "(let x (binary a + b * (operand - c)))"},
    {"let x = not a and b or c", "(let x (binary (operand not a) and b or c))"},
    {"let x = a - 1 - n-1", "(let x (binary a - 1 - n-1))"},
    {"let x = a.b[\"c\"][0](d, 1,)",
     "(let x (operand a (member b) (index (string 'c')) (index 0) (call d 1)))"},
    {"let x = a.if.for", "(let x (operand a (member if) (member for)))"},
    {"let x = if a then b else if c then d else e", "(let x (if? a b (if? c d e)))"},
    {"let x = (a or b) != true", "(let x (binary (parens (binary a or b)) != true))"},
    {"let x = [1, [a], ]", "(let x (list 1 (list a)))"},
    {"let x = []", "(let x (list))"},
    {"let x = [for a in b if c: d]", "(let x (list-for (each (names a) b c) d))"},
    {"let x = [for a, b in c: [a, b]]", "(let x (list-for (each (names a b) c) (list a b)))"},
    {"let x = { a = 1 \"b c\" = 2 d { e = 3 } }",
     "(let x (map (entry a 1) (entry (string 'b c') 2) (entry d (block (entry e 3)))))"},
    {"let x = { for k, v in m: \"${k}\" = v }",
     "(let x (map-for (each (names k v) m) (string (interp k)) v))"},
    {"let x = \"a ${b + \"${c}\"} \\${d} $e\"",
     "(let x (string 'a ' (interp (binary b + (string (interp c)))) ' \\${d} $e'))"},
    {"let x = \"\"\"\n  a ${b}\n  \"\"\"", "(let x (string '\n  a ' (interp b) '\n  '))"},
    {"let x = r\"a\\${b}\"", "(let x r\"a\\${b}\")"},
    {"let x = none", "(let x none)"},
    {"let x = 1h30m + 8gb + 1_000 + 1e-3", "(let x (binary 1h30m + 8gb + 1_000 + 1e-3))"},
    {"let x = a < b == c >= d % e / f", "(let x (binary a < b == c >= d % e / f))"},
};
INSTANTIATE_TEST_SUITE_P(Expressions, Forms, testing::ValuesIn(kExpressions));

// The tokens of a text with other blanks and line breaks between them; comments go.
std::string respaced(const Tree& tree, const std::function<std::string()>& gap) {
  std::string text;
  std::uint32_t end = 0;
  int strings = 0;
  for (const Token& token : tree.tokens) {
    if (token.kind == TokenKind::end) break;
    const bool inside = strings > 0;
    const bool touching = token.begin == end;
    if (inside) {
      text += tree.source->text().substr(end, token.begin - end);
    } else if (end != 0) {
      text += touching ? "" : gap();
    }
    text += tree.text(token);
    end = token.end;
    if (token.kind == TokenKind::str_open) ++strings;
    if (token.kind == TokenKind::str_close) --strings;
  }
  return text;
}

TEST(Layout, does_not_change_the_tree) {
  for (const std::string& sample : samples()) {
    Parsed original(sample);
    ASSERT_TRUE(original.reports().empty()) << original.reports().front();
    std::mt19937 random(1);
    const std::function<std::string()> gaps[] = {[] { return " "; },
                                                 [&] { return random() % 8 == 0 ? "\r\n" : "\t "; },
                                                 [&] { return random() % 4 == 0 ? "  # c\n " : " "; }};
    for (const auto& gap : gaps) {
      Parsed other(respaced(original.tree, gap));
      EXPECT_TRUE(other.reports().empty()) << other.reports().front();
      EXPECT_EQ(dump(other.tree), dump(original.tree));
    }
  }
}

TEST(Layout, flush_left_is_the_same_tree) {
  for (const std::string& sample : samples()) {
    Parsed original(sample);
    std::string flush;
    bool raw = false;
    std::stringstream lines(sample);
    for (std::string line; std::getline(lines, line);) {
      const bool quotes = line.find("\"\"\"") != std::string::npos;
      const bool text = raw || (quotes && raw);
      flush += (text ? line : line.substr(std::min(line.find_first_not_of(' '), line.size()))) + '\n';
      if (quotes) raw = !raw;
    }
    Parsed other(flush);
    EXPECT_TRUE(other.reports().empty()) << other.reports().front();
    EXPECT_EQ(dump(other.tree), dump(original.tree));
  }
}

TEST(Tree, keeps_every_byte_in_order) {
  for (const std::string& sample : samples()) {
    Parsed parsed(sample);
    std::uint32_t end = 0;
    for (const Token& token : parsed.tree.tokens) {
      EXPECT_GE(token.begin, end);
      EXPECT_GE(token.end, token.begin);
      end = token.end;
    }
    EXPECT_EQ(end, sample.size());
  }
}

TEST(Tree, has_a_unit_for_each_item_with_the_hash_of_its_text) {
  Parsed one("let a = 1\nlet b = 2\n");
  Parsed two("# c\nlet a = 1\n\nlet b = 3\n");
  ASSERT_EQ(one.tree.units.size(), 2U);
  ASSERT_EQ(two.tree.units.size(), 2U);
  EXPECT_EQ(one.tree.units[0].content, two.tree.units[0].content);
  EXPECT_NE(one.tree.units[1].content, two.tree.units[1].content);
}

TEST(Cursor, finds_children_and_tokens) {
  Parsed parsed("existing job a extends b { inputs { x: t = 1 { } } }");
  const Cursor decl = parsed.tree.root().child(0);
  EXPECT_EQ(parsed.tree.text(*decl.token(TokenKind::decl)), "job");
  EXPECT_NE(decl.token(TokenKind::existing), nullptr);
  EXPECT_EQ(decl.token(TokenKind::eq), nullptr);
  EXPECT_EQ(decl.child(NodeKind::name).text(), "a");
  const Cursor entry = decl.child(NodeKind::block).child(0).child(NodeKind::block).child(0);
  EXPECT_EQ(entry.text(), "x: t = 1 { }");
  EXPECT_EQ(entry.expression().text(), "1");
  EXPECT_EQ(entry.child_count(), 4U);
  EXPECT_FALSE(entry.child(9));
  EXPECT_TRUE(Cursor().missing());
}

TEST(Members, of_a_file_of_values_are_a_block) {
  base::SourceMap sources;
  base::Diagnostics diagnostics;
  const base::FileId file = sources.add("x.amlparams", "# c\na = 1\nb = \"x\"\nc { d = [1] }\n");
  const Tree tree = parse_members(sources, file, diagnostics);
  EXPECT_EQ(dump(tree), "(block (entry a 1) (entry b (string 'x')) (entry c (block (entry d (list 1)))))");
  EXPECT_TRUE(diagnostics.all().empty());
}

TEST(Expression, alone_is_a_tree) {
  base::SourceMap sources;
  base::Diagnostics diagnostics;
  const Tree tree = parse_expression(sources, sources.add("x", "a.b + 1"), diagnostics);
  EXPECT_EQ(dump(tree), "(binary (operand a (member b)) + 1)");
  parse_expression(sources, sources.add("y", "1 2"), diagnostics);
  parse_expression(sources, sources.add("z", ""), diagnostics);
  EXPECT_EQ(diagnostics.all().size(), 2U);
}

}  // namespace
}  // namespace syntax
