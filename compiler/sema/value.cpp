#include "sema/value.h"

#include <algorithm>

#include "sema/model.h"

namespace sema {

const Entry* Map::find(std::string_view key) const {
  const auto found =
      std::find_if(entries.begin(), entries.end(), [&](const Entry& one) { return one.key == key; });
  return found == entries.end() ? nullptr : &*found;
}

const FieldValue* Body::find(std::string_view name) const {
  const auto found = std::find_if(fields.begin(), fields.end(),
                                  [&](const FieldValue& one) { return one.field->name == name; });
  return found == fields.end() ? nullptr : &*found;
}

const FieldValue* Body::at_path(std::string_view path) const {
  const Body* body = this;
  for (;;) {
    const std::size_t dot = path.find('.');
    const FieldValue* field = body->find(path.substr(0, dot));
    if (!field || dot == std::string_view::npos) return field;
    const auto* inner = field->value.get<const Body*>();
    if (!inner) return nullptr;
    body = *inner;
    path.remove_prefix(dot + 1);
  }
}

std::string_view Body::text(std::string_view path) const {
  const FieldValue* field = at_path(path);
  if (!field) return {};
  const auto* text = field->value.get<std::string_view>();
  return text ? *text : std::string_view{};
}

const Port* Ports::find(std::string_view name) const {
  const auto at =
      std::find_if(entries.begin(), entries.end(), [&](const Port& one) { return one.name == name; });
  return at == entries.end() ? nullptr : &*at;
}

const Declaration* Model::find(std::string_view kind, std::string_view name) const {
  const auto at = std::find_if(declarations.begin(), declarations.end(), [&](const Declaration& one) {
    return one.kind && one.kind->name == kind && one.name == name && !one.anonymous;
  });
  return at == declarations.end() ? nullptr : &*at;
}

namespace {

struct Describe {
  std::string_view operator()(Poison) const { return "nothing"; }
  std::string_view operator()(None) const { return "`none`"; }
  std::string_view operator()(Unknown unknown) const {
    switch (unknown.type) {
      case Known::string: return "a string";
      case Known::integer: return "an integer";
      case Known::number: return "a number";
      case Known::boolean: return "true or false";
      case Known::duration: return "a duration";
      case Known::size: return "a size";
      case Known::list: return "a list";
      case Known::map: return "a block";
      case Known::nothing: break;
    }
    return "a value that is not known yet";
  }
  std::string_view operator()(bool) const { return "true or false"; }
  std::string_view operator()(std::int64_t) const { return "an integer"; }
  std::string_view operator()(double) const { return "a number"; }
  std::string_view operator()(base::Duration) const { return "a duration"; }
  std::string_view operator()(base::Size) const { return "a size"; }
  std::string_view operator()(std::string_view) const { return "a string"; }
  std::string_view operator()(const Text*) const { return "a string"; }
  std::string_view operator()(const Deferred*) const { return "a value of the running job"; }
  std::string_view operator()(Ref) const { return "a reference"; }
  std::string_view operator()(const Secret*) const { return "a secret"; }
  std::string_view operator()(const List*) const { return "a list"; }
  std::string_view operator()(const Map*) const { return "a block"; }
  std::string_view operator()(Given) const { return "text of the command line"; }
  std::string_view operator()(const Body*) const { return "a block"; }
  std::string_view operator()(const Ports*) const { return "a block"; }
  std::string_view operator()(const Outside*) const { return "a reference"; }
  std::string_view operator()(const Path*) const { return "a path"; }
};

}  // namespace

std::string_view described(const Value& value) { return std::visit(Describe{}, value.data); }

}  // namespace sema
