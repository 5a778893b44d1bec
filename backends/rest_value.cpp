#include "backends/rest_value.h"

#include <fmt/format.h>

#include <array>
#include <nlohmann/json.hpp>

#include "backends/merge_patch.h"
#include "backends/rest_hooks.h"
#include "backends/rest_port.h"
#include "ir/api.h"
#include "ir/ids.h"
#include "ir/pieces.h"

namespace backends {

namespace {

using schema::Shape;
using schema::Type;
using sema::Value;

// As docker writes it: the largest unit of b, k, m, g that divides it.
std::string docker_size(base::Size size) {
  constexpr std::array<std::pair<std::int64_t, char>, 3> kUnits = {
      {{1LL << 30, 'g'}, {1LL << 20, 'm'}, {1LL << 10, 'k'}}};
  for (const auto& [worth, letter] : kUnits) {
    if (size.bytes != 0 && size.bytes % worth == 0) return fmt::format("{}{}", size.bytes / worth, letter);
  }
  return fmt::format("{}b", size.bytes);
}

std::string_view spelling(std::span<const schema::Word> words, std::string_view name) {
  for (const schema::Word& word : words) {
    if (word.name == name) return word.rest.empty() ? word.name : word.rest;
  }
  return name;
}

Json scalar(const Value& value) {
  if (const auto* boolean = value.get<bool>()) return *boolean;
  if (const auto* integer = value.get<std::int64_t>()) return *integer;
  if (const auto* number = value.get<double>()) return *number;
  if (const auto* duration = value.get<base::Duration>()) return base::iso8601(*duration);
  if (const auto* size = value.get<base::Size>()) return docker_size(*size);
  if (const auto* secret = value.get<const sema::Secret*>())
    return fmt::format("<secret:{}>", (*secret)->name);
  return ir::service_text(ir::pieces_of(value));
}

std::optional<Json> reference(const ir::Plan& plan, const Type& type, const Value& value) {
  if (const auto* ref = value.get<sema::Ref>()) return ir::id_of(plan, *ref->to);
  if (const auto* outside = value.get<const sema::Outside*>()) {
    const schema::Kind* kind = type.kinds.empty() ? nullptr : schema::find_kind(type.kinds.front());
    return ir::id_of(plan, **outside, kind ? ir::Wanted{kind->collection, kind->versioned} : ir::Wanted{});
  }
  // Nodes that the service chooses have no id: a job without `computeId` gets them.
  if (const auto* word = value.get<std::string_view>(); word && *word == "serverless") return std::nullopt;
  if (const auto* word = value.get<std::string_view>()) return Json(spelling(type.words, *word));
  return scalar(value);
}

Json list(const ir::Plan& plan, const Type& type, const sema::List& values) {
  Json out = Json::array();
  for (const Value& item : values.items) {
    if (std::optional<Json> one = json_of(plan, *type.of, item)) out.push_back(std::move(*one));
  }
  return out;
}

Json map(const ir::Plan& plan, const Type& type, const sema::Map& values) {
  Json out = Json::object();
  for (const sema::Entry& entry : values.entries) {
    if (std::optional<Json> one = json_of(plan, *type.of, entry.value))
      out[std::string(entry.key)] = std::move(*one);
  }
  return out;
}

Json raw_value(const Value& value) {
  if (value.is<sema::None>()) return nullptr;
  if (const auto* inner = value.get<const sema::Map*>()) return raw_json(**inner);
  if (const auto* items = value.get<const sema::List*>()) {
    Json out = Json::array();
    for (const Value& item : (*items)->items) out.push_back(raw_value(item));
    return out;
  }
  return scalar(value);
}

}  // namespace

void set_at(Json& body, std::string_view path, Json value) {
  Json* at = &body;
  for (;;) {
    const std::size_t dot = path.find('.');
    Json& member = (*at)[std::string(path.substr(0, dot))];
    if (dot == std::string_view::npos) {
      // Objects come together in parts: a block's fields, and what stands beside it.
      if (member.is_object() && value.is_object()) {
        member.update(value, true);
      } else {
        member = std::move(value);
      }
      return;
    }
    at = &member;
    path.remove_prefix(dot + 1);
  }
}

std::optional<Json> json_of(const ir::Plan& plan, const Type& type, const Value& value) {
  if (value.is<sema::None>() || value.is<sema::Poison>()) return std::nullopt;
  if (const auto* body = value.get<const sema::Body*>()) {
    Json out = Json::object();
    add_fields(out, plan, **body);
    if ((*body)->raw) merge_patch(out, raw_json(*(*body)->raw));
    return out;
  }
  if (const auto* ports = value.get<const sema::Ports*>()) {
    return type.shape == Shape::outputs ? outputs_json(plan, **ports) : inputs_json(plan, **ports);
  }
  if (const auto* values = value.get<const sema::List*>(); values && type.of)
    return list(plan, type, **values);
  if (const auto* values = value.get<const sema::Map*>()) {
    return type.of ? map(plan, type, **values) : raw_json(**values);
  }
  if (const auto* path = value.get<const sema::Path*>()) return address_of(plan, **path);
  if (type.shape == Shape::reference) return reference(plan, type, value);
  if (type.shape == Shape::word) return Json(spelling(type.words, scalar(value).get<std::string>()));
  if (const auto* boolean = value.get<bool>(); boolean && type.words.size() == 2) {
    return Json(type.words[*boolean ? 0 : 1].rest);
  }
  return scalar(value);
}

void add_fields(Json& into, const ir::Plan& plan, const sema::Body& body) {
  for (const sema::FieldValue& field : body.fields) {
    const schema::Field& row = *field.field;
    if (field.fallback && row.since > ir::api_of(plan.settings().api_version)) continue;
    if (row.rest.empty()) {
      run_field_hook(into, plan, body, field);
      continue;
    }
    std::optional<Json> value = json_of(plan, row.type, field.value);
    if (!value) continue;
    if (row.rest == ".") {
      into.update(*value, true);
    } else {
      set_at(into, row.rest, std::move(*value));
    }
    for (const schema::Fixed& fixed : row.with) set_at(into, fixed.path, Json(fixed.value));
  }
}

void add_doc(Json& into, const schema::Block& block, const sema::Body* body, std::string_view doc) {
  constexpr std::string_view kField = "description";
  const schema::Field* row = block.find(kField);
  if (doc.empty() || !row || row->rest.empty() || (body && body->find(kField))) return;
  set_at(into, row->rest, Json(doc));
}

Json raw_json(const sema::Map& entries) {
  Json out = Json::object();
  for (const sema::Entry& entry : entries.entries) {
    out[std::string(entry.key)] =
        !entry.has_value && entry.body ? raw_json(*entry.body) : raw_value(entry.value);
  }
  return out;
}

}  // namespace backends
