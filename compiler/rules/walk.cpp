#include "rules/walk.h"

#include <fmt/format.h>

#include <algorithm>

namespace rules {

std::vector<const sema::Declaration*> declarations_of(const Context& context, std::string_view kind) {
  std::vector<const sema::Declaration*> out;
  for (const sema::Declaration& one : context.model.declarations) {
    const bool unused_import = one.imported && !one.anonymous && one.used == 0;
    if (one.kind && one.kind->name == kind && one.body && !one.existing && !unused_import)
      out.push_back(&one);
  }
  return out;
}

bool is_template(const sema::Declaration& declaration) {
  return declaration.incomplete || declaration.extended;
}

std::string subject(const sema::Declaration& declaration) {
  if (!declaration.name.empty()) return fmt::format("`{}`", declaration.name);
  return fmt::format("this {}", declaration.kind->name);
}

const sema::FieldValue* given(const sema::Body& body, std::string_view path) {
  const sema::FieldValue* field = body.at_path(path);
  return field && !field->fallback && !field->value.is<sema::None>() ? field : nullptr;
}

const sema::Body* block_of(const sema::Body& body, std::string_view path) {
  const auto* block = value_of<const sema::Body*>(body, path);
  return block ? *block : nullptr;
}

const sema::Declaration* declaration_of(const sema::Body& body, std::string_view field) {
  const auto* ref = value_of<sema::Ref>(body, field);
  return ref ? ref->to : nullptr;
}

const sema::Ports* ports_of(const sema::Body& body, std::string_view field) {
  const auto* ports = value_of<const sema::Ports*>(body, field);
  return ports ? *ports : nullptr;
}

std::string_view local_path(const sema::Body& body, std::string_view path) {
  const auto* value = value_of<const sema::Path*>(body, path);
  return value ? (*value)->local : std::string_view{};
}

base::FileId source_of(const Context& context, const std::string& path) {
  if (const base::FileId known = context.model.sources.find(path); known != 0) return known;
  std::optional<std::string> text = context.files.read(path);
  return text ? context.model.sources.add(path, std::move(*text)) : 0;
}

namespace {

using Take = std::function<void(const TextOf&)>;

void each_text_of(const TextOf& one, const Take& take) {
  const sema::Value& value = *one.value;
  if (value.is<std::string_view>() || value.is<const sema::Text*>()) take(one);
  if (const auto* list = value.get<const sema::List*>()) {
    for (const sema::Value& item : (*list)->items) each_text_of({one.name, &item, one.field}, take);
  }
  if (const auto* map = value.get<const sema::Map*>()) {
    for (const sema::Entry& entry : (*map)->entries) each_text_of({entry.key, &entry.value, nullptr}, take);
  }
  if (const auto* body = value.get<const sema::Body*>()) each_text(**body, take);
  if (const auto* ports = value.get<const sema::Ports*>()) {
    for (const sema::Port& port : (*ports)->entries) each_text_of({port.name, &port.value, nullptr}, take);
  }
}

}  // namespace

void each_text(const sema::Body& body, const Take& take) {
  for (const sema::FieldValue& field : body.fields) {
    if (!field.fallback) each_text_of({field.field->name, &field.value, field.field}, take);
  }
}

}  // namespace rules
