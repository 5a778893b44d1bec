// Code: everything outside of strings, and inside of ${…}.
#include "syntax/lex.h"

#include <algorithm>
#include <string>

#include "syntax/lexer.h"

namespace syntax {

std::vector<Token> lex(Reporter& reporter) { return Lexer(reporter).run(); }

std::vector<Token> Lexer::run() {
  tokens_.reserve(text_.size() / 5 + 16);
  if (text_.starts_with("\xEF\xBB\xBF")) at_ = 3;
  while (at_ < size()) code();
  if (!open_.empty()) unclosed_interpolations();
  add(TokenKind::end, size(), size());
  return std::move(tokens_);
}

void Lexer::add(TokenKind kind, std::uint32_t begin, std::uint32_t end, std::uint16_t flags) {
  if (line_start_) flags |= Token::kFirstOnLine;
  line_start_ = false;
  tokens_.push_back({kind, flags, begin, end});
}

void Lexer::take(TokenKind kind, std::uint32_t count) {
  add(kind, at_, at_ + count);
  at_ += count;
}

// One token, or a run of blanks, or a comment.
void Lexer::code() {
  const char c = text_[at_];
  if (is_blank(c)) {
    ++at_;
  } else if (c == '\n') {
    line_break();
  } else if (is_letter(c)) {
    word();
  } else if (is_digit(c)) {
    number();
  } else if (c == '"') {
    string();
  } else if (c == '{') {
    brace_open();
  } else if (c == '}') {
    brace_close();
  } else if (c == '#' && open_.empty()) {
    comment();
  } else if (!punctuation() && !foreign_quotes()) {
    if (is_high(c)) {
      word();
    } else {
      stray();
    }
  }
}

void Lexer::line_break() {
  if (!open_.empty()) {
    unclosed_interpolations();
    return;
  }
  ++at_;
  line_start_ = true;
}

void Lexer::comment() { at_ = line_end(at_); }

void Lexer::word() {
  const std::uint32_t begin = at_;
  bool foreign = false;
  for (;; ++at_) {
    const char c = at(at_);
    if (is_high(c)) {
      foreign = true;
    } else if (!is_word(c) && !(c == '-' && at_ > begin && is_word(at(at_ + 1)))) {
      break;
    }
  }
  if (at_ == begin + 1 && text_[begin] == 'r' && at(at_) == '"') return raw(begin);
  if (foreign) {
    const std::string_view name = slice(begin, at_);
    if (name == "\xC2\xA0") {  // a no-break space, pasted from a page
      report_.report(report_.span(begin, at_), stray_character, "no-break space")
          .fix("write a space", base::Safe::yes, {{report_.span(begin, at_), " "}});
      return;
    }
    report_.report(report_.span(begin, at_), name_characters, name);
  }
  add(TokenKind::ident, begin, at_);
}

// Digits with whatever is glued to them: number_of() says what it means.
void Lexer::number() {
  const std::uint32_t begin = at_;
  for (++at_;; ++at_) {
    const char c = at(at_);
    if (is_word(c)) continue;
    if (!is_digit(at(at_ + 1))) break;
    const char before = text_[at_ - 1];
    if (c != '.' && !((c == '+' || c == '-') && (before == 'e' || before == 'E'))) break;
  }
  add(TokenKind::number, begin, at_);
}

void Lexer::brace_open() {
  if (!open_.empty()) ++open_.back().braces;
  take(TokenKind::lbrace, 1);
}

void Lexer::brace_close() {
  if (open_.empty()) return take(TokenKind::rbrace, 1);
  if (open_.back().braces > 0) {
    --open_.back().braces;
    return take(TokenKind::rbrace, 1);
  }
  take(TokenKind::interp_close, 1);
  end_interpolation();
}

// Signs that may go on, or that other languages write.
bool Lexer::operator_sign(char next) {
  using enum TokenKind;
  const bool equals = next == '=';
  switch (text_[at_]) {
    case '/':
      if (!slash_comment()) take(slash, 1);
      return true;
    case '<':
      if (!here_document()) take(equals ? le : lt, equals ? 2 : 1);
      return true;
    case '>': take(equals ? ge : gt, equals ? 2 : 1); return true;
    case '=':
      if (equals && at(at_ + 2) == '=') {
        foreign(3, eqeq, "==");
      } else {
        take(equals ? eqeq : eq, equals ? 2 : 1);
      }
      return true;
    case '!':
      if (equals && at(at_ + 2) == '=') {
        foreign(3, ne, "!=");
      } else if (equals) {
        take(ne, 2);
      } else {
        foreign(1, not_, "not");
      }
      return true;
    case '&':
      if (next != '&') return false;
      foreign(2, and_, "and");
      return true;
    case '|':
      if (next != '|') return false;
      foreign(2, or_, "or");
      return true;
    default: return false;
  }
}

bool Lexer::punctuation() {
  using enum TokenKind;
  const char next = at(at_ + 1);
  switch (text_[at_]) {
    case '[': take(lbrack, 1); return true;
    case ']': take(rbrack, 1); return true;
    case '(': take(lparen, 1); return true;
    case ')': take(rparen, 1); return true;
    case ',': take(comma, 1); return true;
    case ';': take(comma, 1); return true;
    case ':':
      if (!unquoted_text()) take(colon, 1);
      return true;
    case '.': take(dot, 1); return true;
    case '+': take(plus, 1); return true;
    case '-': take(minus, 1); return true;
    case '*': take(star, 1); return true;
    case '%': take(percent, 1); return true;
    case '?': take(question, 1); return true;
    default: return operator_sign(next);
  }
}

}  // namespace syntax
