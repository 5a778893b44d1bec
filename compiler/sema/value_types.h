// Types of params, and whether values have them.
#pragma once

#include "sema/session.h"

namespace sema {

// The type that words name: `string`, `list of integer` … What is none is reported.
ValueType type_of(Session& session, const surface::TypeName& name);

// Reports what the braces of a param hold and its type does not take.
void check_options(Session& session, const Parameter& parameter);

// How messages call a type: "an integer", "a list of strings" …
std::string described(ValueType type);

// The value as the param takes it (an integer becomes a number where one is asked for), or Poison, reported
// at `at`, where it has another type or is outside of the param's options.
Value fitting(Session& session, const Value& value, Span at, const Parameter& parameter);

// The value of a param, evaluated once.
Value parameter_value(Session& session, Parameter& parameter);

}  // namespace sema
