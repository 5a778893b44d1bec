#include "syntax/mend.h"

#include <algorithm>

namespace syntax {

TokenKind closing(TokenKind opener) {
  switch (opener) {
    case TokenKind::lbrace: return TokenKind::rbrace;
    case TokenKind::lbrack: return TokenKind::rbrack;
    case TokenKind::lparen: return TokenKind::rparen;
    default: return TokenKind::interp_close;
  }
}

namespace {
TokenKind opening(TokenKind closer) {
  switch (closer) {
    case TokenKind::rbrace: return TokenKind::lbrace;
    case TokenKind::rbrack: return TokenKind::lbrack;
    default: return TokenKind::lparen;
  }
}

std::string_view spelled(TokenKind bracket) {
  switch (bracket) {
    case TokenKind::lbrace: return "{";
    case TokenKind::rbrace: return "}";
    case TokenKind::lbrack: return "[";
    case TokenKind::rbrack: return "]";
    case TokenKind::lparen: return "(";
    default: return ")";
  }
}

bool opens(TokenKind kind) {
  return kind == TokenKind::lbrace || kind == TokenKind::lbrack || kind == TokenKind::lparen ||
         kind == TokenKind::interp_open;
}

bool closes(TokenKind kind) {
  return kind == TokenKind::rbrace || kind == TokenKind::rbrack || kind == TokenKind::rparen ||
         kind == TokenKind::interp_close;
}

// A line cannot end in the middle of what such a token goes on with.
bool goes_on(TokenKind kind) {
  return opens(kind) || kind == TokenKind::comma || kind == TokenKind::eq || kind == TokenKind::dot ||
         (kind >= TokenKind::plus && kind <= TokenKind::not_);
}
}  // namespace

void Mender::copy(std::size_t begin, std::size_t end) {
  out_.insert(out_.end(), in_.begin() + static_cast<std::ptrdiff_t>(begin),
              in_.begin() + static_cast<std::ptrdiff_t>(end));
}

void Mender::mend(std::size_t begin, std::size_t end) {
  end_ = end;
  surplus_ = 0;
  line_ = out_.size();
  for (std::size_t i = begin; i < end; ++i) {
    if (in_[i].kind == TokenKind::rbrace) ++surplus_;
    if (in_[i].kind == TokenKind::lbrace) --surplus_;
  }
  for (std::size_t i = begin; i < end; ++i) {
    if (in_[i].kind == TokenKind::end) close_up_to(0, i);
    if (in_[i].first_on_line()) line_start(i);
    if (closes(in_[i].kind)) {
      close(i);
    } else if (opens(in_[i].kind)) {
      if (in_[i].kind == TokenKind::lbrace) end_elements(i);
      open(in_[i]);
    } else {
      out_.push_back(in_[i]);
    }
  }
  close_up_to(0, end);
}

std::uint32_t Mender::column(const Token& token) const {
  return report_.source().position(token.begin).column;
}

void Mender::open(const Token& token) {
  open_.push_back({token, out_.size(), indent_});
  out_.push_back(token);
}

// A { behind a value is in no list or arguments: they end before it.
void Mender::end_elements(std::size_t at) {
  const TokenKind last = out_.empty() ? TokenKind::end : out_.back().kind;
  const bool value = last == TokenKind::ident || last == TokenKind::number || last == TokenKind::raw ||
                     last == TokenKind::str_close || closes(last);
  while (value && !open_.empty() && opened_on_this_line(open_.back()) &&
         (open_.back().token.kind == TokenKind::lbrack || open_.back().token.kind == TokenKind::lparen)) {
    close_missing(at);
  }
}

// A word before = { or :, or two words, or a word and a string.
bool Mender::member_at(std::size_t at) const {
  if (kind(at) != TokenKind::ident) return false;
  const TokenKind next = kind(at + 1);
  return next == TokenKind::eq || next == TokenKind::lbrace || next == TokenKind::colon ||
         next == TokenKind::ident || next == TokenKind::str_open;
}

void Mender::line_start(std::size_t at) {
  if (in_[at].kind != TokenKind::end) {
    end_blocks(at);
    brace_left_out(at);
  }
  line_ = out_.size();
  indent_ = column(in_[at]);
}

// What the line at in_[at] ends by its indentation.
void Mender::end_blocks(std::size_t at) {
  const Token& token = in_[at];
  const std::uint32_t here = column(token);
  const bool is_else = token.kind == TokenKind::ident && text(token) == "else";
  const bool member = member_at(at) && !is_else;
  const auto inside = [&](const Bracket& top) {
    if (top.token.kind == TokenKind::interp_open) return true;
    if (closes(token.kind) || is_else) return top.indent <= here;
    if (top.token.kind == TokenKind::lbrace) return top.indent < here;
    return !member || (surplus_ > 0 && top.indent < here && top.token.kind == TokenKind::lbrack);
  };
  while (!open_.empty() && !inside(open_.back())) close_missing(at);
  const bool if_open = is_else && !open_.empty() && open_.back().token.kind == TokenKind::lbrace;
  if (if_open && out_.back().kind != TokenKind::rbrace) close_missing(at);
}

// Lines stand as the body of `job train` would, or a member is in a list; `}` are left over: { is missing.
void Mender::brace_left_out(std::size_t at) {
  if (surplus_ <= 0 || line_ >= out_.size() || column(in_[at]) <= indent_ || !member_at(at)) return;
  if (!open_.empty() && open_.back().token.kind == TokenKind::lbrack) {
    const Token& member = in_[at];
    return put_brace("before", report_.span(member.begin, member.end), member.begin);
  }
  const Token& first = out_[line_];
  const Token& last = out_.back();
  const bool is_else = last.kind == TokenKind::ident && text(last) == "else";
  if (!is_else && (first.kind != TokenKind::ident || goes_on(last.kind) || last.kind == TokenKind::rbrace))
    return;
  put_brace("after", report_.span(first.begin, last.end), last.end);
}

void Mender::put_brace(std::string_view side, base::Span near, std::uint32_t at) {
  report_.report(near, missing_brace, side, report_.text(near))
      .fix("write `{`", base::Safe::yes, {{report_.span(at, at), side == "after" ? " {" : "{ "}});
  --surplus_;
  open({TokenKind::lbrace, Token::kVirtual, at, at});
}

void Mender::close_up_to(std::size_t depth, std::size_t before) {
  while (open_.size() > depth) close_missing(before);
}

// The innermost bracket ends before in_[before], which says so by its place; and before the comma behind an
// element.
void Mender::close_missing(std::size_t before) {
  const Bracket top = open_.back();
  open_.pop_back();
  const bool in_list = !open_.empty() && open_.back().token.kind == TokenKind::lbrack;
  const bool comma = in_list && out_.back().kind == TokenKind::comma;
  const Token last = out_.back();
  if (comma) out_.pop_back();
  const std::uint32_t end = out_.back().end;
  const TokenKind kind = closing(top.token.kind);
  if (kind != TokenKind::interp_close) report_unclosed(top, end, before);
  if (kind == TokenKind::rbrace) ++surplus_;
  out_.push_back({kind, Token::kVirtual, end, end});
  if (comma) out_.push_back(last);
}

// Of many brackets that are not closed, so many are shown besides the first.
constexpr int kMostOthers = 4;

void Mender::report_unclosed(const Bracket& bracket, std::uint32_t end, std::size_t before) {
  const std::string closer(spelled(closing(bracket.token.kind)));
  const base::Span at = report_.span(bracket.token.begin, bracket.token.end);
  const auto line_of = [&](std::uint32_t offset) { return report_.source().position(offset).line; };
  const bool brace = bracket.token.kind == TokenKind::lbrace;
  const bool own_line = brace && line_of(end) != line_of(bracket.token.begin);
  std::string text = brace ? " " + closer : closer;
  if (own_line) text = "\n" + std::string(bracket.indent - 1, ' ') + closer;
  const base::Edit edit{report_.span(end, end), text};
  if (reports_ == report_.count() && unclosed_at_ == end && reports_ > 0) {  // the outer one of two
    if (++others_ <= kMostOthers)
      unclosed_.note(at, others_ < kMostOthers ? "nor is this one" : "nor is this one, nor those around it");
    unclosed_.add_edit(edit);
    return;
  }
  unclosed_ = report_.report(at, unclosed, spelled(bracket.token.kind));
  unclosed_at_ = end;
  others_ = 0;
  reports_ = report_.count();
  if (before < end_ && in_[before].first_on_line() && in_[before].kind != TokenKind::end) {
    unclosed_.note(report_.span(in_[before].begin, in_[before].end),
                   "expected `" + closer + "` before this line");
  }
  unclosed_.fix("write `" + closer + "`", base::Safe::yes, {edit});
}

void Mender::close(std::size_t at) {
  const Token& token = in_[at];
  std::size_t depth = open_.size();
  while (depth > 0 && closing(open_[depth - 1].token.kind) != token.kind &&
         (token.kind == TokenKind::interp_close || open_[depth - 1].token.kind != TokenKind::interp_open)) {
    --depth;
  }
  const bool found = depth > 0 && closing(open_[depth - 1].token.kind) == token.kind;
  const bool other_line = found && depth < open_.size() && !opened_on_this_line(open_[depth - 1]);
  const bool crosses =
      other_line && !token.first_on_line() &&
      (opened_on_this_line(open_.back()) || (token.kind == TokenKind::rbrace && surplus_ > 0));
  if (!found || crosses || (depth == open_.size() && one_too_many(at))) return opener_missing(at);
  close_up_to(depth, at);
  open_.pop_back();
  out_.push_back(token);
}

// A } that would close a block whose body goes on behind it, while the declaration has more of them than {.
bool Mender::one_too_many(std::size_t at) const {
  const Bracket& top = open_.back();
  if (in_[at].kind != TokenKind::rbrace || surplus_ <= 0) return false;
  if (in_[at].first_on_line()) return column(in_[at]) > top.indent;
  if (top.indent >= indent_) return false;
  std::size_t next = at + 1;
  while (next < end_ && !in_[next].first_on_line()) ++next;
  if (kind(next) == TokenKind::end) return false;
  const std::uint32_t here = column(in_[next]);
  return here > top.indent || (here == top.indent && closes(in_[next].kind));
}

// A closing bracket without an opening one: that is put where it was probably forgotten, or the closing one
// is dropped.
void Mender::opener_missing(std::size_t at) {
  const Token& token = in_[at];
  if (token.kind == TokenKind::rbrace) --surplus_;
  const base::Span here = report_.span(token.begin, token.end);
  const std::size_t place = opener_place(token.kind);
  Report made = report_.report(here, unopened, spelled(token.kind));
  if (place == 0) {
    made.fix("remove it", base::Safe::yes, {{here, ""}});
    return;
  }
  const std::uint32_t before = out_[place - 1].end;
  const TokenKind opener = opening(token.kind);
  const std::string space = opener == TokenKind::lparen ? "" : " ";
  made.note(report_.span(before, out_[place].begin), "expected `" + std::string(spelled(opener)) + "` here");
  made.fix("write `" + std::string(spelled(opener)) + "`", base::Safe::no,
           {{report_.span(before, before), space + std::string(spelled(opener))}});
  insert_opener(place, opener);
  out_.push_back(token);
}

void Mender::insert_opener(std::size_t place, TokenKind kind) {
  const std::uint32_t end = out_[place - 1].end;
  out_.insert(out_.begin() + static_cast<std::ptrdiff_t>(place), Token{kind, Token::kVirtual, end, end});
}

// Where in out_ the opening bracket of a closing one was forgotten; 0 where nothing says so.
std::size_t Mender::opener_place(TokenKind closer) const {
  std::size_t depth = 0;
  const std::size_t first = std::max<std::size_t>(open_.empty() ? 1 : open_.back().index + 1, 1);
  for (std::size_t place = out_.size(); place-- > first;) {
    const TokenKind here = out_[place].kind;
    if (closes(here)) ++depth;
    if (opens(here) && depth-- == 0) return 0;
    if (depth > 0 || place + 1 >= out_.size()) continue;
    const TokenKind next = out_[place + 1].kind;
    const bool same_line = place >= line_;
    const bool before_list = here == TokenKind::eq || (here == TokenKind::ident && text(out_[place]) == "in");
    if (closer == TokenKind::rbrack && before_list) return place + 1;
    if (closer == TokenKind::rbrack && place == first && same_line &&
        out_[first - 1].kind == TokenKind::lparen)
      return first;
    if (closer == TokenKind::rparen && same_line && here == TokenKind::ident &&
        (next == TokenKind::ident || next == TokenKind::number || next == TokenKind::str_open)) {
      return place + 1;
    }
  }
  return closer == TokenKind::rbrace ? brace_place(std::max(line_, first)) : 0;
}

// On this line, after a word that is followed by a member: `limits max_trials = 10 }`.
std::size_t Mender::brace_place(std::size_t line) const {
  for (std::size_t i = line; i + 2 < out_.size(); ++i) {
    if (out_[i].kind != TokenKind::ident || out_[i + 1].kind != TokenKind::ident) continue;
    if (text(out_[i]) == "step") return 0;
    const TokenKind next = out_[i + 2].kind;
    if (next == TokenKind::eq || next == TokenKind::colon || next == TokenKind::lbrace) return i + 1;
  }
  return 0;
}

}  // namespace syntax
