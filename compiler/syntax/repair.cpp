// Works by declaration: those whose brackets match are copied. In the others a line that starts at or left of
// the line of an opening bracket ends it; `name =` at a line's start is in no [ or (; a deeper line under a
// header without { was in its braces; a closing bracket that closes something of another depth is one too
// many.
#include "syntax/repair.h"

#include <algorithm>

#include "syntax/mend.h"

namespace syntax {

namespace {

bool is_opener(TokenKind kind) {
  return kind == TokenKind::lbrace || kind == TokenKind::lbrack || kind == TokenKind::lparen ||
         kind == TokenKind::interp_open;
}

bool is_closer(TokenKind kind) {
  return kind == TokenKind::rbrace || kind == TokenKind::rbrack || kind == TokenKind::rparen ||
         kind == TokenKind::interp_close;
}

// A line at the left edge that looks like the head of a declaration.
bool starts_declaration(const std::vector<Token>& tokens, std::size_t at, const base::Source& source) {
  const Token& token = tokens[at];
  if (!token.first_on_line() || token.kind != TokenKind::ident || at + 1 >= tokens.size()) return false;
  if (source.position(token.begin).column != 1) return false;
  const TokenKind next = tokens[at + 1].kind;
  return next == TokenKind::ident || next == TokenKind::str_open || next == TokenKind::lbrace;
}

std::vector<std::size_t> declaration_starts(const std::vector<Token>& tokens, const base::Source& source) {
  std::vector<std::size_t> starts{0};
  for (std::size_t i = 1; i < tokens.size(); ++i) {
    if (starts_declaration(tokens, i, source)) starts.push_back(i);
  }
  starts.push_back(tokens.size());
  return starts;
}

// The first index in `starts` behind `from` up to which the brackets match: bodies may be written flush left.
std::size_t matching_end(const std::vector<Token>& tokens, const std::vector<std::size_t>& starts,
                         std::size_t from) {
  constexpr std::size_t kMost = 64;
  for (std::size_t to = from + 1; to < std::min(starts.size(), from + kMost); ++to) {
    if (brackets_match(tokens, starts[from], starts[to])) return to;
  }
  return from;
}

// Drops what stands deeper than kDeepest; a value stands in its place.
void cap_depth(std::vector<Token>& tokens, Reporter& reporter) {
  std::vector<Token> kept;
  std::uint32_t depth = 0;
  for (const Token& token : tokens) {
    if (is_opener(token.kind) && ++depth == kDeepest + 1) {
      reporter.report(reporter.span(token.begin, token.end), too_deep, kDeepest);
      if (token.kind != TokenKind::interp_open) {
        kept.push_back({TokenKind::missing, Token::kVirtual, token.begin, token.begin});
      }
    }
    if (depth <= kDeepest) kept.push_back(token);
    if (is_closer(token.kind)) --depth;
  }
  tokens = std::move(kept);
}

}  // namespace

bool brackets_match(const std::vector<Token>& tokens, std::size_t begin, std::size_t end) {
  std::vector<TokenKind> open;
  for (std::size_t i = begin; i < end; ++i) {
    const TokenKind kind = tokens[i].kind;
    if (is_opener(kind)) open.push_back(closing(kind));
    if (!is_closer(kind)) continue;
    if (open.empty() || open.back() != kind) return false;
    open.pop_back();
  }
  return open.empty();
}

void repair(std::vector<Token>& tokens, Reporter& reporter) {
  if (!brackets_match(tokens, 0, tokens.size())) {
    const std::vector<std::size_t> starts = declaration_starts(tokens, reporter.source());
    Mender mender(tokens, reporter);
    for (std::size_t i = 0; i + 1 < starts.size();) {
      const std::size_t end = matching_end(tokens, starts, i);
      if (end == i) {
        mender.mend(starts[i], starts[i + 1]);
        ++i;
      } else {
        mender.copy(starts[i], starts[end]);
        i = end;
      }
    }
    tokens = mender.take();
  }
  std::uint32_t depth = 0;
  for (const Token& token : tokens) {
    if (is_opener(token.kind) && ++depth > kDeepest) return cap_depth(tokens, reporter);
    if (is_closer(token.kind)) --depth;
  }
}

}  // namespace syntax
