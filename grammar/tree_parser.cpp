// What the parser does with a token that does not fit: it reports it, and skips to where its rule can go on.
// Brackets match (the repair pass saw to it), so a closing one is always found.
#include "grammar/tree_parser.h"

#include "AmlParser.h"

namespace {

constexpr std::uint64_t bit(std::size_t kind) { return kind < 64 ? std::uint64_t{1} << kind : 0; }

template <typename... Kinds>
constexpr std::uint64_t set_of(Kinds... kinds) {
  return (bit(kinds) | ...);
}

using P = AmlParser;
constexpr std::uint64_t kOpeners = set_of(P::LBRACE, P::LBRACK, P::LPAREN, P::INTERP_OPEN, P::STR_OPEN);
constexpr std::uint64_t kClosers = set_of(P::RBRACE, P::RBRACK, P::RPAREN, P::INTERP_CLOSE, P::STR_CLOSE);
constexpr std::uint64_t kItems =
    set_of(P::DECL, P::EXISTING, P::PARAM, P::LET, P::SECRET, P::IMPORT, P::FOR, P::IF, P::ASSERT, P::RBRACE);
constexpr std::uint64_t kMembers = set_of(P::KEY, P::STEP, P::FOR, P::IF, P::RBRACE, P::COMMA);
constexpr std::uint64_t kNotIf = ~set_of(P::IF);  // an if that is skipped to may be one of an expression

}  // namespace

// Stops before one of `kinds` that is in no further bracket, before a closing bracket, or at the end.
void TreeParser::skip_to(std::uint64_t kinds) {
  for (std::size_t depth = 0;; _input->consume()) {
    const std::size_t kind = _input->LA(1);
    if (kind == antlr4::Token::EOF) return;
    if (depth == 0 && (bit(kind) & (kinds | kClosers)) != 0) return;
    if ((bit(kind) & kOpeners) != 0) ++depth;
    if ((bit(kind) & kClosers) != 0) --depth;
  }
}

void TreeParser::mismatch(std::size_t kind) {
  misplaced();
  if (kind == P::LBRACE) {
    skip_to(bit(kind) | ((kItems | kMembers) & kNotIf));
  } else if ((bit(kind) & kClosers) != 0) {
    skip_to(0);
  }
  if (_input->LA(1) == kind) consume();
}

// Called by the generated code before each decision. Only loops over items and members check anything.
void TreeParser::sync() {
  std::uint64_t allowed = 0;
  std::uint64_t resume = 0;
  switch (rules_.back()) {
    case P::RuleFile:
    case P::RuleItems:
      allowed = kItems;
      resume = kItems & kNotIf;
      break;
    case P::RuleBlock:
    case P::RuleMap:
      allowed = kMembers | set_of(P::IDENT, P::STR_OPEN);
      resume = kMembers & kNotIf;
      break;
    default: return;
  }
  const std::size_t kind = _input->LA(1);
  if (kind == antlr4::Token::EOF || (bit(kind) & allowed) != 0) return;
  misplaced();
  skip_to(resume);
}

// After a throw out of the rule entered last: if it is one in brackets, go on behind them.
void TreeParser::leave_brackets() {
  switch (rules_.back()) {
    case P::RuleList: return mismatch(P::RBRACK);
    case P::RuleMap:
    case P::RuleBlock:
    case P::RuleItems: return mismatch(P::RBRACE);
    case P::RuleParens: return mismatch(P::RPAREN);
    default: return;
  }
}
