#include "runtime/cli/value_text.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "runtime/cli/quoted.h"
#include "sema/model.h"

namespace cli {

namespace {

using Json = nlohmann::ordered_json;
using sema::Value;

constexpr std::string_view kUnknown = "<unknown: a param without a value>";

std::string reference_text(const sema::Ref& ref) {
  if (ref.to == nullptr) return "<nothing>";
  return ref.to->anonymous ? fmt::format("<{} in place>", ref.to->kind->name) : std::string(ref.to->name);
}

// Text with its deferred parts in `${…}`, unquoted.
std::string plain_text(const sema::Text& text) {
  std::string out;
  for (const sema::Piece& piece : text.pieces) {
    out += piece.deferred == nullptr ? std::string(piece.text) : deferred_text(*piece.deferred);
  }
  return text.unknown ? out + std::string(kUnknown) : out;
}

std::string quoted_text(const sema::Text& text) {
  std::string out = "\"";
  for (const sema::Piece& piece : text.pieces) {
    out += piece.deferred == nullptr ? escaped(piece.text) : deferred_text(*piece.deferred);
  }
  return out + (text.unknown ? std::string(kUnknown) : "") + "\"";
}

template <typename Items, typename Print>
std::string joined(const Items& items, std::string_view separator, const Print& print) {
  std::string out;
  for (const auto& item : items) out += (out.empty() ? std::string_view{} : separator), out += print(item);
  return out;
}

std::string braces(const std::string& inside) { return inside.empty() ? "{ }" : "{ " + inside + " }"; }

std::string entry_text(const sema::Entry& entry) {
  const std::string value = entry.has_value || entry.body == nullptr ? value_text(entry.value) : "";
  const std::string body = entry.body == nullptr ? "" : value_text(Value{entry.body, entry.at});
  return fmt::format("{} = {}{}{}", key(entry.key), value, value.empty() || body.empty() ? "" : " ", body);
}

std::string port_text(const sema::Port& port) {
  const std::string type = port.type == nullptr ? "" : fmt::format(": {}", port.type->name);
  const std::string value = port.value.is<sema::None>() ? "" : " = " + value_text(port.value);
  const std::string options = port.options == nullptr || port.options->fields.empty()
                                  ? ""
                                  : " " + value_text(Value{port.options, port.at});
  return fmt::format("{}{}{}{}", port.name, type, value, options);
}

struct Printer {
  std::string operator()(sema::Poison) const { return "<wrong>"; }
  std::string operator()(sema::None) const { return "none"; }
  std::string operator()(const sema::Unknown&) const { return std::string(kUnknown); }
  std::string operator()(bool value) const { return value ? "true" : "false"; }
  std::string operator()(std::int64_t value) const { return fmt::format("{}", value); }
  std::string operator()(double value) const { return base::spelled(value); }
  std::string operator()(base::Duration value) const { return base::spelled(value); }
  std::string operator()(base::Size value) const { return base::spelled(value); }
  std::string operator()(std::string_view value) const { return quoted(value); }
  std::string operator()(const sema::Text* value) const { return quoted_text(*value); }
  std::string operator()(const sema::Deferred* value) const { return deferred_text(*value); }
  std::string operator()(const sema::Ref& value) const { return reference_text(value); }
  std::string operator()(const sema::Secret* value) const { return fmt::format("<secret:{}>", value->name); }
  std::string operator()(const sema::List* value) const {
    return "[" + joined(value->items, ", ", value_text) + "]";
  }
  std::string operator()(const sema::Map* value) const {
    return braces(joined(value->entries, "  ", entry_text));
  }
  std::string operator()(const sema::Given& value) const { return quoted(value.text); }
  std::string operator()(const sema::Body* value) const {
    return braces(joined(value->fields, "  ", [](const sema::FieldValue& field) {
      return fmt::format("{} = {}", field.field->name, value_text(field.value));
    }));
  }
  std::string operator()(const sema::Ports* value) const {
    return braces(joined(value->entries, "  ", port_text));
  }
  std::string operator()(const sema::Outside* value) const { return quoted(value->text); }
  std::string operator()(const sema::Path* value) const { return quoted(value->text); }
};

Json port_json(const sema::Port& port) {
  Json out = Json::object();
  if (port.type != nullptr) out["type"] = port.type->name;
  if (!port.value.is<sema::None>()) out["value"] = value_json(port.value);
  if (port.options != nullptr && !port.options->fields.empty()) {
    out["options"] = value_json(Value{port.options, port.at});
  }
  return out;
}

struct JsonPrinter {
  Json operator()(sema::Poison) const { return nullptr; }
  Json operator()(sema::None) const { return nullptr; }
  Json operator()(const sema::Unknown&) const { return nullptr; }
  Json operator()(bool value) const { return value; }
  Json operator()(std::int64_t value) const { return value; }
  Json operator()(double value) const { return value; }
  Json operator()(base::Duration value) const { return base::spelled(value); }
  Json operator()(base::Size value) const { return base::spelled(value); }
  Json operator()(std::string_view value) const { return value; }
  Json operator()(const sema::Text* value) const { return plain_text(*value); }
  Json operator()(const sema::Deferred* value) const { return deferred_text(*value); }
  Json operator()(const sema::Ref& value) const { return reference_text(value); }
  Json operator()(const sema::Secret* value) const { return fmt::format("<secret:{}>", value->name); }
  Json operator()(const sema::List* value) const {
    Json out = Json::array();
    for (const Value& item : value->items) out.push_back(value_json(item));
    return out;
  }
  Json operator()(const sema::Map* value) const {
    Json out = Json::object();
    for (const sema::Entry& entry : value->entries) {
      const bool braces_alone = entry.body != nullptr && !entry.has_value;
      out[std::string(entry.key)] = value_json(braces_alone ? Value{entry.body, entry.at} : entry.value);
    }
    return out;
  }
  Json operator()(const sema::Given& value) const { return value.text; }
  Json operator()(const sema::Body* value) const {
    Json out = Json::object();
    for (const sema::FieldValue& field : value->fields) {
      out[std::string(field.field->name)] = value_json(field.value);
    }
    return out;
  }
  Json operator()(const sema::Ports* value) const {
    Json out = Json::object();
    for (const sema::Port& port : value->entries) out[std::string(port.name)] = port_json(port);
    return out;
  }
  Json operator()(const sema::Outside* value) const { return value->text; }
  Json operator()(const sema::Path* value) const { return value->text; }
};

}  // namespace

std::string deferred_text(const sema::Deferred& value) {
  const std::string_view root = value.root == sema::Deferred::Root::inputs    ? "inputs"
                                : value.root == sema::Deferred::Root::outputs ? "outputs"
                                                                              : "run";
  return fmt::format("${{{}.{}}}", root, value.name);
}

std::string value_text(const sema::Value& value) { return std::visit(Printer{}, value.data); }

nlohmann::ordered_json value_json(const sema::Value& value) { return std::visit(JsonPrinter{}, value.data); }

}  // namespace cli
