// What rows cannot say of a request's body. The list may only shrink; a test counts it.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <span>
#include <string_view>

#include "ir/plan.h"

namespace backends {

using Json = nlohmann::ordered_json;

// Adds to the body of a kind after its fields, before `raw`.
struct KindHook {
  std::string_view kind;
  std::string_view why;
  void (*add)(Json& body, const ir::Plan& plan, const ir::Step& step);
};
std::span<const KindHook> kind_hooks();

// Writes a field whose row has no path, into the object of its block.
struct FieldHook {
  std::string_view block;
  std::string_view field;
  std::string_view why;
  void (*add)(Json& into, const ir::Plan& plan, const sema::Value& value);
};
std::span<const FieldHook> field_hooks();

void run_field_hook(Json& into, const ir::Plan& plan, const sema::Body& body, const sema::FieldValue& field);

}  // namespace backends
