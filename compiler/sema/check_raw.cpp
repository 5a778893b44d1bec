#include <fmt/format.h>

#include "sema/check.h"

namespace sema {

namespace {

// The field that sends the member at `path` of the body, or something in it or around it.
const schema::Field* sender_of(const schema::Block& block, std::string_view around, std::string_view path,
                               int depth) {
  for (const schema::Field& field : block.fields) {
    if (field.rest.empty()) continue;
    std::string own = field.rest == "."
                          ? std::string(around)
                          : fmt::format("{}{}{}", around, around.empty() ? "" : ".", field.rest);
    const schema::Block* inner = field.type.shape == schema::Shape::block ? field.type.block : nullptr;
    if (inner && depth > 0) {
      if (const schema::Field* found = sender_of(*inner, own, path, depth - 1)) return found;
    } else if (own == path) {
      return &field;
    }
  }
  return nullptr;
}

void check_members(Session& session, const schema::Block& block, const Map& map, const std::string& around) {
  for (const Entry& entry : map.entries) {
    const std::string path =
        around.empty() ? std::string(entry.key) : fmt::format("{}.{}", around, entry.key);
    if (const auto* secret = entry.value.get<const Secret*>()) {
      session.diagnostics.report(entry.value_at, secret_in_expression, (*secret)->name)
          .with_help("`raw` is written as it is; only a field of the language takes a secret");
    }
    if (const auto* inner = entry.value.get<const Map*>()) {
      check_members(session, block, **inner, path);
    } else if (const schema::Field* field = sender_of(block, "", path, 4)) {
      session.diagnostics.report(entry.key_at, raw_known_field, path, field->name)
          .with_help(fmt::format("give the field `{}` instead: it is checked", field->name));
    }
  }
}

}  // namespace

const Map* check_raw(Session& session, const Owner& owner, const schema::Block& block, const Entry& entry) {
  const auto* map = entry.value.get<const Map*>();
  if (!map) {
    if (!entry.value.poisoned()) {
      session.diagnostics.report(entry.value_at, wrong_type, "raw", "a block", described(entry.value));
    }
    return nullptr;
  }
  session.diagnostics.report(entry.key_at, raw_used)
      .with_help("where a field of the language says the same, use that: it is checked");
  const bool whole_body = owner.declaration->kind && &block == &owner.declaration->kind->body;
  check_members(session, block, **map, whole_body ? std::string(owner.declaration->kind->raw_at) : "");
  return *map;
}

}  // namespace sema
