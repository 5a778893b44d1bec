#include "sema/operators.h"

#include <algorithm>

#include "sema/arithmetic.h"
#include "sema/evaluate.h"

namespace sema {

using surface::Expr;
using surface::Operator;

std::string_view spelled(Operator op) {
  static constexpr std::string_view kSpelled[] = {
      "", "or", "and", "not", "==", "!=", "<", "<=", ">", ">=", "+", "-", "*", "/", "%", "-"};
  return kSpelled[static_cast<std::size_t>(op)];
}

bool report_deferred(Session& session, const Value& value, Span at) {
  const Deferred* deferred = nullptr;
  if (const auto* one = value.get<const Deferred*>()) deferred = *one;
  if (const auto* text = value.get<const Text*>()) {
    for (const Piece& piece : (*text)->pieces) deferred = piece.deferred ? piece.deferred : deferred;
  }
  if (const auto* secret = value.get<const Secret*>()) {
    session.diagnostics.report(at, secret_in_expression, (*secret)->name)
        .with_help("no operator and no function takes a secret; give it to the field as it is");
    return true;
  }
  if (!deferred) return false;
  session.diagnostics.report(at, deferred_expression, session.model.sources.text(deferred->at))
      .with_label("nothing can be computed from it here")
      .with_help("a `param` is known when compiling; or let the command compute it");
  return true;
}

std::optional<bool> equal(const Value& a, const Value& b) {
  const auto numbers = both_numbers(a, b);
  if (numbers) return numbers->first == numbers->second;
  if (a.data.index() != b.data.index()) return std::nullopt;
  if (const auto* list = a.get<const List*>()) {
    const auto other = (*b.get<const List*>())->items;
    if ((*list)->items.size() != other.size()) return false;
    for (std::size_t i = 0; i < other.size(); ++i) {
      if (!equal((*list)->items[i], other[i]).value_or(false)) return false;
    }
    return true;
  }
  if (const auto* map = a.get<const Map*>()) {
    const Map& other = **b.get<const Map*>();
    if ((*map)->entries.size() != other.entries.size()) return false;
    return std::all_of((*map)->entries.begin(), (*map)->entries.end(), [&](const Entry& one) {
      const Entry* twin = other.find(one.key);
      return twin && equal(one.value, twin->value).value_or(false);
    });
  }
  if (const auto* one = a.get<std::string_view>()) return *one == *b.get<std::string_view>();
  if (const auto* one = a.get<bool>()) return *one == *b.get<bool>();
  if (const auto* one = a.get<base::Duration>()) return *one == *b.get<base::Duration>();
  if (const auto* one = a.get<base::Size>()) return *one == *b.get<base::Size>();
  if (const auto* one = a.get<Ref>()) return one->to == b.get<Ref>()->to;
  if (a.is<None>()) return true;
  return std::nullopt;
}

std::optional<int> order(const Value& a, const Value& b) {
  const auto compare = [](const auto& x, const auto& y) { return x < y ? -1 : y < x ? 1 : 0; };
  if (const auto* x = a.get<std::int64_t>(); x && b.is<std::int64_t>())
    return compare(*x, *b.get<std::int64_t>());
  if (const auto numbers = both_numbers(a, b)) return compare(numbers->first, numbers->second);
  if (a.data.index() != b.data.index()) return std::nullopt;
  if (const auto* x = a.get<std::string_view>()) return compare(*x, *b.get<std::string_view>());
  if (const auto* x = a.get<base::Duration>()) return compare(*x, *b.get<base::Duration>());
  if (const auto* x = a.get<base::Size>()) return compare(*x, *b.get<base::Size>());
  return std::nullopt;
}

namespace {

// Whether `and`, `or`, `not` can take it: a boolean, or one not known yet.
bool truth(Session& session, const Value& value, Span at, Operator op) {
  if (value.is<bool>()) return true;
  if (const auto* unknown = value.get<Unknown>()) {
    if (unknown->type == Known::boolean || unknown->type == Known::nothing) return true;
  }
  if (value.poisoned() || report_deferred(session, value, at)) return false;
  session.diagnostics.report(at, operand_type, spelled(op), "true or false", described(value));
  return false;
}

Value logical(Session& session, const Expr& expr, Where where) {
  const surface::Document& document = session.document(where);
  const surface::ExprId left = document.child(expr, 0), right = document.child(expr, 1);
  const Value first = evaluate(session, left, where);
  if (!truth(session, first, document[left].at, expr.op)) return poison(expr.at);
  const bool decides = expr.op == Operator::or_;
  if (const auto* known = first.get<bool>(); known && *known == decides) return {decides, expr.at};
  const Value second = evaluate(session, right, where);
  if (!truth(session, second, document[right].at, expr.op)) return poison(expr.at);
  if (first.is<bool>() && second.is<bool>()) return {*second.get<bool>(), expr.at};
  return {Unknown{Known::boolean}, expr.at};
}

Value comparison(Session& session, const Expr& expr, const Value& a, const Value& b) {
  const bool equality = expr.op == Operator::eq || expr.op == Operator::ne;
  if (a.is<Unknown>() || b.is<Unknown>()) return {Unknown{Known::boolean}, expr.at};
  if (equality) {
    const auto same =
        a.is<None>() || b.is<None>() ? std::optional(a.is<None>() && b.is<None>()) : equal(a, b);
    if (same) return {*same == (expr.op == Operator::eq), expr.at};
  } else if (const auto sign = order(a, b)) {
    switch (expr.op) {
      case Operator::lt: return {*sign < 0, expr.at};
      case Operator::le: return {*sign <= 0, expr.at};
      case Operator::gt: return {*sign > 0, expr.at};
      default: return {*sign >= 0, expr.at};
    }
  }
  session.diagnostics.report(expr.op_at, operator_types, spelled(expr.op), described(a), described(b))
      .with_help(equality ? "`==` and `!=` compare values of one type"
                          : "`<` and the like compare numbers, durations, sizes, or strings");
  return poison(expr.at);
}

}  // namespace

Value unary(Session& session, const Expr& expr, Where where) {
  const surface::Document& document = session.document(where);
  const surface::ExprId inner = document.child(expr, 0);
  const Value value = evaluate(session, inner, where);
  if (expr.op == Operator::not_) {
    if (!truth(session, value, document[inner].at, expr.op)) return poison(expr.at);
    const auto* known = value.get<bool>();
    return known ? Value{!*known, expr.at} : Value{Unknown{Known::boolean}, expr.at};
  }
  if (value.poisoned() || report_deferred(session, value, document[inner].at)) return poison(expr.at);
  return negated(session, expr, value, document[inner].at);
}

Value binary(Session& session, const Expr& expr, Where where) {
  if (expr.op == Operator::and_ || expr.op == Operator::or_) return logical(session, expr, where);
  const surface::Document& document = session.document(where);
  const surface::ExprId left = document.child(expr, 0), right = document.child(expr, 1);
  const Value a = evaluate(session, left, where);
  const Value b = evaluate(session, right, where);
  if (a.poisoned() || b.poisoned()) return poison(expr.at);
  if (report_deferred(session, a, document[left].at) || report_deferred(session, b, document[right].at)) {
    return poison(expr.at);
  }
  switch (expr.op) {
    case Operator::eq:
    case Operator::ne:
    case Operator::lt:
    case Operator::le:
    case Operator::gt:
    case Operator::ge: return comparison(session, expr, a, b);
    default: return arithmetic(session, expr, a, b);
  }
}

}  // namespace sema
