// Zero-width tokens for what has to be there and is not.
#include "syntax/repair.h"
#include "syntax/tagger.h"

namespace syntax {

void Tagger::insert(TokenKind kind) {
  const std::uint32_t end = out_.empty() ? 0 : out_.back().end;
  out_.push_back({kind, Token::kVirtual, end, end});
}

// Completes the value before this place.
void Tagger::end_value() {
  const TokenKind last = before();
  const bool may_be_empty = in_elements() && !frame().each &&
                            (last == TokenKind::comma || last == TokenKind::lparen ||
                             (last == TokenKind::lbrack && frame().place == Place::list));
  if (want_ && !may_be_empty) missing_value();
  want_ = false;
  end_conditionals();
  if (frame().each) {
    report_.report(after_token(out_.back()), missing_word, "for", ":");
    frame().each = false;
    insert(TokenKind::colon);
    insert(TokenKind::missing);
  }
  nesting_ = frame().nesting;
}

void Tagger::end_conditionals() {
  Frame& f = frame();
  if (want_ && (f.thens > 0 || f.elses > 0 || f.questions > 0)) missing_value();
  if (f.thens > 0) missing_half("then");
  for (; f.thens > 0; --f.thens, ++f.elses) {
    insert(TokenKind::then);
    insert(TokenKind::missing);
  }
  if (f.elses > 0) missing_half("else");
  for (; f.elses > 0; --f.elses) {
    insert(TokenKind::else_);
    insert(TokenKind::missing);
  }
  for (; f.questions > 0; --f.questions) {
    insert(TokenKind::colon);
    insert(TokenKind::missing);
  }
}

void Tagger::missing_half(std::string_view word) {
  const std::string expected = "expected `" + std::string(word) + "` here";
  report_.report(span(frame().last_if), missing_word, "if", word).note(after_token(out_.back()), expected);
}

void Tagger::missing_value() {
  want_ = false;
  if (out_.empty()) {
    report_.report(report_.span(0, 0), syntax::missing_value, "");
  } else {
    const Token& last = out_.back();
    report_.report(span(last), syntax::missing_value, text(last));
  }
  insert(TokenKind::missing);
}

void Tagger::missing_name(std::string_view after) {
  report_.report(span(out_.back()), syntax::missing_name, after);
  insert(TokenKind::ident);
  want_ = false;
}

// The token, or the whole string.
std::string_view Tagger::value_text(std::size_t at) const {
  const std::size_t last = kind(at) == TokenKind::str_open ? string_end(at) : at;
  return report_.text(report_.span(in_[at].begin, in_[last].end));
}

void Tagger::missing_comma() {
  report_.report(span(in_[at_]), syntax::missing_comma, value_text(at_))
      .fix("write `,`", base::Safe::yes, {{after_token(out_.back()), ","}});
  insert(TokenKind::comma);
  want_ = true;
}

// { } { }: the `else` between the braces of an `if`.
void Tagger::missing_else() {
  report_.report(span(in_[at_]), missing_word, "if", "else")
      .fix("write `else`", base::Safe::yes, {{report_.span(in_[at_].begin, in_[at_].begin), "else "}});
  frame().else_next = false;
  frame().head = frame().place == Place::items ? Head::items : Head::members;
  insert(TokenKind::else_);
}

// Where the = of a let, secret or step has to be.
void Tagger::missing_equals() {
  equals_at_ = 0;
  if (kind(at_) == TokenKind::eq) return equals();
  const Token last = out_.back();
  const bool value = !first_on_line(at_) && kind(at_) != TokenKind::lbrace && kind(at_) != TokenKind::colon;
  report_.report(span(last), syntax::missing_equals, text(last));
  insert(TokenKind::eq);
  frame().valued = true;
  want_ = true;
  if (!value) {
    insert(TokenKind::missing);
    want_ = false;
  }
}

// What is nested too deep is dropped up to the next line, comma or closing bracket.
void Tagger::too_many_levels() {
  report_.report(span(in_[at_]), too_deep, kDeepest);
  insert(TokenKind::missing);
  using enum TokenKind;
  for (std::size_t depth = 0; kind(at_) != end; ++at_) {
    const TokenKind here = kind(at_);
    const bool closes =
        here == rbrace || here == rbrack || here == rparen || here == interp_close || here == str_close;
    if (depth == 0 && (closes || here == comma)) return;
    if (here == lbrace || here == lbrack || here == lparen || here == str_open || here == interp_open)
      ++depth;
    if (closes) --depth;
    if (depth == 0 && first_on_line(at_ + 1)) break;
  }
  if (kind(at_) != end) ++at_;
}

}  // namespace syntax
