// The tags of each form: what a word is by its place.
#include <gtest/gtest.h>

#include <iterator>

#include "syntax/testing.h"

namespace syntax {
namespace {

// Words with the keyword or role that the tag pass gave them; virtual tokens as _KIND.
std::string tags(std::string_view text) {
  static constexpr std::string_view kNames[] = {
      "and", "or", "not", "?",    "DECL", "existing", "extends", "param", "let",     "secret", "import", "as",
      "for", "in", "if",  "then", "else", "assert",   "step",    "of",    "LITERAL", "KEY",    "MISSING"};
  Parsed parsed(text);
  std::string all;
  for (const Token& token : parsed.tree.tokens) {
    const auto from_tag = static_cast<int>(token.kind) - static_cast<int>(TokenKind::and_);
    const bool word = token.kind == TokenKind::ident || from_tag >= 0;
    if (!word && !token.is_virtual()) continue;
    if (!all.empty()) all += ' ';
    if (token.is_virtual()) all += '_';
    if (from_tag >= 0) {
      all += kNames[from_tag];
    } else {
      all += token.kind == TokenKind::ident ? "IDENT" : token.kind == TokenKind::comma ? "," : "=";
    }
  }
  return all;
}

TEST(Tags, are_by_position) {
  EXPECT_EQ(tags("job a { if = b }"), "DECL IDENT KEY IDENT");
  EXPECT_EQ(tags("x { if = if a then b else c }"), "DECL KEY if IDENT then IDENT else IDENT");
  EXPECT_EQ(tags("if a { let in = b } else { }"), "if IDENT let IDENT IDENT else");
  EXPECT_EQ(tags("a b { if c { d } else { } else { } }"), "DECL IDENT if IDENT IDENT else KEY");
  EXPECT_EQ(tags("existing existing existing"), "existing DECL IDENT");
  EXPECT_EQ(tags("for for in in { }"), "for IDENT in IDENT");
  EXPECT_EQ(tags("a b { for for in in { } for { } for = 1 }"), "DECL IDENT for IDENT in IDENT KEY KEY");
  EXPECT_EQ(tags("a b { step step = step { step { } } step = 1 }"), "DECL IDENT step IDENT IDENT KEY KEY");
  EXPECT_EQ(tags("a b { or = c or d or = e }"), "DECL IDENT KEY IDENT or IDENT KEY IDENT");
  EXPECT_EQ(tags("let a = [for b in c if d: e.for]"), "let IDENT for IDENT in IDENT if IDENT IDENT IDENT");
  EXPECT_EQ(tags("let a = { for b in c: \"\" = not d }"), "let IDENT for IDENT in IDENT not IDENT");
  EXPECT_EQ(tags("let a = { for = 1 }"), "let IDENT KEY");
  EXPECT_EQ(tags("param a: list of of"), "param IDENT IDENT of IDENT");
  EXPECT_EQ(tags("job a extends extends { }"), "DECL IDENT extends IDENT");
  EXPECT_EQ(tags("import \"a\" as as"), "import as IDENT");
  EXPECT_EQ(tags("let a = true and none.true"), "let IDENT LITERAL and LITERAL IDENT");
}

TEST(Tags, stand_for_what_is_missing) {
  EXPECT_EQ(tags("let a = "), "let IDENT _MISSING");
  EXPECT_EQ(tags("let a"), "let IDENT _= _MISSING");
  EXPECT_EQ(tags("let a = [b c]"), "let IDENT IDENT _, IDENT");
  EXPECT_EQ(tags("let a = b."), "let IDENT IDENT _IDENT");
  EXPECT_EQ(tags("let a = if b"), "let IDENT if IDENT _then _MISSING _else _MISSING");
  EXPECT_EQ(tags("a b { c d }"), "DECL IDENT KEY _= IDENT");
  EXPECT_EQ(tags("let a = b +\nlet c = d"), "let IDENT IDENT _MISSING let IDENT IDENT");
}

}  // namespace
}  // namespace syntax
