#include "formats/shell_scan.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "formats/characters.h"

namespace formats {
namespace {

// Longest first, so that the first that fits is the operator.
constexpr std::array<std::string_view, 20> kOperators = {"<<<", "<<-", "&>>", ";;", "&&", "||", "|&",
                                                         "&>",  "<<",  ">>",  "<&", ">&", "<>", ">|",
                                                         ";",   "&",   "|",   "<",  ">",  "("};

constexpr bool ends_word(char c) {
  return is_space(c) || c == ';' || c == '&' || c == '|' || c == '<' || c == '>' || c == '(' || c == ')';
}

// NAME of what stands between the braces of `${NAME:-default}`, `${#NAME}`, `${NAME%.*}`.
std::string_view braced_name(std::string_view inner) {
  if (inner.size() > 1 && (inner.front() == '#' || inner.front() == '!')) inner.remove_prefix(1);
  std::size_t end = 0;
  while (end < inner.size() && is_word(inner[end])) ++end;
  return inner.substr(0, end);
}

}  // namespace

void ShellScanner::fault(ShellFault::Kind kind, std::size_t begin, std::size_t size, std::string what) {
  faults.push_back({kind, range(begin, std::min(begin + size, end_)), std::move(what)});
}

void ShellScanner::skip_blanks_and_comments() {
  while (at_ < end_) {
    if (text_[at_] == '\\' && peek(1) == '\n') {
      at_ += 2;
    } else if (text_[at_] == '\\' && peek(1) == '\r' && peek(2) == '\n') {
      at_ += 3;
    } else if (is_blank(text_[at_]) || text_[at_] == '\r') {
      ++at_;
    } else if (text_[at_] == '#') {
      const std::size_t begin = at_;
      at_ = std::min(text_.find('\n', at_), end_);
      comments.push_back(range(begin, at_));
    } else {
      return;
    }
  }
}

void ShellScanner::skip_heredocs() {
  for (const std::string& name : heredocs_) {
    while (at_ < end_) {
      const std::size_t newline = std::min(text_.find('\n', at_), end_);
      const std::string_view line = trimmed(text_.substr(at_, newline - at_));
      at_ = std::min(newline + 1, end_);
      if (line == name) break;
    }
  }
  heredocs_.clear();
}

ShellToken ShellScanner::next() {
  skip_blanks_and_comments();
  ShellToken token;
  token.at = range(at_, at_);
  if (at_ >= end_) return token;
  if (text_[at_] == '\n') {
    token.kind = ShellToken::Kind::newline;
    token.op = "\n";
    token.at = range(at_, at_ + 1);
    ++at_;
    skip_heredocs();
    return token;
  }
  if (ends_word(text_[at_])) return read_operator();
  const std::size_t begin = at_;
  while (at_ < end_ && is_digit(text_[at_])) ++at_;
  if (at_ > begin && (peek() == '<' || peek() == '>')) {
    token = read_operator();
    token.at.begin = static_cast<std::uint32_t>(begin);
    token.op = std::string(text_at(text_, token.at));
    return token;
  }
  at_ = begin;
  token.kind = ShellToken::Kind::word;
  token.word = read_word();
  token.at = token.word.at;
  return token;
}

ShellToken ShellScanner::read_operator() {
  ShellToken token;
  token.kind = ShellToken::Kind::op;
  const std::string_view rest = text_.substr(at_, end_ - at_);
  const auto found =
      std::find_if(kOperators.begin(), kOperators.end(), [&](auto op) { return rest.starts_with(op); });
  token.op = found == kOperators.end() ? std::string(1, text_[at_]) : std::string(*found);
  token.at = range(at_, at_ + token.op.size());
  at_ += token.op.size();
  return token;
}

ShellWord ShellScanner::read_word() {
  ShellWord word;
  const std::size_t begin = at_;
  while (at_ < end_ && !ends_word(text_[at_])) read_piece(word);
  word.at = range(begin, at_);
  word.text = text_.substr(begin, at_ - begin);
  return word;
}

void ShellScanner::read_piece(ShellWord& word) {
  switch (text_[at_]) {
    case '\\':
      if (peek(1) == '\n') {
        at_ += 2;
        return;
      }
      word.quoted = true;
      if (at_ + 1 < end_) word.plain += text_[at_ + 1];
      at_ = std::min(at_ + 2, end_);
      return;
    case '\'': return read_single_quotes(word);
    case '"': return read_double_quotes(word);
    case '$': return read_dollar(word, Quoting::none);
    case '`': return read_back_quotes(word, Quoting::none);
    default: word.plain += text_[at_++];
  }
}

void ShellScanner::read_single_quotes(ShellWord& word) {
  const std::size_t close = text_.find('\'', at_ + 1);
  word.quoted = true;
  const bool open = close == std::string_view::npos || close >= end_;
  if (open) fault(ShellFault::Kind::unclosed_quote, at_, 1, "this `'` is never closed");
  const std::size_t stop = open ? end_ : close;
  const std::string_view inner = text_.substr(at_ + 1, stop - at_ - 1);
  // The service fills in its placeholders before the shell sees the text, in single quotes too.
  for (std::size_t i = inner.find("${{"); i != std::string_view::npos; i = inner.find("${{", i + 3)) {
    const std::size_t done = inner.find("}}", i);
    if (done == std::string_view::npos) break;
    const std::size_t from = at_ + 1 + i;
    word.expansions.push_back({Expansion::Kind::placeholder,
                               std::string(trimmed(inner.substr(i + 3, done - i - 3))),
                               range(from, from + done + 2 - i), Quoting::single_quotes});
  }
  word.plain += inner;
  at_ = std::min(stop + 1, end_);
}

void ShellScanner::read_double_quotes(ShellWord& word) {
  const std::size_t begin = at_++;
  word.quoted = true;
  while (at_ < end_ && text_[at_] != '"') {
    const char c = text_[at_];
    if (c == '\\' && at_ + 1 < end_) {
      const char escaped = text_[at_ + 1];
      if (std::string_view("$`\"\\\n").find(escaped) == std::string_view::npos) word.plain += c;
      if (escaped != '\n') word.plain += escaped;
      at_ += 2;
    } else if (c == '$') {
      read_dollar(word, Quoting::double_quotes);
    } else if (c == '`') {
      read_back_quotes(word, Quoting::double_quotes);
    } else {
      word.plain += c;
      ++at_;
    }
  }
  if (at_ >= end_) fault(ShellFault::Kind::unclosed_quote, begin, 1, "this `\"` is never closed");
  at_ = std::min(at_ + 1, end_);
}

void ShellScanner::add_expansion(ShellWord& word, Expansion::Kind kind, std::size_t end, std::string name,
                                 Quoting quoting) {
  word.expansions.push_back({kind, std::move(name), range(at_, end), quoting});
  word.plain += text_.substr(at_, end - at_);
  at_ = end;
}

void ShellScanner::read_dollar(ShellWord& word, Quoting quoting) {
  const std::string_view rest = text_.substr(at_, end_ - at_);
  if (rest.starts_with("${{")) {
    if (const auto done = rest.find("}}"); done != std::string_view::npos) {
      return add_expansion(word, Expansion::Kind::placeholder, at_ + done + 2,
                           std::string(trimmed(rest.substr(3, done - 3))), quoting);
    }
  }
  if (rest.starts_with("${") || rest.starts_with("$(")) {
    const bool command = rest[1] == '(', arithmetic = rest.starts_with("$((");
    const std::size_t end = closing(at_ + 1, rest[1], command ? ')' : '}');
    if (text_[end - 1] != (command ? ')' : '}') || end == at_ + 2) {
      fault(ShellFault::Kind::unclosed_substitution, at_, 2,
            fmt::format("this `{}` is never closed", rest.substr(0, 2)));
    } else if (command && !arithmetic) {
      substitutions.push_back(range(at_ + 2, end - 1));
    }
    const std::string_view inner = text_.substr(at_ + 2, end - at_ - 2);
    const bool closed = inner.ends_with(command ? ')' : '}');
    const std::string name(command ? inner.substr(0, inner.size() - (closed ? 1 : 0)) : braced_name(inner));
    const auto kind = arithmetic ? Expansion::Kind::arithmetic
                      : command  ? Expansion::Kind::command
                                 : Expansion::Kind::variable;
    return add_expansion(word, kind, end, name, quoting);
  }
  std::size_t size = 1;
  if (rest.size() > 1 && (is_alpha(rest[1]) || rest[1] == '_')) {
    while (size < rest.size() && is_word(rest[size])) ++size;
  } else if (rest.size() > 1 &&
             (is_digit(rest[1]) || std::string_view("@*#?$!-").find(rest[1]) != std::string_view::npos)) {
    size = 2;
  }
  if (size > 1)
    return add_expansion(word, Expansion::Kind::variable, at_ + size, std::string(rest.substr(1, size - 1)),
                         quoting);
  word.plain += '$';
  ++at_;
}

void ShellScanner::read_back_quotes(ShellWord& word, Quoting quoting) {
  std::size_t end = at_ + 1;
  while (end < end_ && text_[end] != '`') end += text_[end] == '\\' ? 2 : 1;
  if (end >= end_) {
    fault(ShellFault::Kind::unclosed_substitution, at_, 1, "this back quote is never closed");
    end = end_;
  } else {
    substitutions.push_back(range(at_ + 1, end));
    ++end;
  }
  add_expansion(word, Expansion::Kind::command, std::min(end, end_), "", quoting);
}

std::size_t ShellScanner::closing(std::size_t from, char open, char close) const {
  std::size_t depth = 0;
  for (std::size_t i = from; i < end_; ++i) {
    const char c = text_[i];
    if (c == '\\') {
      ++i;
    } else if (c == '\'' || c == '"') {
      std::size_t quote = i + 1;
      while (quote < end_ && text_[quote] != c) quote += c == '"' && text_[quote] == '\\' ? 2 : 1;
      i = quote;
    } else if (c == open) {
      ++depth;
    } else if (c == close && --depth == 0) {
      return i + 1;
    }
  }
  return end_;
}

}  // namespace formats
