// `[for x in xs if c: e]` and `{ for k, v in m: "${k}" = e }`.
#pragma once

#include <functional>

#include "sema/session.h"

namespace sema {

Value list_for(Session& session, const surface::Expr& expr, Where where);
Value map_for(Session& session, const surface::Expr& expr, Where where);

// Calls `body` for each element of a list or map, with the clause's variables bound. False where it cannot be
// walked (reported), nothing where it hangs on a param without a value.
std::optional<bool> for_each(Session& session, const Value& over, Span over_at, const surface::Clause& clause,
                             Where where, const std::function<void(const Binding*)>& body);

}  // namespace sema
