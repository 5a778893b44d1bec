#include "syntax/tree.h"

namespace syntax {

Cursor Tree::root() const { return {*this, 0}; }

base::Span Cursor::span() const {
  if (!tree_) return {};
  const Node& n = node();
  const Token& first = tree_->tokens[n.first_token];
  if (n.first_token == n.end_token) return {tree_->file, first.begin, first.begin};
  return {tree_->file, first.begin, tree_->tokens[n.end_token - 1].end};
}

std::string_view Cursor::text() const {
  const base::Span at = span();
  return tree_ ? tree_->source->text().substr(at.begin, at.size()) : std::string_view();
}

Cursor::Children Cursor::children() const {
  if (!tree_) return {{}, {}};
  return {{tree_, index_ + 1}, {tree_, node().subtree_end}};
}

std::uint32_t Cursor::child_count() const {
  std::uint32_t count = 0;
  for ([[maybe_unused]] const Cursor one : children()) ++count;
  return count;
}

Cursor Cursor::child(std::uint32_t position) const {
  for (const Cursor one : children()) {
    if (position-- == 0) return one;
  }
  return {};
}

Cursor Cursor::child(NodeKind kind) const {
  for (const Cursor one : children()) {
    if (one.kind() == kind) return one;
  }
  return {};
}

Cursor Cursor::expression(std::uint32_t position) const {
  for (const Cursor one : children()) {
    if (one.is_expression() && position-- == 0) return one;
  }
  return {};
}

const Token* Cursor::token(TokenKind kind) const {
  if (!tree_) return nullptr;
  std::uint32_t at = node().first_token;
  const auto search = [&](std::uint32_t end) -> const Token* {
    for (; at < end; ++at) {
      if (tree_->tokens[at].kind == kind) return &tree_->tokens[at];
    }
    return nullptr;
  };
  for (const Cursor one : children()) {
    if (const Token* found = search(one.first_token())) return found;
    at = one.end_token();
  }
  return search(node().end_token);
}

int rank(TokenKind kind, bool prefix) {
  switch (kind) {
    case TokenKind::or_: return 1;
    case TokenKind::and_: return 2;
    case TokenKind::not_: return 3;
    case TokenKind::eqeq:
    case TokenKind::ne:
    case TokenKind::lt:
    case TokenKind::le:
    case TokenKind::gt:
    case TokenKind::ge: return kComparison;
    case TokenKind::plus: return 5;
    case TokenKind::minus: return prefix ? 7 : 5;
    case TokenKind::star:
    case TokenKind::slash:
    case TokenKind::percent: return 6;
    default: return 0;
  }
}

}  // namespace syntax
