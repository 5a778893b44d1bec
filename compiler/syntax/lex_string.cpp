// Strings, up to where the text closes them.
#include <algorithm>
#include <string>

#include "syntax/lexer.h"

namespace syntax {

// The offset of the line break (LF or CRLF) at or after `from`, or the size.
std::uint32_t Lexer::line_end(std::uint32_t from) const {
  const std::size_t found = text_.find('\n', from);
  auto end = static_cast<std::uint32_t>(found == std::string_view::npos ? text_.size() : found);
  if (end > from && text_[end - 1] == '\r') --end;
  return end;
}

void Lexer::string() {
  const std::uint32_t quote = at_;
  const bool triple = open_.empty() && has(at_, "\"\"\"");
  if (triple && text_without_opening()) return;
  take(TokenKind::str_open, triple ? 3 : 1);
  string_rest(triple, quote);
}

// From inside a string to its end, or into its next ${.
void Lexer::string_rest(bool triple, std::uint32_t quote) {
  std::uint32_t begin = at_;
  const auto text = [&] {
    if (at_ > begin) add(TokenKind::str_text, begin, at_);
  };
  const std::uint32_t limit = triple ? size() : line_end(at_);
  while (at_ < limit) {
    const char c = text_[at_];
    if (c == '"' && (!triple || has(at_, "\"\"\""))) {
      if (triple && opens_another_text(at_)) break;
      text();
      return take(TokenKind::str_close, triple ? 3 : 1);
    }
    if (c == '$' && at(at_ + 1) == '{') {
      text();
      begin = service_expression(at_);
      if (begin == at_) {
        take(TokenKind::interp_open, 2);
        open_.push_back({triple, quote, at_ - 2, 0});
        return;
      }
      at_ = begin;
    } else {
      at_ += c == '\\' && at_ + 1 < limit ? 2 : 1;
    }
  }
  if (!triple && !open_.empty() && closes_outer(quote)) return;
  if (!triple && open_.empty() && goes_over_lines(quote, begin)) return;
  if (triple) at_ = std::max(begin, unclosed_text(quote, 3));
  if (!triple && !unclosed_string(quote, begin)) return;
  text();
  add(TokenKind::str_close, at_, at_, Token::kVirtual);
}

// Behind the } of an interpolation: its string goes on.
void Lexer::end_interpolation() {
  const Open outer = open_.back();
  open_.pop_back();
  string_rest(outer.triple, outer.quote);
}

// From the r to the closing quotes.
void Lexer::raw(std::uint32_t begin) {
  const bool triple = open_.empty() && has(at_, "\"\"\"");
  const std::uint32_t quotes = triple ? 3 : 1;
  const std::uint32_t limit = triple ? size() : line_end(at_);
  const std::size_t close = text_.substr(0, limit).find(triple ? "\"\"\"" : "\"", at_ + quotes);
  if (close != std::string_view::npos && !(triple && opens_another_text(static_cast<std::uint32_t>(close)))) {
    at_ = static_cast<std::uint32_t>(close) + quotes;
  } else if (triple) {
    at_ = unclosed_text(begin, 4);
  } else {
    const std::uint32_t content = at_ + 1;
    at_ = limit;
    add(TokenKind::raw, begin, limit);
    if (!unclosed_string(begin, content)) return;
    tokens_.back().end = at_;
    return;
  }
  add(TokenKind::raw, begin, at_);
}

}  // namespace syntax
