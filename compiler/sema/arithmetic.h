// Numbers, durations and sizes, and `+` of strings and lists.
#pragma once

#include <optional>
#include <utility>

#include "sema/session.h"

namespace sema {

// + - * / % of two static values.
Value arithmetic(Session& session, const surface::Expr& expr, const Value& a, const Value& b);
Value negated(Session& session, const surface::Expr& expr, const Value& value, Span at);

// Both as doubles, where both are integers or numbers.
std::optional<std::pair<double, double>> both_numbers(const Value& a, const Value& b);

}  // namespace sema
