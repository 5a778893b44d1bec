#include <type_traits>
#include <utility>

#include "surface/lowering.h"
#include "syntax/literals.h"

namespace surface {

using syntax::Cursor;
using syntax::NodeKind;
using syntax::TokenKind;

ExprId Lowering::add(Expr expr, const std::vector<ExprId>& children) {
  expr.first = static_cast<std::uint32_t>(out_->children.size());
  expr.count = static_cast<std::uint32_t>(children.size());
  out_->children.insert(out_->children.end(), children.begin(), children.end());
  out_->exprs.push_back(expr);
  return static_cast<ExprId>(out_->exprs.size() - 1);
}

ExprId Lowering::element(Cursor node) {
  const ExprId id = expression(node);
  return unread(node) ? add({.kind = ExprKind::missing, .at = node.span()}) : id;
}

ExprId Lowering::value(Cursor node) {
  const bool of_parts = node.is(NodeKind::list) || node.is(NodeKind::map);
  const Span at = node.span();
  const bool one_line = tree_.source->position(at.begin).line == tree_.source->position(at.end).line;
  return of_parts && !one_line ? expression(node) : element(node);
}

ExprId Lowering::expression(Cursor node) {
  const auto simple = [&](ExprKind kind) { return Expr{.kind = kind, .at = node.span()}; };
  std::vector<ExprId> children;
  switch (node.kind()) {
    case NodeKind::reference: {
      Expr out = simple(ExprKind::name);
      out.text = node.text();
      return add(out);
    }
    case NodeKind::literal: {
      const syntax::Literal what = syntax::literal_of(node);
      Expr out = simple(what == syntax::Literal::none ? ExprKind::none : ExprKind::boolean);
      out.number = std::int64_t{what == syntax::Literal::true_};
      return add(out);
    }
    case NodeKind::number: return number(node);
    case NodeKind::raw:
    case NodeKind::string: return string(node);
    case NodeKind::parens: return expression(node.expression());
    case NodeKind::operand:
    case NodeKind::binary: return binary(node);
    case NodeKind::if_expr:
    case NodeKind::list:
      for (const Cursor child : node.children()) children.push_back(element(child));
      return add(simple(node.is(NodeKind::list) ? ExprKind::list : ExprKind::conditional), children);
    case NodeKind::list_for: return each(node, ExprKind::list_for);
    case NodeKind::map_for: return each(node, ExprKind::map_for);
    case NodeKind::map: {
      Expr out = simple(ExprKind::map);
      out.body = body(node);
      return add(out);
    }
    default: return add(simple(ExprKind::missing));
  }
}

ExprId Lowering::string(Cursor node) {
  Expr out{.kind = ExprKind::string, .raw = node.is(NodeKind::raw), .at = node.span()};
  const std::vector<syntax::Piece> pieces = syntax::text_of(node, reports(node));
  if (pieces.empty()) return add(out);
  if (const auto* text = std::get_if<std::string>(&pieces.front().value); text && pieces.size() == 1) {
    out.text = out_->texts.copy(*text);
    return add(out);
  }
  std::vector<ExprId> children;
  for (const syntax::Piece& piece : pieces) {
    if (const auto* text = std::get_if<std::string>(&piece.value)) {
      children.push_back(add({.kind = ExprKind::string, .at = piece.at, .text = out_->texts.copy(*text)}));
    } else {
      children.push_back(expression(std::get<Cursor>(piece.value)));
    }
  }
  out.kind = ExprKind::text;
  return add(out, children);
}

ExprId Lowering::number(Cursor node) {
  Expr out{.kind = ExprKind::number, .at = node.span()};
  const syntax::Number value = syntax::number_of(node, reports(node));
  std::visit(
      [&](const auto& one) {
        using T = std::decay_t<decltype(one)>;
        if constexpr (std::is_same_v<T, std::monostate>) out.kind = ExprKind::missing;
        if constexpr (std::is_same_v<T, syntax::Integer>) out.number = one.value;
        if constexpr (std::is_same_v<T, syntax::Real>) out.number = one.value;
        if constexpr (std::is_same_v<T, syntax::DurationLiteral>) {
          std::int64_t milliseconds = 0;
          const bool over = __builtin_mul_overflow(one.seconds, std::int64_t{1000}, &milliseconds);
          out.number = base::Duration{over ? std::numeric_limits<std::int64_t>::max() : milliseconds};
        }
        if constexpr (std::is_same_v<T, syntax::SizeLiteral>) out.number = base::Size{one.bytes};
      },
      value);
  return add(out);
}

// What an operand is without its prefix: a primary with its suffixes.
ExprId Lowering::operand(Cursor node) {
  if (!node.is(NodeKind::operand)) return expression(node);
  ExprId subject = 0;
  for (const Cursor child : node.children()) {
    subject = subject == 0 ? expression(child) : suffix(subject, child);
  }
  return subject;
}

ExprId Lowering::suffix(ExprId subject, Cursor node) {
  Expr out{.at = base::cover((*out_)[subject].at, node.span())};
  std::vector<ExprId> children{subject};
  switch (node.kind()) {
    case NodeKind::member:
      out.kind = ExprKind::member;
      if (const syntax::Token* token = node.token(TokenKind::ident)) {
        out.text = tree_.text(*token);
        out.op_at = tree_.span(*token);
      }
      return add(out, children);
    case NodeKind::index:
      out.kind = ExprKind::index;
      out.op_at = node.span();
      children.push_back(node.child_count() > 0 ? expression(node.child(0)) : add({.at = node.span()}));
      return add(out, children);
    default: break;
  }
  // Only a name can be called: there are no functions among the values.
  const Expr callee = (*out_)[subject];
  if (callee.kind == ExprKind::name) {
    children.clear();
    out.text = callee.text;
  }
  out.kind = ExprKind::call;
  out.op_at = callee.at;
  for (const Cursor child : node.children()) children.push_back(expression(child));
  return add(out, children);
}

ExprId Lowering::each(Cursor node, ExprKind kind) {
  Expr out{.kind = kind, .at = node.span()};
  const Cursor head = node.child(NodeKind::each);
  out.clause = clause(head.child(NodeKind::names));
  std::vector<ExprId> children{expression(head.expression())};
  const Cursor filter = head.expression(1);
  children.push_back(filter ? expression(filter) : 0);
  bool first = true;
  for (const Cursor child : node.children()) {
    if (!first) children.push_back(expression(child));
    first = false;
  }
  return add(out, children);
}

}  // namespace surface
