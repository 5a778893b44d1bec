#include "syntax/tag.h"

#include <algorithm>
#include <utility>

#include "syntax/tagger.h"

namespace syntax {

std::vector<Unit> tag(std::vector<Token>& tokens, Reporter& reporter, Whole whole) {
  Tagger tagger(tokens, reporter);
  std::vector<Unit> units = tagger.run(whole);
  tokens = tagger.take();
  return units;
}

std::vector<Unit> Tagger::run(Whole whole) {
  out_.reserve(in_.size() + 16);
  Frame bottom;
  if (whole == Whole::members) bottom.place = Place::block;
  if (whole == Whole::expression) bottom.place = Place::parens;
  frames_.push_back(bottom);
  want_ = whole == Whole::expression;
  if (whole != Whole::file) begin_unit();
  if (whole == Whole::members) insert(TokenKind::lbrace);
  while (kind(at_) != TokenKind::end) token();
  if (equals_at_ != 0 && at_ == equals_at_) missing_equals();
  end_value();
  if (whole == Whole::members) insert(TokenKind::rbrace);
  end_unit();
  out_.push_back(in_.back());
  return std::move(units_);
}

void Tagger::take(TokenKind kind) {
  out_.push_back(in_[at_]);
  out_.back().kind = kind;
  ++at_;
}

void Tagger::token() {
  using K = TokenKind;
  const bool was_key = std::exchange(after_key_, false);
  if (at_ == equals_at_ && at_ != 0) return missing_equals();
  if (!in_unit_ && kind(at_) != K::ident) return junk();
  switch (kind(at_)) {
    case K::ident: return word();
    case K::number:
    case K::raw:
    case K::missing: return value();
    case K::str_open: return string();
    case K::str_text:
    case K::str_close: return take_string_part();
    case K::lbrace: return open_brace();
    case K::lbrack:
    case K::lparen:
    case K::interp_open: return open(kind(at_));
    case K::rbrace:
    case K::rbrack:
    case K::rparen:
    case K::interp_close: return close();
    case K::comma: return comma();
    case K::colon: return was_key ? colon_after_key() : colon();
    case K::dot: return dot();
    case K::eqeq:
      if (!was_key) return operation();
      report_.report(span(in_[at_]), compare_for_equals)
          .fix("write `=`", base::Safe::yes, {{span(in_[at_]), "="}});
      return equals();
    case K::eq: return equals();
    case K::question: return question();
    default: return operation();
  }
}

void Tagger::take_string_part() {
  after_key_ = key_end_ != 0 && at_ == key_end_;
  take(kind(at_));
}

// Puts a bracket, and a frame for what is in it.
void Tagger::push(Frame inner, TokenKind kind) {
  inner.nesting = nesting_;
  take(kind);
  frames_.push_back(inner);
}

void Tagger::open_brace() {
  if (want_ && (before() == TokenKind::extends || body_follows())) end_value();
  if (!want_ && frame().else_next) missing_else();
  if (!want_ && frame().thens > 0) end_conditionals();
  if (!want_ && in_elements()) missing_comma();
  Frame& outer = frame();
  Frame inner{.place = Place::block};
  if (want_) {
    inner.place = Place::map;
    inner.typed = outer.typed_next && before() == TokenKind::eq;
    inner.each = loop_at(at_ + 1);
  } else if (outer.place == Place::items) {
    if (outer.head == Head::items) inner.place = Place::items;
  } else if (outer.head == Head::members) {
    inner.typed = outer.typed;
  } else {
    inner.typed = outer.typed_next || before() != TokenKind::key;
  }
  const bool each = inner.each;
  push(inner, TokenKind::lbrace);
  want_ = false;
  if (each) loop_head(Head::none);
}

// Where the value of an if or for is missing, the { at hand opens its body; a map would be followed by that.
bool Tagger::body_follows() const {
  if (frame().head != Head::items && frame().head != Head::members) return false;
  std::size_t depth = 0;
  for (std::size_t i = at_; kind(i) != TokenKind::end; ++i) {
    if (kind(i) == TokenKind::lbrace) ++depth;
    if (kind(i) == TokenKind::rbrace && --depth == 0) {
      const TokenKind after = kind(i + 1);
      return after != TokenKind::lbrace && after != TokenKind::lbrack && after != TokenKind::dot &&
             !(after >= TokenKind::plus && after <= TokenKind::question) && !is_word(i + 1, "and") &&
             !is_word(i + 1, "or");
    }
  }
  return true;
}

void Tagger::open(TokenKind kind) {
  Frame inner{.place = Place::arguments};
  if (kind == TokenKind::interp_open) {
    inner.place = Place::interpolation;
  } else if (want_ || !in_value()) {
    inner.place = kind == TokenKind::lbrack ? Place::list : Place::parens;
  }
  push(inner, kind);
  want_ = true;
  if (inner.place == Place::list && loop_at(at_)) {
    frame().each = true;
    loop_head(Head::none);
  }
}

void Tagger::close() {
  end_value();
  const Place closed = frame().place;
  frames_.pop_back();
  take(kind(at_));
  want_ = false;
  Frame& outer = frame();
  const bool body = closed == Place::block || closed == Place::items;
  if (!body) return;
  outer.else_next = outer.is_if;
  outer.is_if = false;
  outer.head = Head::none;
  outer.typed_next = false;
  outer.valued = false;
}

void Tagger::comma() {
  const bool foreign = text(at_) == ";";
  if (in_elements()) {
    const bool first = before() == TokenKind::lbrack || before() == TokenKind::lparen;
    if (want_ && (first || before() == TokenKind::comma)) {
      missing_value();
    } else {
      end_value();
    }
    if (foreign) {
      report_.report(span(in_[at_]), semicolon).fix("write `,`", base::Safe::yes, {{span(in_[at_]), ","}});
    }
    take(TokenKind::comma);
    want_ = true;
    return;
  }
  if (frame().head == Head::assertion && !foreign) {
    end_value();
    take(TokenKind::comma);
    want_ = true;
    return;
  }
  if (in_body() || frame().place == Place::items) return separator();
  take(TokenKind::comma);
}

// A comma or semicolon between members: removed by the fix, and after the first one by us.
void Tagger::separator() {
  end_value();
  const Token& token = in_[at_];
  const std::uint32_t end = token.end;
  const std::string_view rest = report_.source().text().substr(end);
  const bool blank_after =
      rest.empty() || rest.front() == ' ' || rest.front() == '\n' || rest.front() == '\r';
  report_.report(span(token), syntax::separator, text(token))
      .fix("remove it", base::Safe::yes, {{span(token), blank_after ? "" : " "}});
  const TokenKind last = before();
  frame().valued = false;
  if (in_body() && last != TokenKind::comma && last != TokenKind::lbrace) return take(TokenKind::comma);
  skip();
}

void Tagger::colon() {
  if (frame().each) {
    end_conditionals();
    if (want_) missing_value();
    frame().each = false;
    frame().keyed = frame().place == Place::map;
    take(TokenKind::colon);
    want_ = true;
    return;
  }
  if (frame().questions > 0) {
    if (want_) missing_value();
    --frame().questions;
    take(TokenKind::colon);
    want_ = true;
    return;
  }
  const bool parameter = frame().head == Head::param && !frame().valued && before() == TokenKind::ident;
  if (parameter) return type();
  take(TokenKind::colon);
}

void Tagger::equals() {
  const bool own_line = (first_on_line(at_) && (frame().valued || before() == TokenKind::rbrace)) ||
                        before() == TokenKind::lbrace;
  if (in_body() && frame().head == Head::none && own_line && !frame().each && !frame().keyed &&
      before() != TokenKind::key) {
    end_value();
    report_.report(span(in_[at_]), missing_key, text(at_));
    insert(TokenKind::key);
    frame().valued = false;
  }
  const bool key_of_each = frame().keyed && before() == TokenKind::str_close;
  if (key_of_each) frame().keyed = false;
  if (!key_of_each && before() == TokenKind::eq) {
    report_.report(span(in_[at_]), misplaced, text(at_));
    return skip();
  }
  if (!key_of_each && (frame().valued || compares())) {
    if (want_) missing_value();
    report_.report(span(in_[at_]), equals_for_compare)
        .fix("write `==`", base::Safe::yes, {{span(in_[at_]), "=="}});
    take(TokenKind::eqeq);
  } else {
    take(TokenKind::eq);
    frame().valued = true;
  }
  want_ = true;
}

}  // namespace syntax
