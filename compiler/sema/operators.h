// `+ - * / %`, comparisons, `and or not`.
#pragma once

#include "sema/session.h"

namespace sema {

Value unary(Session& session, const surface::Expr& expr, Where where);
Value binary(Session& session, const surface::Expr& expr, Where where);

// `==` of two values of equal types; nothing where the types differ.
std::optional<bool> equal(const Value& a, const Value& b);
// Order of two numbers, durations, sizes or strings: negative, 0, positive; nothing for anything else.
std::optional<int> order(const Value& a, const Value& b);

// Whether the value is (or holds) something known only while the job runs, or a secret; if so that is
// reported at `at`.
bool report_deferred(Session& session, const Value& value, Span at);

std::string_view spelled(surface::Operator op);

}  // namespace sema
