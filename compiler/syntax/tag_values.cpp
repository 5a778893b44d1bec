// Expressions: what wants a value, what is one, what joins two.
#include <algorithm>

#include "syntax/repair.h"
#include "syntax/tagger.h"

namespace syntax {

namespace {

struct Spelling {
  std::string_view foreign;
  std::string_view ours;
};
constexpr Spelling kLiterals[] = {{"true", "true"},   {"false", "false"}, {"none", "none"},
                                  {"True", "true"},   {"False", "false"}, {"TRUE", "true"},
                                  {"FALSE", "false"}, {"None", "none"},   {"null", "none"},
                                  {"Null", "none"},   {"NULL", "none"},   {"nil", "none"}};

}  // namespace

void Tagger::value() {
  if (!want_ && in_elements()) missing_comma();
  take(kind(at_));
  want_ = false;
}

void Tagger::string() {
  if (!want_ && in_elements()) missing_comma();
  if (!want_ && in_body() && before() != TokenKind::step && !frame().keyed) return string_member();
  take(TokenKind::str_open);
  want_ = false;
}

void Tagger::word() {
  const std::string_view word = text(at_);
  if (before() == TokenKind::dot) {
    take(TokenKind::ident);
    want_ = false;
    return;
  }
  if (want_ && ends_here(word)) end_value();
  if (want_) return wanted_word(word);
  if (joins(word)) return;
  switch (frame().place) {
    case Place::items: return item();
    case Place::block:
    case Place::map: return frame().each || frame().keyed ? take(TokenKind::ident) : member();
    case Place::list:
    case Place::arguments:
      if (frame().each) return take(TokenKind::ident);
      missing_comma();
      return wanted_word(word);
    default: return take(TokenKind::ident);
  }
}

// A word where a value is wanted that is none: the next member, the next item, or a word that joins values.
bool Tagger::ends_here(std::string_view word) const {
  const TokenKind after = next();
  // `inputs { NAME: TYPE`: changes of a reference declare nothing.
  const bool ports = after == TokenKind::lbrace && kind(at_ + 2) == TokenKind::ident &&
                     kind(at_ + 3) == TokenKind::colon && kind(at_ + 4) == TokenKind::ident;
  if (in_body() && frame().head == Head::none && !frame().each && !frame().keyed && frame().questions == 0 &&
      (after == TokenKind::eq || after == TokenKind::colon || ports)) {
    return true;
  }
  if (frame().place == Place::items && item_line(at_)) return true;
  return (word == "then" && frame().thens > 0) || (word == "else" && frame().elses > 0) || word == "and" ||
         word == "or";
}

void Tagger::wanted_word(std::string_view word) {
  want_ = false;
  if (word == "not") {
    take(TokenKind::not_);
    want_ = true;
    return;
  }
  if (word == "if") return conditional_word();
  const auto* literal = std::ranges::find(kLiterals, word, &Spelling::foreign);
  if (literal == std::end(kLiterals)) return take(TokenKind::ident);
  if (literal->foreign != literal->ours) {
    const std::string ours(literal->ours);
    report_.report(span(in_[at_]), foreign_word, word, ours)
        .fix("write `" + ours + "`", base::Safe::yes, {{span(in_[at_]), ours}});
  }
  take(TokenKind::literal);
}

// The `if` of an expression.
void Tagger::conditional_word() {
  if (frames_.size() + nesting_ >= kDeepest) return too_many_levels();
  ++nesting_;
  ++frame().thens;
  frame().last_if = in_[at_];
  take(TokenKind::if_);
  want_ = true;
}

// A word that goes on with what is before it.
bool Tagger::joins(std::string_view word) {
  Frame& f = frame();
  TokenKind kind = TokenKind::ident;
  if (word == "then" && f.thens > 0) {
    --f.thens;
    ++f.elses;
    kind = TokenKind::then;
  } else if (word == "else" && f.elses > 0) {
    --f.elses;
    kind = TokenKind::else_;
  } else if (word == "if" && f.each) {
    kind = TokenKind::if_;
  } else if ((word == "and" || word == "or") && in_value() &&
             (f.each || !in_body() || !has_value_sign(at_ + 1))) {
    kind = word == "and" ? TokenKind::and_ : TokenKind::or_;
  } else if (word == "extends" && f.head == Head::decl) {
    kind = TokenKind::extends;
  }
  if (kind == TokenKind::ident) return false;
  take(kind);
  want_ = true;
  return true;
}

void Tagger::dot() {
  if (want_) missing_value();
  const Token& token = in_[at_];
  const bool named = next() == TokenKind::ident;
  take(TokenKind::dot);
  if (!in_value()) return;
  const bool key = kind(at_ + 1) == TokenKind::eq || kind(at_ + 1) == TokenKind::colon;
  const bool other_line = named && ((first_on_line(at_) && key) || item_line(at_));
  if (named && !other_line) return;
  missing_name(text(token));
}

void Tagger::operation() {
  const TokenKind sign = kind(at_);
  const bool prefix = sign == TokenKind::not_ || (sign == TokenKind::minus && want_);
  if (want_ && !prefix) missing_value();
  take(sign);
  want_ = in_value();
}

void Tagger::question() {
  if (want_) missing_value();
  take(TokenKind::question);
  if (!in_value()) return;
  ++frame().questions;
  want_ = true;
}

}  // namespace syntax
