// The state of the tag pass, shared by its parts: tag.cpp (values and brackets), tag_items.cpp (file level),
// tag_members.cpp (bodies), tag_missing.cpp (what is not there). For tag() alone.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "syntax/reporter.h"
#include "syntax/tag.h"
#include "syntax/tree.h"

namespace syntax {

class Tagger {
 public:
  Tagger(const std::vector<Token>& tokens, Reporter& reporter) : in_(tokens), report_(reporter) {}
  std::vector<Unit> run(Whole whole);
  std::vector<Token> take() { return std::move(out_); }

 private:
  enum class Place : std::uint8_t { items, block, map, list, arguments, parens, interpolation };
  // What is being written before a {, and so what that opens.
  enum class Head : std::uint8_t { none, decl, param, import, assertion, items, members };

  // An open bracket (the first one is the file).
  struct Frame {
    Place place = Place::items;
    Head head = Head::none;
    bool typed = false;       // entries may have types: the braces of inputs or outputs
    bool typed_next = false;  // the last key was inputs or outputs
    bool valued = false;      // the = of the member or item was there, or its head is an expression
    bool is_if = false;       // the head is an if: else may follow its braces
    bool else_next = false;   // they have just been closed
    bool each = false;        // in the head of a comprehension
    bool keyed = false;       // behind that of a map: a string and = follow
    Token last_if{};
    std::uint32_t thens = 0;  // ifs of the expression that wait for their then, their else, ? for their :
    std::uint32_t elses = 0;
    std::uint32_t questions = 0;
    std::uint32_t nesting = 0;  // nesting_ where the bracket stands
  };

  // tag.cpp
  void token();
  void take_string_part();
  void open_brace();
  bool body_follows() const;
  void open(TokenKind kind);
  void push(Frame inner, TokenKind kind);
  void close();
  void comma();
  void separator();
  void colon();
  void equals();

  // tag_values.cpp
  void value();
  void string();
  void word();
  bool ends_here(std::string_view word) const;
  void wanted_word(std::string_view word);
  bool joins(std::string_view word);
  void conditional_word();
  void dot();
  void operation();
  void question();

  // tag_items.cpp
  void item();
  bool item_at(std::size_t at) const;
  bool declaration_at(std::size_t at) const;
  bool item_line(std::size_t at) const;
  void junk();
  void begin_unit();
  void end_unit();
  void import();
  void existing();
  void no_else_if();
  void named(TokenKind kind);
  void declaration();
  bool loop_at(std::size_t at) const;
  void loop_head(Head head);
  void if_head(Head head);

  // tag_members.cpp
  void member();
  void key();
  void step();
  bool without_equals();
  void colon_after_key();
  void type();
  void string_member();
  std::size_t string_end(std::size_t at) const;
  std::size_t name_end(std::size_t at) const;  // behind a word or string
  bool has_value_sign(std::size_t at) const;   // = : or {, so that what is before it is a key

  // tag_missing.cpp
  void end_value();
  void end_conditionals();
  void missing_half(std::string_view word);
  std::string_view value_text(std::size_t at) const;
  void missing_value();
  void missing_name(std::string_view after);
  void missing_comma();
  void missing_else();
  void missing_equals();
  void insert(TokenKind kind);
  void too_many_levels();

  void take(TokenKind kind);  // the current token, as that
  void skip() { ++at_; }      // drops it
  Frame& frame() { return frames_.back(); }
  const Frame& frame() const { return frames_.back(); }
  bool in_body() const { return frame().place == Place::block || frame().place == Place::map; }
  bool in_elements() const { return frame().place == Place::list || frame().place == Place::arguments; }
  // Whether a value may stand here at all: outside of a body or file, or behind = or in a head there.
  bool in_value() const {
    return (!in_body() && frame().place != Place::items) || frame().valued || frame().each || frame().keyed;
  }
  // `a = b` compares here.
  bool compares() const {
    const Head head = frame().head;
    return head == Head::items || head == Head::members || head == Head::assertion || frame().each ||
           (!in_body() && frame().place != Place::items);
  }
  TokenKind before() const { return out_.empty() ? TokenKind::end : out_.back().kind; }
  TokenKind kind(std::size_t at) const { return at < in_.size() ? in_[at].kind : TokenKind::end; }
  TokenKind next() const { return kind(at_ + 1); }
  bool first_on_line(std::size_t at) const { return at >= in_.size() || in_[at].first_on_line(); }
  std::string_view text(const Token& token) const { return report_.text(span(token)); }
  std::string_view text(std::size_t at) const { return at < in_.size() ? text(in_[at]) : std::string_view(); }
  bool is_word(std::size_t at, std::string_view word) const {
    return kind(at) == TokenKind::ident && text(at) == word;
  }
  base::Span span(const Token& token) const { return report_.span(token.begin, token.end); }
  base::Span after_token(const Token& token) const { return report_.span(token.end, token.end); }

  const std::vector<Token>& in_;
  Reporter& report_;
  std::vector<Token> out_;
  std::vector<Frame> frames_;
  std::vector<Unit> units_;
  std::size_t at_ = 0;
  bool want_ = false;       // a value has to follow
  bool after_key_ = false;  // the token before was a key
  bool in_unit_ = false;
  std::uint32_t nesting_ = 0;  // ifs inside each other
  std::size_t equals_at_ = 0;  // index in in_ where a = has to be; 0: nowhere
  std::size_t key_end_ = 0;    // index in in_ of the closing quotes of a key; 0: none
};

}  // namespace syntax
