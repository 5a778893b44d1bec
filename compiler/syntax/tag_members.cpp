// Bodies: what starts a member, and what is between its key and its value.
#include <algorithm>

#include "syntax/repair.h"
#include "syntax/tagger.h"

namespace syntax {

bool Tagger::has_value_sign(std::size_t at) const {
  const TokenKind sign = kind(at);
  return sign == TokenKind::eq || sign == TokenKind::colon || sign == TokenKind::lbrace;
}

// The index of the closing quotes of the string that opens at `at`.
std::size_t Tagger::string_end(std::size_t at) const {
  std::size_t depth = 0;
  for (;; ++at) {
    if (kind(at) == TokenKind::str_open) ++depth;
    if (kind(at) == TokenKind::str_close && --depth == 0) return at;
    if (kind(at) == TokenKind::end) return at;
  }
}

std::size_t Tagger::name_end(std::size_t at) const {
  return kind(at) == TokenKind::str_open ? string_end(at) + 1 : at + 1;
}

void Tagger::member() {
  Frame& f = frame();
  end_value();
  const std::string_view word = text(at_);
  if (f.else_next && word == "else" && next() == TokenKind::lbrace) {
    f.else_next = false;
    f.head = Head::members;
    return take(TokenKind::else_);
  }
  if (f.else_next && word == "else" && is_word(at_ + 1, "if")) return no_else_if();
  f.else_next = f.is_if = f.valued = f.typed_next = false;
  f.head = Head::none;
  if (has_value_sign(at_ + 1) || next() == TokenKind::eqeq) return key();
  if (loop_at(at_)) return loop_head(Head::members);
  const TokenKind after = next();
  const bool condition = after != TokenKind::rbrace && after != TokenKind::end && after != TokenKind::comma;
  if (word == "if" && condition) return if_head(Head::members);
  if (word == "step" && (after == TokenKind::ident || after == TokenKind::str_open)) return step();
  if (!without_equals()) take(TokenKind::ident);
}

void Tagger::key() {
  const std::string_view word = text(at_);
  frame().typed_next = word == "inputs" || word == "outputs";
  take(TokenKind::key);
  after_key_ = true;
}

void Tagger::step() {
  take(TokenKind::step);
  equals_at_ = name_end(at_);
  if (kind(at_) == TokenKind::ident) take(TokenKind::ident);
}

// `max_nodes 4`, `input data { … }`: a word with something behind it on its line that starts no member.
bool Tagger::without_equals() {
  const std::size_t value = at_ + 1;
  if (first_on_line(value)) return false;
  const TokenKind start = kind(value);
  const bool word_or_string = start == TokenKind::ident || start == TokenKind::str_open;
  if (!word_or_string && start != TokenKind::number && start != TokenKind::raw && start != TokenKind::lbrack)
    return false;
  const std::size_t end = word_or_string ? name_end(value) : value + 1;
  const TokenKind after = kind(end);
  if (word_or_string && (after == TokenKind::eq || after == TokenKind::colon)) return false;
  if (word_or_string && after == TokenKind::lbrace) {
    const base::Span label = report_.span(in_[value].begin, in_[end - 1].end);
    report_.report(label, label_in_body, report_.text(label));
    key();
    after_key_ = false;
    at_ = end;
    return true;
  }
  report_.report(span(in_[at_]), syntax::missing_equals, text(at_))
      .fix("write `=`", base::Safe::yes, {{after_token(in_[at_]), " ="}});
  key();
  after_key_ = false;
  insert(TokenKind::eq);
  frame().valued = true;
  want_ = true;
  return true;
}

// A string that is a key; else it is a value in a place for none.
void Tagger::string_member() {
  end_value();
  Frame& f = frame();
  f.else_next = f.is_if = f.valued = f.typed_next = false;
  f.head = Head::none;
  const std::size_t close = string_end(at_);
  if (has_value_sign(close + 1) || kind(close + 1) == TokenKind::eqeq) {
    key_end_ = close;
  } else {
    const base::Span all = report_.span(in_[at_].begin, in_[close].end);
    report_.report(all, misplaced, report_.text(all));
  }
  take(TokenKind::str_open);
}

// A type in inputs and outputs; elsewhere, and before what is no type, `:` was written for `=`.
void Tagger::colon_after_key() {
  const std::size_t first = at_ + 1;
  const std::string_view word = text(first);
  const bool literal = word == "true" || word == "false" || word == "none" || word == "True" ||
                       word == "False" || word == "null";
  const bool may_be_type =
      kind(first) == TokenKind::ident || kind(first) == TokenKind::eq || first_on_line(first);
  // `NAME: integer = 4`: a type where none is written, which is told of later.
  const bool annotated = kind(first) == TokenKind::ident && !first_on_line(first) &&
                         !first_on_line(first + 1) && kind(first + 1) == TokenKind::eq;
  if (((frame().typed && may_be_type) || annotated) && !literal) return type();
  const Token& token = in_[at_];
  const std::string_view source = report_.source().text();
  const bool blank_before = token.begin > 0 && source[token.begin - 1] == ' ';
  const bool blank_after = token.end < source.size() && source[token.end] == ' ';
  const std::string ours = std::string(blank_before ? "" : " ") + "=" + (blank_after ? "" : " ");
  Report made = report_.report(span(token), colon_for_equals);
  if (kind(first) == TokenKind::lbrace) {
    made.fix("remove it", base::Safe::yes, {{span(token), blank_after ? "" : " "}});
  } else if (!first_on_line(first)) {
    made.fix("write `=`", base::Safe::yes, {{span(token), ours}});
  }
  take(TokenKind::eq);
  frame().valued = true;
  want_ = true;
}

// : WORD [of WORD]…
void Tagger::type() {
  const Token sign = in_[at_];
  take(TokenKind::colon);
  for (std::uint32_t depth = 0;; ++depth) {
    const bool word = kind(at_) == TokenKind::ident && kind(at_ + 1) != TokenKind::colon;
    if (!word || depth >= kDeepest) {
      insert(TokenKind::ident);
      if (word) return too_many_levels();
      report_.report(span(sign), missing_type, text(depth == 0 ? sign : out_[out_.size() - 2]));
      return;
    }
    take(TokenKind::ident);
    if (!is_word(at_, "of") || has_value_sign(at_ + 1)) return;
    take(TokenKind::of);
  }
}

}  // namespace syntax
