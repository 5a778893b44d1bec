// The hand-written lexer against the token reference, grammar/AmlLexer.g4.
#include "syntax/lex.h"

#include <gtest/gtest.h>

#include <random>

#include "AmlLexer.h"
#include "AmlParser.h"
#include "syntax/reporter.h"
#include "syntax/testing.h"

// The reference's runtime forgets states of its automaton: not our leak. A leak sanitizer asks for this.
extern "C" const char* __lsan_default_suppressions() { return "leak:antlr4::atn::LexerATNSimulator\n"; }

namespace syntax {
namespace {

using Raw = std::tuple<int, std::size_t, std::size_t>;

// Byte offsets: the reference counts characters, so texts are ASCII here.
std::vector<Raw> reference(const std::string& text) {
  antlr4::ANTLRInputStream input(text);
  AmlLexer lexer(&input);
  lexer.removeErrorListeners();
  std::vector<Raw> all;
  for (const auto& token : lexer.getAllTokens()) {
    all.emplace_back(static_cast<int>(token->getType()), token->getStartIndex(), token->getStopIndex() + 1);
  }
  return all;
}

struct Lexed {
  std::vector<Raw> tokens;
  bool faultless = true;
};

Lexed by_hand(const std::string& text) {
  base::SourceMap sources;
  base::Diagnostics diagnostics;
  const base::FileId file = sources.add("x", text);
  Reporter reporter(sources[file], file, diagnostics);
  Lexed lexed;
  for (const Token& token : lex(reporter)) {
    if (token.kind != TokenKind::end)
      lexed.tokens.emplace_back(static_cast<int>(token.kind), token.begin, token.end);
  }
  lexed.faultless = diagnostics.all().empty();
  return lexed;
}

TEST(Lexer, gives_the_tokens_of_the_reference) {
  const std::vector<std::string> texts = {
      "a-b a--b a- -b _x x1 n-1 n -1 1-1",
      "1 0.5 1e-3 1_000 1h30m 8gb 1.x 1..2 1e+5 2e x1e-3 5e-3x",
      "{[()]},:=.+-*/%< <= > >= == != ?",
      "\"\" \"a\" \"\\\"\" \"$\" \"$x\" \"$$\" \"a$\" \"\\${x}\" \"${x}\" \"$${x}\" \"a${b}c${d}\"",
      "\"${\"${x}\"}\" \"${ { a = { } } }\" \"${f(\"\")}\" \"\\u{e9}\"",
      "\"\"\"\na \"b\" \"\"c ${d} \\\"\"\" $\n\"\"\" x",
      "r\"\\\" r\"${a}\" r\"\" r\"\"\"\na \"\" \\ ${b}\n\"\"\" r r-x rr",
      "# c\na # b\n## d\r\nc\r\n# end",
      "",
  };
  for (const std::string& text : texts) {
    const Lexed lexed = by_hand(text);
    EXPECT_TRUE(lexed.faultless) << text;
    EXPECT_EQ(lexed.tokens, reference(text)) << text;
  }
  for (const std::string& text : samples()) EXPECT_EQ(by_hand(text).tokens, reference(text));
}

TEST(Lexer, gives_the_tokens_of_the_reference_on_random_text_without_a_fault) {
  constexpr std::string_view kPieces[] = {"a", "-",  "1", "\"",    "\"\"\"", "${", "}", "{",  "r", "\\",
                                          "$", "\n", " ", "# x\n", "==",     "!=", "<", ".",  "e", "_",
                                          "=", ":",  "[", "]",     "(",      ")",  ",", "9gb"};
  std::mt19937 random(7);
  std::size_t tokens = 0;
  for (int round = 0; round < 20000; ++round) {
    std::string text;
    for (std::size_t count = random() % 24; count > 0; --count)
      text += kPieces[random() % std::size(kPieces)];
    const Lexed lexed = by_hand(text);
    if (!lexed.faultless) continue;
    tokens += lexed.tokens.size();
    ASSERT_EQ(lexed.tokens, reference(text)) << text;
  }
  EXPECT_GT(tokens, 20000U);
}

TEST(Grammar, never_predicts) {
  std::ifstream file(AMLJOB_GENERATED_PARSER);
  std::stringstream text;
  text << file.rdbuf();
  EXPECT_NE(text.str().find("AmlParser::expr()"), std::string::npos);
  EXPECT_EQ(text.str().find("adaptivePredict"), std::string::npos);
}

TEST(Grammar, vocabulary_is_the_list_of_token_kinds) {
  EXPECT_EQ(AmlLexer::MISSING, static_cast<int>(TokenKind::missing));
  EXPECT_EQ(AmlParser::MISSING, static_cast<int>(TokenKind::missing));
  EXPECT_EQ(AmlLexer::NE, static_cast<int>(TokenKind::ne));
}

}  // namespace
}  // namespace syntax
