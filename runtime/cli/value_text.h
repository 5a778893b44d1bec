// Values as `eval` prints them: in the language's own notation, or as JSON. A secret is its name, never its
// value.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "sema/value.h"

namespace cli {

// `"text"`, `[1, 2]`, `{ a = 1 }`, `1h30m`, `<secret:NAME>`, `<known when the job runs>` … on one line.
std::string value_text(const sema::Value& value);
nlohmann::ordered_json value_json(const sema::Value& value);

// `${inputs.x}`: a deferred value as the language writes it.
std::string deferred_text(const sema::Deferred& value);

}  // namespace cli
