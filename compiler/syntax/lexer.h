// The lexer's state, shared by its parts: lex.cpp (code), lex_string.cpp (strings), lex_foreign.cpp (what
// other languages write). For lex() alone.
#pragma once

#include <string_view>
#include <vector>

#include "syntax/characters.h"
#include "syntax/reporter.h"
#include "syntax/tree.h"

namespace syntax {

class Lexer {
 public:
  explicit Lexer(Reporter& reporter) : report_(reporter), text_(reporter.source().text()) {}
  std::vector<Token> run();

 private:
  // A string whose interpolation is being read: in code, `open_.back()` is the innermost.
  struct Open {
    bool triple = false;
    std::uint32_t quote = 0;   // offset of the string's opening quotes
    std::uint32_t interp = 0;  // offset of the ${
    std::uint32_t braces = 0;  // open { inside the interpolation
  };

  // Code (lex.cpp).
  void code();
  void word();
  void number();
  bool punctuation();
  bool operator_sign(char next);
  void brace_open();
  void brace_close();
  void line_break();
  void comment();

  // Strings (lex_string.cpp).
  void string();
  void string_rest(bool triple, std::uint32_t quote);
  void raw(std::uint32_t begin);
  void end_interpolation();
  std::uint32_t line_end(std::uint32_t from) const;

  // Strings that the text does not close (lex_unclosed.cpp).
  bool unclosed_string(std::uint32_t quote, std::uint32_t begin);
  bool bracket_open_on_line() const;
  bool text_without_opening();
  bool opens_another_text(std::uint32_t quotes) const;
  bool goes_over_lines(std::uint32_t quote, std::uint32_t begin);
  bool closes_outer(std::uint32_t quote);
  void unclosed_interpolations();
  void close_interpolation(std::string_view missing);
  std::uint32_t unclosed_text(std::uint32_t quote, std::uint32_t size);
  bool looks_like_code(std::uint32_t line) const;

  // What other languages write (lex_foreign.cpp).
  bool foreign_quotes();
  bool slash_comment();
  bool unquoted_text();
  bool here_document();
  std::uint32_t service_expression(std::uint32_t begin);
  void foreign(std::uint32_t size, TokenKind kind, std::string_view ours);
  void stray();

  char at(std::uint32_t offset) const { return offset < text_.size() ? text_[offset] : '\0'; }
  bool has(std::uint32_t offset, std::string_view what) const {
    return text_.substr(offset).starts_with(what);
  }
  std::string_view slice(std::uint32_t begin, std::uint32_t end) const {
    return text_.substr(begin, end - begin);
  }
  std::uint32_t size() const { return static_cast<std::uint32_t>(text_.size()); }
  void add(TokenKind kind, std::uint32_t begin, std::uint32_t end, std::uint16_t flags = 0);
  void take(TokenKind kind, std::uint32_t count);  // a token of the next `count` bytes

  Reporter& report_;
  std::string_view text_;
  std::vector<Token> tokens_;
  std::vector<Open> open_;
  std::uint32_t at_ = 0;
  std::uint32_t mended_line_ = 0;  // end of the last line read again by closes_outer()
  bool line_start_ = true;
};

}  // namespace syntax
