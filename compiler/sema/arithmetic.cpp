#include "sema/arithmetic.h"

#include <cmath>
#include <limits>
#include <string>
#include <vector>

#include "sema/evaluate.h"
#include "sema/operators.h"

namespace sema {

using surface::Expr;
using surface::Operator;

namespace {

std::optional<double> as_number(const Value& value) {
  if (const auto* integer = value.get<std::int64_t>()) return static_cast<double>(*integer);
  if (const auto* number = value.get<double>()) return *number;
  return std::nullopt;
}

Value too_large(Session& session, const Expr& expr) {
  session.diagnostics.report(expr.at, overflow, spelled(expr.op));
  return poison(expr.at);
}

Value by_zero(Session& session, const Expr& expr) {
  session.diagnostics.report(expr.op_at, division_by_zero);
  return poison(expr.at);
}

Value integers(Session& session, const Expr& expr, std::int64_t a, std::int64_t b) {
  std::int64_t out = 0;
  switch (expr.op) {
    case Operator::add:
      return __builtin_add_overflow(a, b, &out) ? too_large(session, expr) : Value{out, expr.at};
    case Operator::sub:
      return __builtin_sub_overflow(a, b, &out) ? too_large(session, expr) : Value{out, expr.at};
    case Operator::mul:
      return __builtin_mul_overflow(a, b, &out) ? too_large(session, expr) : Value{out, expr.at};
    case Operator::rem: {
      if (b == 0) return by_zero(session, expr);
      if (b == -1) return {std::int64_t{0}, expr.at};
      const std::int64_t rest = a % b;
      return {rest != 0 && (rest < 0) != (b < 0) ? rest + b : rest, expr.at};
    }
    default: break;
  }
  if (b == 0) return by_zero(session, expr);
  return {static_cast<double>(a) / static_cast<double>(b), expr.at};
}

Value numbers(Session& session, const Expr& expr, double a, double b) {
  double out = 0;
  switch (expr.op) {
    case Operator::add: out = a + b; break;
    case Operator::sub: out = a - b; break;
    case Operator::mul: out = a * b; break;
    default:
      if (b == 0) return by_zero(session, expr);
      out = a / b;
      break;
  }
  return std::isfinite(out) ? Value{out, expr.at} : too_large(session, expr);
}

std::int64_t& count(base::Duration& value) { return value.milliseconds; }
std::int64_t& count(base::Size& value) { return value.bytes; }

// Quantities of one unit: sums, and products and quotients with numbers. Nothing where the operator does not
// fit.
template <typename Quantity>
std::optional<Value> quantities(Session& session, const Expr& expr, const Value& a, const Value& b) {
  const auto* left = a.get<Quantity>();
  const auto* right = b.get<Quantity>();
  const auto scaled = [&](Quantity quantity, double factor) -> Value {
    const double out = static_cast<double>(count(quantity)) * factor;
    if (!(std::abs(out) < 9e18)) return too_large(session, expr);
    count(quantity) = std::llround(out);
    return {quantity, expr.at};
  };
  if (left && right) {
    Quantity x = *left, y = *right, out{};
    if (expr.op == Operator::div) {
      return numbers(session, expr, static_cast<double>(count(x)), static_cast<double>(count(y)));
    }
    if (expr.op != Operator::add && expr.op != Operator::sub) return std::nullopt;
    const bool over = expr.op == Operator::add ? __builtin_add_overflow(count(x), count(y), &count(out))
                                               : __builtin_sub_overflow(count(x), count(y), &count(out));
    return over ? too_large(session, expr) : Value{out, expr.at};
  }
  const auto factor = as_number(left ? b : a);
  if ((!left && !right) || !factor) return std::nullopt;
  if (expr.op == Operator::mul) return scaled(left ? *left : *right, *factor);
  if (expr.op != Operator::div || !left) return std::nullopt;
  if (*factor == 0) return by_zero(session, expr);
  return scaled(*left, 1 / *factor);
}

Value joined(Session& session, const Expr& expr, const List& a, const List& b) {
  if (!within_elements(session, a.items.size() + b.items.size(), expr.at)) return poison(expr.at);
  std::vector<Value> items(a.items.begin(), a.items.end());
  items.insert(items.end(), b.items.begin(), b.items.end());
  return {session.model.arena.make(List{session.model.arena.array(items)}), expr.at};
}

// The type of the result where a part is not known yet; nothing: these types never fit.
std::optional<Known> unknown_result(Operator op, Known a, Known b) {
  if (a == Known::nothing || b == Known::nothing) return Known::nothing;
  const auto number = [](Known one) { return one == Known::integer || one == Known::number; };
  const auto quantity = [](Known one) { return one == Known::duration || one == Known::size; };
  if (number(a) && number(b)) {
    if (op == Operator::div) return Known::number;
    if (op == Operator::rem) return a == b && a == Known::integer ? std::optional(a) : std::nullopt;
    return a == b ? a : Known::number;
  }
  if (op == Operator::rem) return std::nullopt;
  if (a == b && quantity(a)) {
    if (op == Operator::mul) return std::nullopt;
    return op == Operator::div ? Known::number : a;
  }
  if (op == Operator::add && a == b && (a == Known::string || a == Known::list)) return a;
  if (op == Operator::mul && number(a) && quantity(b)) return b;
  if ((op == Operator::mul || op == Operator::div) && quantity(a) && number(b)) return a;
  return std::nullopt;
}

}  // namespace

std::optional<std::pair<double, double>> both_numbers(const Value& a, const Value& b) {
  const auto x = as_number(a), y = as_number(b);
  if (!x || !y) return std::nullopt;
  return std::pair(*x, *y);
}

Value arithmetic(Session& session, const Expr& expr, const Value& a, const Value& b) {
  if (a.is<Unknown>() || b.is<Unknown>()) {
    if (const auto type = unknown_result(expr.op, known_type(a), known_type(b)))
      return {Unknown{*type}, expr.at};
  } else if (a.is<std::int64_t>() && b.is<std::int64_t>()) {
    return integers(session, expr, *a.get<std::int64_t>(), *b.get<std::int64_t>());
  } else if (const auto both = both_numbers(a, b); both && expr.op != Operator::rem) {
    return numbers(session, expr, both->first, both->second);
  } else if (const auto time = quantities<base::Duration>(session, expr, a, b)) {
    return *time;
  } else if (const auto size = quantities<base::Size>(session, expr, a, b)) {
    return *size;
  } else if (expr.op == Operator::add && a.is<const List*>() && b.is<const List*>()) {
    return joined(session, expr, **a.get<const List*>(), **b.get<const List*>());
  } else if (expr.op == Operator::add && a.is<std::string_view>() && b.is<std::string_view>()) {
    const std::string text =
        std::string(*a.get<std::string_view>()) + std::string(*b.get<std::string_view>());
    if (!within_text(session, text.size(), expr.at)) return poison(expr.at);
    return {session.model.arena.copy(text), expr.at};
  }
  base::Diagnostic& report =
      session.diagnostics.report(expr.op_at, operator_types, spelled(expr.op), described(a), described(b));
  if (expr.op == Operator::add && (a.is<std::string_view>() || b.is<std::string_view>())) {
    report.with_help("to build text, interpolate: `\"${a}${b}\"`");
  }
  return poison(expr.at);
}

Value negated(Session& session, const Expr& expr, const Value& value, Span at) {
  if (const auto* integer = value.get<std::int64_t>()) {
    if (*integer == std::numeric_limits<std::int64_t>::min()) return too_large(session, expr);
    return {-*integer, expr.at};
  }
  if (const auto* number = value.get<double>()) return {-*number, expr.at};
  if (const auto* time = value.get<base::Duration>()) return {base::Duration{-time->milliseconds}, expr.at};
  if (const auto* size = value.get<base::Size>()) return {base::Size{-size->bytes}, expr.at};
  if (const auto* unknown = value.get<Unknown>()) return {*unknown, expr.at};
  session.diagnostics.report(at, operand_type, "-", "a number", described(value));
  return poison(expr.at);
}

}  // namespace sema
