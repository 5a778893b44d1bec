// JSON and YAML texts to values, and values to JSON text.
#pragma once

#include "sema/session.h"

namespace sema {

// What the text of a file holds; every value stands at `at` (the file). A fault is reported at `named` (where
// the file is named), with its place in the file.
Value json_value(Session& session, std::string_view text, Span at, Span named);
Value yaml_value(Session& session, std::string_view text, Span at, Span named);

// Compact JSON; nothing where a part has no JSON form (a reference, a secret, a run-time value).
std::optional<std::string> json_text(const Value& value);

}  // namespace sema
