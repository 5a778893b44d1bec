#include "ir/walk.h"

namespace ir {

namespace {

void walk_value(const sema::FieldValue& in, const sema::Value& value, const Visitor& visitor) {
  if (const auto* body = value.get<const sema::Body*>()) {
    walk(**body, visitor);
  } else if (const auto* list = value.get<const sema::List*>()) {
    for (const sema::Value& item : (*list)->items) walk_value(in, item, visitor);
  } else if (const auto* map = value.get<const sema::Map*>()) {
    for (const sema::Entry& entry : (*map)->entries) walk_value(in, entry.value, visitor);
  } else if (const auto* ports = value.get<const sema::Ports*>()) {
    for (const sema::Port& port : (*ports)->entries) {
      if (visitor.port) visitor.port(in, port);
      if (port.options) walk(*port.options, visitor);
    }
  }
}

}  // namespace

void walk(const sema::Body& body, const Visitor& visitor) {
  for (const sema::FieldValue& field : body.fields) {
    if (field.value.is<sema::None>()) continue;
    if (visitor.field) visitor.field(field);
    walk_value(field, field.value, visitor);
  }
}

}  // namespace ir
