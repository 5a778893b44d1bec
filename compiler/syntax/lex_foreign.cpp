// What other languages write: taken for what it stands for, and reported with what to write here.
#include <algorithm>
#include <array>
#include <string>

#include "syntax/lexer.h"

namespace syntax {

namespace {

// The content of a string in other quotes as a string of ours. `\'` stands for `'` there.
std::string requoted(std::string_view content) {
  std::string plain;
  for (std::size_t i = 0; i < content.size(); ++i) {
    if (content[i] == '\\' && i + 1 < content.size() && content[i + 1] == '\'') ++i;
    plain += content[i];
  }
  const bool special =
      plain.find_first_of("\\\"") != std::string::npos || plain.find("${") != std::string::npos;
  if (!special) return "\"" + plain + "\"";
  if (plain.find('"') == std::string::npos) return "r\"" + plain + "\"";
  std::string escaped = "\"";
  for (std::size_t i = 0; i < plain.size(); ++i) {
    if (plain[i] == '"' || plain[i] == '\\' || (plain[i] == '$' && plain.substr(i + 1).starts_with('{')))
      escaped += '\\';
    escaped += plain[i];
  }
  return escaped + "\"";
}

// What the service's name for something is called here; empty where there is no such name.
std::string own_name(std::string_view service) {
  const auto drop = [&](std::string_view prefix) {
    if (service.starts_with(prefix)) service.remove_prefix(prefix.size());
  };
  drop("parent.");
  drop("jobs.");
  if (service == "name" || service == "output_name" || service == "default_datastore") {
    return "run." + std::string(service);
  }
  constexpr std::string_view kSearchSpace = "search_space.";
  std::string name(service);
  if (service.starts_with(kSearchSpace)) name = "inputs." + std::string(service.substr(kSearchSpace.size()));
  const bool plain = std::ranges::all_of(name, [](char c) { return is_word(c) || c == '.' || c == '-'; });
  return plain && name.find('.') != std::string::npos ? name : std::string();
}

struct Quotes {
  std::string_view open;
  std::array<std::string_view, 3> close;
};
// ' and the typographic ones, which word processors put in their place.
constexpr Quotes kQuotes[] = {
    {"'", {"'", "'", "'"}},
    {"\xE2\x80\x9C", {"\xE2\x80\x9D", "\xE2\x80\x9C", "\""}},  // “ ” “ "
    {"\xE2\x80\x9D", {"\xE2\x80\x9D", "\xE2\x80\x9C", "\""}},
    {"\xE2\x80\x9E", {"\xE2\x80\x9C", "\xE2\x80\x9D", "\""}},  // „ “ ” "
    {"\xE2\x80\x98", {"\xE2\x80\x99", "\xE2\x80\x98", "'"}},   // ‘ ’ ‘ '
    {"\xE2\x80\x99", {"\xE2\x80\x99", "\xE2\x80\x98", "'"}},
};

}  // namespace

// A string in other quotes, on one line; false where none starts here, or it does not end.
bool Lexer::foreign_quotes() {
  const auto* quotes = std::ranges::find_if(kQuotes, [&](const Quotes& q) { return has(at_, q.open); });
  if (quotes == std::end(kQuotes)) return false;
  const std::uint32_t begin = at_;
  const auto content = begin + static_cast<std::uint32_t>(quotes->open.size());
  const std::uint32_t limit = line_end(begin);
  for (std::uint32_t close = content; close < limit; ++close) {
    if (text_[close] == '\\') ++close;
    const auto* found =
        std::ranges::find_if(quotes->close, [&](std::string_view q) { return has(close, q); });
    if (found == quotes->close.end()) continue;
    at_ = close + static_cast<std::uint32_t>(found->size());
    add(TokenKind::str_open, begin, content);
    if (close > content) add(TokenKind::str_text, content, close);
    add(TokenKind::str_close, close, at_);
    std::string ours = requoted(slice(content, close));
    report_.report(report_.span(begin, at_), syntax::foreign_quotes, quotes->open)
        .fix("write `" + ours + "`", base::Safe::yes, {{report_.span(begin, at_), ours}});
    return true;
  }
  return false;
}

// At a : inside of text without quotes where a value is: `azureml:NAME@latest`, `https://…`. It goes to the
// next blank, comma or closing bracket.
bool Lexer::unquoted_text() {
  if (!open_.empty() || tokens_.size() < 2) return false;
  const Token word = tokens_.back();
  const TokenKind before = tokens_[tokens_.size() - 2].kind;
  const bool value = before == TokenKind::eq || before == TokenKind::colon;
  if (!value || word.kind != TokenKind::ident || word.end != at_) return false;
  if (!is_word(at(at_ + 1)) && at(at_ + 1) != '/') return false;
  const std::uint32_t limit = line_end(at_);
  at_ = word.begin + static_cast<std::uint32_t>(std::min(slice(word.begin, limit).find_first_of(" \t,;])}\""),
                                                         static_cast<std::size_t>(limit - word.begin)));
  const std::string ours = "\"" + std::string(slice(word.begin, at_)) + "\"";
  report_.report(report_.span(word.begin, at_), syntax::unquoted_text, slice(word.begin, at_))
      .fix("put it in quotes", base::Safe::yes, {{report_.span(word.begin, at_), ours}});
  tokens_.back() = {TokenKind::str_open, static_cast<std::uint16_t>(word.flags | Token::kVirtual), word.begin,
                    word.begin};
  add(TokenKind::str_text, word.begin, at_);
  add(TokenKind::str_close, at_, at_, Token::kVirtual);
  return true;
}

bool Lexer::slash_comment() {
  const char next = at(at_ + 1);
  if (!open_.empty() || (next != '/' && next != '*')) return false;
  const std::uint32_t begin = at_;
  const std::uint32_t line = line_end(begin);
  if (next == '/') {
    at_ = line;
    report_.report(report_.span(begin, begin + 2), foreign_comment, "//")
        .fix("write `#`", base::Safe::yes, {{report_.span(begin, begin + 2), "#"}});
    return true;
  }
  const std::size_t close = text_.find("*/", begin + 2);
  at_ = close == std::string_view::npos ? size() : static_cast<std::uint32_t>(close) + 2;
  Report made = report_.report(report_.span(begin, begin + 2), foreign_comment, "/*");
  if (at_ <= line && slice(at_, line).find_first_not_of(" \t") == std::string_view::npos) {
    made.fix("write `#`", base::Safe::yes,
             {{report_.span(begin, begin + 2), "#"}, {report_.span(at_ - 2, at_), ""}});
  }
  return true;
}

// <<EOF … EOF, also with - or ~ and quotes: one raw text.
bool Lexer::here_document() {
  if (!open_.empty() || at(at_ + 1) != '<') return false;
  std::uint32_t name = at_ + 2;
  if (at(name) == '-' || at(name) == '~') ++name;
  const char quote = at(name) == '"' || at(name) == '\'' ? at(name++) : '\0';
  std::uint32_t end = name;
  while (is_word(at(end))) ++end;
  const std::string_view word = slice(name, end);
  if (quote != '\0' && at(end) == quote) ++end;
  const std::uint32_t line = line_end(at_);
  if (word.empty() || slice(end, line).find_first_not_of(" \t") != std::string_view::npos) return false;
  for (std::size_t next = text_.find('\n', line); next != std::string_view::npos;
       next = text_.find('\n', next + 1)) {
    const auto from = static_cast<std::uint32_t>(next + 1);
    const std::uint32_t to = line_end(from);
    const std::size_t first = text_.find_first_not_of(" \t", from);
    if (first >= to || text_.substr(first, to - first) != word) continue;
    const auto close = static_cast<std::uint32_t>(first);
    const bool certain = slice(end, close).find("\"\"\"") == std::string_view::npos;
    report_.report(report_.span(at_, end), foreign_text, slice(at_, end))
        .fix("write `r\"\"\"` and `\"\"\"`", certain ? base::Safe::yes : base::Safe::no,
             {{report_.span(at_, end), "r\"\"\""}, {report_.span(close, to), "\"\"\""}});
    add(TokenKind::raw, at_, to);
    at_ = to;
    return true;
  }
  return false;
}

// The service's ${{…}} at `begin`: an interpolation without a value. Gives the offset behind it, or `begin`
// where none is.
std::uint32_t Lexer::service_expression(std::uint32_t begin) {
  if (at(begin + 2) != '{') return begin;
  const std::size_t close = slice(begin, line_end(begin)).find("}}");
  if (close == std::string_view::npos) return begin;
  const std::uint32_t end = begin + static_cast<std::uint32_t>(close) + 2;
  std::string_view name = slice(begin + 3, end - 2);
  name.remove_prefix(std::min(name.find_first_not_of(' '), name.size()));
  name = name.substr(0, name.find_last_not_of(' ') + 1);
  Report made = report_.report(report_.span(begin, end), syntax::service_expression);
  if (std::string ours = own_name(name); !ours.empty()) {
    made.fix("write `${" + ours + "}`", base::Safe::yes, {{report_.span(begin, end), "${" + ours + "}"}});
  }
  add(TokenKind::interp_open, begin, begin + 3);
  add(TokenKind::missing, end - 2, end - 2, Token::kVirtual);
  add(TokenKind::interp_close, end - 2, end);
  return end;
}

void Lexer::foreign(std::uint32_t count, TokenKind kind, std::string_view ours) {
  const base::Span at = report_.span(at_, at_ + count);
  std::string text;
  if (at_ > 0 && is_word(text_[at_ - 1])) text += ' ';
  text += ours;
  if (is_letter(ours.front()) && !is_blank(this->at(at_ + count))) text += ' ';
  report_.report(at, foreign_word, slice(at_, at_ + count), ours)
      .fix("write `" + std::string(ours) + "`", base::Safe::yes, {{at, text}});
  take(kind, count);
}

// A character that starts nothing.
void Lexer::stray() {
  if (!open_.empty() && has(at_, "${")) {  // inside an interpolation: the one before is not closed
    close_interpolation("}");
    return end_interpolation();
  }
  report_.report(report_.span(at_, at_ + 1), stray_character, slice(at_, at_ + 1));
  ++at_;
}

}  // namespace syntax
