// File level: where an item starts, and its head.
#include <functional>

#include "syntax/tagger.h"

namespace syntax {

// WORD { · WORD NAME { · WORD "…" { · WORD NAME extends · WORD NAME at the end of a line.
bool Tagger::declaration_at(std::size_t at) const {
  if (kind(at) != TokenKind::ident) return false;
  const TokenKind name = kind(at + 1);
  if (name == TokenKind::lbrace) return true;
  if (name != TokenKind::ident && name != TokenKind::str_open) return false;
  if (is_word(at + 1, "extends")) return true;
  const std::size_t end = name_end(at + 1);
  if (kind(end) == TokenKind::lbrace || is_word(end, "extends")) return true;
  return !first_on_line(at + 1) && (first_on_line(end) || kind(end) == TokenKind::rbrace);
}

bool Tagger::item_at(std::size_t at) const {
  if (kind(at) != TokenKind::ident) return false;
  const std::string_view word = text(at);
  const TokenKind after = kind(at + 1);
  if (after == TokenKind::eq || after == TokenKind::colon) return false;
  const bool alone = first_on_line(at) && first_on_line(at + 1);
  if (word == "param" || word == "let" || word == "secret" || word == "existing") {
    return after == TokenKind::ident || alone;
  }
  if (word == "import") return after == TokenKind::str_open || after == TokenKind::raw || alone;
  if (after == TokenKind::end) return false;
  if (word == "if" || word == "assert") return after != TokenKind::lbrace && after != TokenKind::rbrace;
  return loop_at(at) || declaration_at(at);
}

// A line that is surely the head of an item, even where a name or value could go on.
bool Tagger::item_line(std::size_t at) const {
  if (!first_on_line(at) || first_on_line(at + 1) || is_word(at + 1, "extends")) return false;
  return kind(at + 1) != TokenKind::lbrace && item_at(at);
}

void Tagger::begin_unit() {
  end_unit();
  in_unit_ = true;
  const auto here = static_cast<std::uint32_t>(out_.size());
  units_.push_back({.first_token = here, .end_token = here});
}

void Tagger::end_unit() {
  if (!in_unit_) return;
  in_unit_ = false;
  units_.back().end_token = static_cast<std::uint32_t>(out_.size());
}

void Tagger::item() {
  Frame& f = frame();
  end_value();
  if (f.head == Head::import && is_word(at_, "as")) {
    f.head = Head::none;
    take(TokenKind::as);
    const bool named = kind(at_) == TokenKind::ident && !item_line(at_);
    return named ? take(TokenKind::ident) : missing_name("as");
  }
  if (f.else_next && is_word(at_, "else") && next() == TokenKind::lbrace) {
    f.else_next = false;
    f.head = Head::items;
    return take(TokenKind::else_);
  }
  if (f.else_next && is_word(at_, "else") && is_word(at_ + 1, "if")) return no_else_if();
  f = Frame{.place = f.place, .nesting = f.nesting};
  if (!item_at(at_)) return junk();
  if (frames_.size() == 1) begin_unit();
  const std::string_view word = text(at_);
  if (word == "existing" && next() != TokenKind::lbrace) return existing();
  if (word == "param") return named(TokenKind::param);
  if (word == "let") return named(TokenKind::let);
  if (word == "secret") return named(TokenKind::secret);
  if (word == "import") return import();
  if (declaration_at(at_) && word != "if" && word != "assert" && word != "for") return declaration();
  if (loop_at(at_)) return loop_head(Head::items);
  if (word == "if") return if_head(Head::items);
  f.head = Head::assertion;
  f.valued = true;
  take(TokenKind::assert_);
  want_ = true;
}

// An `if` behind an `else` is taken for one of its own.
void Tagger::no_else_if() {
  report_.report(span(in_[at_ + 1]), else_if).help("write `else { if … { … } }`");
  skip();
}

// What starts no item: reported once, and left outside of the units up to the next one.
void Tagger::junk() {
  const bool member = next() == TokenKind::eq || next() == TokenKind::colon;
  if (frames_.size() > 1) return take(TokenKind::ident);
  end_unit();
  if (member) {
    report_.report(span(in_[at_]), outside_declaration, text(at_));
  } else {
    report_.report(span(in_[at_]), not_a_declaration, text(at_));
  }
  const std::uint32_t column = report_.source().position(in_[at_].begin).column;
  for (std::size_t depth = 0; kind(at_) != TokenKind::end;) {
    const TokenKind here = kind(at_);
    using enum TokenKind;
    if (here == lbrace || here == lbrack || here == lparen || here == str_open || here == interp_open)
      ++depth;
    if (here == rbrace || here == rbrack || here == rparen || here == str_close || here == interp_close)
      --depth;
    take(here);
    if (depth > 0 || !first_on_line(at_)) continue;
    if (item_at(at_) || report_.source().position(in_[at_].begin).column <= column) return;
  }
}

void Tagger::import() {
  frame().head = Head::import;
  take(TokenKind::import);
  if (kind(at_) != TokenKind::str_open && kind(at_) != TokenKind::raw) missing_value();
}

void Tagger::existing() {
  take(TokenKind::existing);
  if (kind(at_) == TokenKind::ident) return declaration();
  missing_name(text(out_.back()));
  out_.back().kind = TokenKind::decl;
}

// param, let or secret and a name.
void Tagger::named(TokenKind keyword) {
  const std::string_view word = text(at_);
  if (keyword == TokenKind::param) frame().head = Head::param;
  take(keyword);
  const bool equals_behind = kind(at_ + 1) == TokenKind::eq || kind(at_ + 1) == TokenKind::colon;
  if (kind(at_) != TokenKind::ident || (first_on_line(at_) && !equals_behind)) {
    missing_name(word);
  } else {
    take(TokenKind::ident);
  }
  if (keyword != TokenKind::param) equals_at_ = at_;
}

// The kind and the name.
void Tagger::declaration() {
  const bool existing = before() == TokenKind::existing && in_unit_;
  const Token kind_word = in_[at_];
  frame().head = Head::decl;
  take(TokenKind::decl);
  const bool other_line = item_line(at_);
  const bool named =
      (kind(at_) == TokenKind::ident && !is_word(at_, "extends")) || kind(at_) == TokenKind::str_open;
  if (!named || other_line) {
    if (existing && kind(at_) != TokenKind::lbrace) missing_name(text(kind_word));
    return;
  }
  const std::size_t end = name_end(at_);
  const Token last = in_[end - 1];
  if (kind(at_) == TokenKind::ident) take(TokenKind::ident);
  if (existing || kind(end) == TokenKind::lbrace || is_word(end, "extends")) return;
  const base::Span head = report_.span(kind_word.begin, last.end);
  report_.report(head, missing_body, report_.text(head))
      .fix("write `{ }`", base::Safe::no, {{after_token(last), " { }"}});
}

// for NAME in · for NAME, NAME in; also with one of these left out.
bool Tagger::loop_at(std::size_t at) const {
  if (!is_word(at, "for") || kind(at + 1) != TokenKind::ident) return false;
  const TokenKind after = kind(at + 2);
  return after != TokenKind::eq && after != TokenKind::colon && after != TokenKind::lbrace &&
         after != TokenKind::end;
}

void Tagger::loop_head(Head head) {
  frame().head = head;
  if (head != Head::none) frame().valued = true;
  const Token keyword = in_[at_];
  take(TokenKind::for_);
  if (is_word(at_, "in") && !is_word(at_ + 1, "in")) {
    missing_name(text(keyword));
  } else {
    take(TokenKind::ident);
  }
  if (kind(at_) == TokenKind::comma) {
    take(TokenKind::comma);
    if (kind(at_) == TokenKind::ident && !is_word(at_, "in")) {
      take(TokenKind::ident);
    } else {
      missing_name(",");
    }
  }
  if (is_word(at_, "in")) {
    take(TokenKind::in);
  } else {
    report_.report(span(keyword), missing_word, "for", "in")
        .fix("write `in`", base::Safe::yes, {{after_token(out_.back()), " in"}});
    insert(TokenKind::in);
  }
  want_ = true;
}

void Tagger::if_head(Head head) {
  frame().head = head;
  frame().valued = true;
  frame().is_if = true;
  take(TokenKind::if_);
  want_ = true;
}

}  // namespace syntax
