// Expressions to values.
#pragma once

#include "sema/session.h"

namespace sema {

// The value of an expression; what is wrong is reported once and is Poison. `inputs.x` and the like stay
// Deferred.
Value evaluate(Session& session, surface::ExprId expr, Where where);

// A body's members, in order, as entries. A member given twice is reported and the first one kept.
const Map* evaluate_body(Session& session, surface::BodyId body, Where where);

// The members of a body by their keys. What has none (a step, a loop), and a key that stands twice, is
// reported.
struct NamedMember {
  std::string_view key;
  const surface::Member* member;
};
std::vector<NamedMember> named_members(Session& session, surface::BodyId body, Where where);

// One member as an entry.
Entry evaluate_member(Session& session, const surface::Member& member, Where where);

// A symbol's value: a let's or param's, a secret, a reference to a declaration. Cycles are reported.
Value value_of(Session& session, const Symbol& symbol, Span at);

// A value as the language prints it in text: strings, numbers, booleans, durations, sizes. Empty optional:
// not printable.
std::optional<std::string> printed(const Value& value);

// What type an Unknown made from this would have.
Known known_type(const Value& value);

}  // namespace sema
