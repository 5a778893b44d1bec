// Values of the checked model as members of a request's body: rows say where, types say how.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string_view>

#include "ir/plan.h"

namespace backends {

using Json = nlohmann::ordered_json;

// Sets `value` at a dotted path, objects on the way made.
void set_at(Json& body, std::string_view path, Json value);

// All fields of a body into `into`, which is the object that their paths start from. Fields whose rows have
// no path are for the hooks (rest_hooks.h).
void add_fields(Json& into, const ir::Plan& plan, const sema::Body& body);

// A value by its row's type; nothing where it is left out (`none`, serverless compute).
std::optional<Json> json_of(const ir::Plan& plan, const schema::Type& type, const sema::Value& value);

// The `##` lines of something as its description, where it has such a field and none is given.
void add_doc(Json& into, const schema::Block& block, const sema::Body* body, std::string_view doc);

// What `raw { }` holds, as it is: units as the language writes them.
Json raw_json(const sema::Map& map);

}  // namespace backends
