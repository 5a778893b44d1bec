// The part of the repair pass that mends one declaration. For repair() alone.
#pragma once

#include <string>
#include <vector>

#include "syntax/reporter.h"
#include "syntax/tree.h"

namespace syntax {

// The kind that closes an opening bracket.
TokenKind closing(TokenKind opener);

class Mender {
 public:
  Mender(const std::vector<Token>& tokens, Reporter& reporter) : in_(tokens), report_(reporter) {}

  void copy(std::size_t begin, std::size_t end);
  // Copies with brackets put or dropped so that they match.
  void mend(std::size_t begin, std::size_t end);
  std::vector<Token> take() { return std::move(out_); }

 private:
  struct Bracket {
    Token token;
    std::size_t index;     // in out_
    std::uint32_t indent;  // of its line
  };

  void line_start(std::size_t at);
  void end_blocks(std::size_t at);
  void brace_left_out(std::size_t at);
  void put_brace(std::string_view side, base::Span near, std::uint32_t at);
  void close(std::size_t at);
  void close_up_to(std::size_t depth, std::size_t before);
  void close_missing(std::size_t before);
  void report_unclosed(const Bracket& bracket, std::uint32_t end, std::size_t before);
  void end_elements(std::size_t at);
  bool one_too_many(std::size_t at) const;
  void opener_missing(std::size_t at);
  std::size_t opener_place(TokenKind closer) const;
  std::size_t brace_place(std::size_t line) const;
  void open(const Token& token);
  bool opened_on_this_line(const Bracket& bracket) const { return bracket.index >= line_; }
  void insert_opener(std::size_t place, TokenKind kind);

  std::uint32_t column(const Token& token) const;
  bool member_at(std::size_t at) const;
  TokenKind kind(std::size_t at) const { return at < end_ ? in_[at].kind : TokenKind::end; }
  std::string text(const Token& token) const {
    return std::string(report_.text(report_.span(token.begin, token.end)));
  }

  const std::vector<Token>& in_;
  Reporter& report_;
  std::vector<Token> out_;
  std::vector<Bracket> open_;
  std::size_t end_ = 0;
  std::size_t line_ = 0;      // in out_: the first token of this line
  std::uint32_t indent_ = 0;  // of this line
  Report unclosed_;           // the last report of one, while nothing else is reported
  std::uint32_t unclosed_at_ = 0;
  int others_ = 0;  // that the report notes: those around the first
  std::size_t reports_ = 0;
  int surplus_ = 0;  // closing braces without an opening one
};

}  // namespace syntax
