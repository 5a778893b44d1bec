// The tree has operands and operators as a flat list, since a grammar with precedence cannot be LL(1); the
// ranks of syntax::rank give it its structure here.

#include "surface/diagnostics.h"
#include "surface/lowering.h"

namespace surface {

using syntax::Cursor;
using syntax::NodeKind;
using syntax::TokenKind;

// A prefix operator, a primary, or a binary operator, in the order written.
struct Lowering::Operand {
  enum class Role : std::uint8_t { prefix, primary, binary } role;
  TokenKind op = TokenKind::end;
  Span at;
  Cursor node;
};

namespace {

Operator meaning(TokenKind token, bool prefix) {
  switch (token) {
    case TokenKind::or_: return Operator::or_;
    case TokenKind::and_: return Operator::and_;
    case TokenKind::not_: return Operator::not_;
    case TokenKind::eqeq: return Operator::eq;
    case TokenKind::ne: return Operator::ne;
    case TokenKind::lt: return Operator::lt;
    case TokenKind::le: return Operator::le;
    case TokenKind::gt: return Operator::gt;
    case TokenKind::ge: return Operator::ge;
    case TokenKind::plus: return Operator::add;
    case TokenKind::minus: return prefix ? Operator::neg : Operator::sub;
    case TokenKind::star: return Operator::mul;
    case TokenKind::slash: return Operator::div;
    case TokenKind::percent: return Operator::rem;
    default: return Operator::none;
  }
}

}  // namespace

ExprId Lowering::binary(Cursor node) {
  std::vector<Operand> list;
  const auto add_operand = [&](Cursor one) {
    if (one.is(NodeKind::operand)) {
      const std::uint32_t end = one.child(0) ? one.child(0).first_token() : one.end_token();
      for (std::uint32_t i = one.first_token(); i < end; ++i) {
        const syntax::Token& token = tree_.tokens[i];
        if (token.kind == TokenKind::minus || token.kind == TokenKind::not_) {
          list.push_back({Operand::Role::prefix, token.kind, tree_.span(token), {}});
        }
      }
    }
    list.push_back({Operand::Role::primary, TokenKind::end, one.span(), one});
  };
  if (node.is(NodeKind::operand)) {
    add_operand(node);
  } else {
    for (const Cursor child : node.children()) {
      if (child.is(NodeKind::operator_)) {
        list.push_back({Operand::Role::binary, tree_.tokens[child.first_token()].kind, child.span(), {}});
      } else {
        add_operand(child);
      }
    }
  }
  std::size_t at = 0;
  return climb(list, at, 0);
}

ExprId Lowering::prefixed(const std::vector<Operand>& list, std::size_t& at) {
  if (at >= list.size()) return add({});
  const Operand& one = list[at++];
  if (one.role != Operand::Role::prefix) return operand(one.node);
  const ExprId inner = climb(list, at, syntax::rank(one.op, true) + (one.op == TokenKind::not_ ? 1 : 0));
  const Span all = base::cover(one.at, (*out_)[inner].at);
  return add({.kind = ExprKind::unary, .op = meaning(one.op, true), .at = all, .op_at = one.at}, {inner});
}

// The longest expression from `at` whose binary operators all have at least the rank `floor`.
ExprId Lowering::climb(const std::vector<Operand>& list, std::size_t& at, int floor) {
  ExprId left = prefixed(list, at);
  bool compared = false;
  while (at < list.size() && list[at].role == Operand::Role::binary) {
    const Operand op = list[at];
    const int rank = syntax::rank(op.op, false);
    if (rank < floor) break;
    const bool chained = rank == syntax::kComparison && compared;
    if (chained) {
      diagnostics_.report(op.at, chained_comparison)
          .with_help("join two comparisons with `and`: `a < b and b < c`");
    }
    compared = rank == syntax::kComparison;
    ++at;
    const ExprId right = climb(list, at, rank + 1);
    const Span all = base::cover((*out_)[left].at, (*out_)[right].at);
    // A chain means nothing, and has been reported.
    if (chained) {
      left = add({.at = all});
      continue;
    }
    left = add({.kind = ExprKind::binary, .op = meaning(op.op, false), .at = all, .op_at = op.at},
               {left, right});
  }
  return left;
}

}  // namespace surface
