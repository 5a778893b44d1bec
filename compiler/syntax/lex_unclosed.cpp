// Strings and interpolations that the text does not close: where they probably end, and what is said about
// it.
#include <algorithm>
#include <string>

#include "syntax/lexer.h"

namespace syntax {

// A string that has reached the end of its line. What closes brackets there is taken to be outside of it, if
// brackets are open on this line; and a quote with nothing else behind it to be the end of a string, not the
// start of one.
bool Lexer::unclosed_string(std::uint32_t quote, std::uint32_t begin) {
  const std::string_view rest = slice(begin, at_);
  std::size_t size = rest.find_last_not_of(" \t") + 1;
  const std::size_t tail = rest.find_last_not_of(" \t]}),{") + 1;
  if (tail < size && (bracket_open_on_line() || rest[size - 1] == '{')) size = tail;
  const bool certain = rest.substr(0, size).find_first_of("#,[](){}\"") == std::string_view::npos;
  at_ = begin + static_cast<std::uint32_t>(size);
  Report made = report_.report(report_.span(quote, at_), syntax::unclosed_string);
  if (size == 0 && tail < rest.size() && begin == quote + 1 && bracket_open_on_line()) {
    tokens_.pop_back();
    return false;
  }
  made.help("a string ends on its line; text of several lines stands in `\"\"\"`")
      .fix("close it", certain ? base::Safe::yes : base::Safe::no, {{report_.span(at_, at_), "\""}});
  return true;
}

bool Lexer::bracket_open_on_line() const {
  int depth = 0;
  for (std::size_t i = tokens_.size(); i-- > 0;) {
    const TokenKind kind = tokens_[i].kind;
    if (kind == TokenKind::lbrace || kind == TokenKind::lbrack || kind == TokenKind::lparen) ++depth;
    if (kind == TokenKind::rbrace || kind == TokenKind::rbrack || kind == TokenKind::rparen) --depth;
    if (depth > 0) return true;
    if (tokens_[i].first_on_line()) return false;
  }
  return false;
}

// A line of a file, not of a text: a closing bracket, or a word before = : { (or a header up to a {).
bool Lexer::looks_like_code(std::uint32_t line) const {
  std::string_view rest = slice(line, line_end(line));
  rest.remove_prefix(std::min(rest.find_first_not_of(" \t"), rest.size()));
  if (rest.empty()) return false;
  if (rest.front() == '}' || rest.front() == ']' || rest.front() == ')') return true;
  std::size_t word = 0;
  while (word < rest.size() && (is_word(rest[word]) || rest[word] == '-')) ++word;
  if (word == 0 || !is_letter(rest.front())) return false;
  rest.remove_prefix(word);
  rest.remove_prefix(std::min(rest.find_first_not_of(" \t"), rest.size()));
  if (rest.empty()) return false;
  return rest.front() == '=' || rest.front() == ':' || rest.front() == '{' || rest.ends_with('{');
}

// A string in single quotes of which a later line has the closing quote, and nothing else behind it: one
// mistake.
bool Lexer::goes_over_lines(std::uint32_t quote, std::uint32_t begin) {
  constexpr int kMostLines = 50;
  std::uint32_t line = at_;
  for (int count = 0; count < kMostLines && line < size(); ++count) {
    line = static_cast<std::uint32_t>(std::min(text_.find('\n', line), text_.size() - 1)) + 1;
    if (looks_like_code(line)) return false;
    const std::uint32_t end = line_end(line);
    const std::size_t close = slice(line, end).find('"');
    if (close == std::string_view::npos) continue;
    const auto after = line + static_cast<std::uint32_t>(close) + 1;
    if (slice(after, end).find_first_not_of(" \t)]},") != std::string_view::npos) return false;
    report_.report(report_.span(quote, line_end(quote)), string_over_lines)
        .help("write `\"\"\"` and a line break before it, and `\"\"\"` on a line of its own after it");
    if (after - 1 > begin) add(TokenKind::str_text, begin, after - 1);
    add(TokenKind::str_close, after - 1, after);
    at_ = after;
    return true;
  }
  return false;
}

// A string inside an interpolation that does not end: then its quote was the end of the outer string, and the
// } is what is missing. Read again from there, once a line.
bool Lexer::closes_outer(std::uint32_t quote) {
  const std::uint32_t end = line_end(quote);
  if (mended_line_ == end) return false;
  mended_line_ = end;
  while (tokens_.back().begin >= quote) tokens_.pop_back();
  close_interpolation("}");
  end_interpolation();
  return true;
}

// A virtual } after the last token, where the string goes on.
void Lexer::close_interpolation(std::string_view missing) {
  const std::uint32_t end = tokens_.back().end;
  const std::uint32_t interp = open_.back().interp;
  report_.report(report_.span(interp, interp + 2), unclosed_interpolation)
      .fix("close it", base::Safe::yes, {{report_.span(end, end), std::string(missing)}});
  add(TokenKind::interp_close, end, end, Token::kVirtual);
  at_ = end;
}

// At the end of a line: all interpolations end here, and with them their strings, but for """.
void Lexer::unclosed_interpolations() {
  const std::uint32_t line = at_;
  while (!open_.empty()) {
    const Open outer = open_.back();
    close_interpolation(outer.triple ? "}" : "}\"");
    if (outer.triple) return end_interpolation();
    open_.pop_back();
    add(TokenKind::str_close, at_, at_, Token::kVirtual);
  }
  at_ = line;
}

// Whether these quotes are not the end of a text but the start of the next one: `NAME = """`.
bool Lexer::opens_another_text(std::uint32_t quotes) const {
  const std::size_t before = text_.rfind('\n', quotes);
  const std::size_t line = before == std::string_view::npos ? 0 : before + 1;
  std::string_view head = text_.substr(line, quotes - line);
  if (head.ends_with('r')) head.remove_suffix(1);
  head = head.substr(0, head.find_last_not_of(" \t") + 1);
  if (!head.ends_with('=') || !looks_like_code(static_cast<std::uint32_t>(line))) return false;
  return slice(quotes + 3, line_end(quotes)).find_first_not_of(" \t") == std::string_view::npos;
}

// Quotes alone on their line where no value can start: they end a text whose opening quotes are missing
// behind the last line that ended with `=`. What was read since then is its text.
bool Lexer::text_without_opening() {
  const bool alone = slice(at_ + 3, line_end(at_)).find_first_not_of(" \t)]},") == std::string_view::npos;
  if (!line_start_ || !alone || tokens_.empty() || tokens_.back().kind == TokenKind::eq) return false;
  std::size_t equals = tokens_.size() - 1;
  while (equals > 0 && !(tokens_[equals].kind == TokenKind::eq && tokens_[equals + 1].first_on_line())) {
    if (tokens_[equals].kind == TokenKind::eq && tokens_[equals - 1].first_on_line()) return false;
    --equals;
  }
  if (equals == 0) return false;
  const std::uint32_t begin = tokens_[equals].end;
  tokens_.resize(equals + 1);
  report_.withdraw(begin, at_);
  report_.report(report_.span(at_, at_ + 3), unopened_text)
      .note(report_.span(tokens_.back().begin, begin), "expected `\"\"\"` behind this `=`")
      .fix("write `\"\"\"`", base::Safe::no, {{report_.span(begin, begin), " \"\"\""}});
  line_start_ = false;
  add(TokenKind::str_open, begin, begin, Token::kVirtual);
  add(TokenKind::str_text, begin, at_);
  take(TokenKind::str_close, 3);
  return true;
}

// Where a text in """ ends that is not closed: before the first line of code that is not indented more than
// the line of its quotes, else at the end of the file.
std::uint32_t Lexer::unclosed_text(std::uint32_t quote, std::uint32_t size_of_quotes) {
  const std::size_t before = text_.rfind('\n', quote);
  const std::size_t own = before == std::string_view::npos ? 0 : before + 1;
  const std::size_t indent = text_.find_first_not_of(" \t", own) - own;
  std::size_t line = text_.find('\n', quote);
  for (; line != std::string_view::npos; line = text_.find('\n', line + 1)) {
    const std::size_t first = text_.find_first_not_of(" \t", line + 1);
    if (first == std::string_view::npos || first - line - 1 > indent) continue;
    if (looks_like_code(static_cast<std::uint32_t>(line + 1))) break;
  }
  const std::size_t last =
      text_.find_last_not_of(" \t\r\n", line == std::string_view::npos ? line : line - 1);
  const std::uint32_t end = std::max(static_cast<std::uint32_t>(last) + 1, quote + size_of_quotes);
  Report made = report_.report(report_.span(quote, quote + size_of_quotes), syntax::unclosed_string);
  if (line != std::string_view::npos) {
    const auto outside = static_cast<std::uint32_t>(line + 1);
    made.note(report_.span(outside, line_end(outside)), "expected `\"\"\"` before this line");
  }
  made.fix("close it", base::Safe::no,
           {{report_.span(end, end), "\n" + std::string(indent, ' ') + "\"\"\""}});
  return end;
}

}  // namespace syntax
