#include <fmt/format.h>

#include <algorithm>
#include <unordered_set>

#include "sema/check.h"
#include "sema/evaluate.h"
#include "sema/given.h"
#include "sema/operators.h"

namespace sema {

using schema::Shape;
using schema::Type;

std::string taken(const Type& type) {
  switch (type.shape) {
    case Shape::string: return type.file_text ? "text" : "a string";
    case Shape::integer: return "an integer";
    case Shape::number: return "a number";
    case Shape::boolean: return "`true` or `false`";
    case Shape::duration: return "a duration such as `90s` or `2h`";
    case Shape::size: return "a size such as `512mb` or `4gb`";
    case Shape::word: return "one of its words";
    case Shape::list: return type.of && type.of->shape == Shape::string ? "a list of strings" : "a list";
    case Shape::map: return "a block of `name = value`";
    case Shape::block:
    case Shape::inputs:
    case Shape::outputs: return "a block";
    case Shape::reference: return "a reference";
    case Shape::secret: return "a secret";
    case Shape::path: return "a path";
    case Shape::arguments: return "a list of words";
    case Shape::any: return "a string, a number, or `true` or `false`";
  }
  return "a value";
}

base::Diagnostic& report_wrong_type(Session& session, const Value& value, const Type& type,
                                    const Place& place) {
  base::Diagnostic& report =
      session.diagnostics.report(place.value_at, wrong_type, place.name, taken(type), described(value));
  if (value.at.known() && !place.value_at.contains(value.at))
    report.note(value.at, "the value is written here");
  return report;
}

namespace {

// What an Unknown of a type may become: a value that is not known yet is checked by its type alone.
bool may_become(Known known, Shape shape) {
  if (known == Known::nothing) return true;
  switch (shape) {
    case Shape::integer: return known == Known::integer;
    case Shape::number: return known == Known::integer || known == Known::number;
    case Shape::boolean: return known == Known::boolean;
    case Shape::duration: return known == Known::duration;
    case Shape::size: return known == Known::size;
    case Shape::list:
    case Shape::arguments: return known == Known::list;
    case Shape::map:
    case Shape::block:
    case Shape::inputs:
    case Shape::outputs: return known == Known::map;
    case Shape::secret: return false;
    case Shape::any: return known != Known::list && known != Known::map;
    default: return known == Known::string;
  }
}

Value check_list(Session& session, Owner& owner, const Value& value, const Type& type, const Place& place) {
  const auto* list = value.get<const List*>();
  if (!list) {
    base::Diagnostic& report = report_wrong_type(session, value, type, place);
    if (value.is<std::string_view>() && place.value_at == value.at) {
      const std::string text(session.model.sources.text(value.at));
      report.fix("put it into a list", base::Safe::yes, {{value.at, fmt::format("[{}]", text)}});
    }
    return poison(value.at);
  }
  std::vector<Value> items;
  for (const Value& item : (*list)->items) {
    Place inner = place;
    inner.value_at = place.value_at.contains(item.at) || !item.at.known() ? item.at : place.value_at;
    items.push_back(check_value(session, owner, item, *type.of, inner));
  }
  return {session.model.arena.make(List{session.model.arena.array(items)}), value.at};
}

Value check_map(Session& session, Owner& owner, const Value& value, const Type& type, const Place& place) {
  const auto* map = value.get<const Map*>();
  if (!map) {
    report_wrong_type(session, value, type, place);
    return poison(value.at);
  }
  std::vector<Entry> entries;
  for (const Entry& entry : (*map)->entries) {
    if (entry.value.is<None>()) continue;
    Entry out = entry;
    const Place inner{place.block, place.field, entry.key, entry.key_at, entry.value_at};
    if (entry.type) {
      session.diagnostics.report(entry.type->at, typed_field, entry.key);
      out.value = poison(entry.at);
    } else {
      out.value = check_value(session, owner, entry.value, *type.of, inner);
    }
    entries.push_back(out);
  }
  return {session.model.arena.make(Map{session.model.arena.array(entries), (*map)->at}), value.at};
}

Value check_block(Session& session, Owner& owner, const Value& value, const Type& type, const Place& place) {
  const auto* map = value.get<const Map*>();
  if (!map) {
    report_wrong_type(session, value, type, place).with_help(fmt::format("write `{} {{ … }}`", place.name));
    return poison(value.at);
  }
  const std::string subject = fmt::format("`{}`", place.name);
  return {check_body(session, owner, **map, *type.block, subject, place.name_at), value.at};
}

Value check_secret(Session& session, const Value& value, const Place& place) {
  if (value.is<const Secret*>()) return value;
  if (value.is<std::string_view>() || value.is<const Text*>()) {
    std::string name(place.name), variable = "MY_" + name;
    std::replace(name.begin(), name.end(), '_', '-');
    for (char& c : variable) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    session.diagnostics.report(place.value_at, literal_secret, place.name)
        .with_help(fmt::format(
            "declare `secret my-{0} = env(\"{1}\")` and write `{2} = my-{0}`; its value is read when "
            "submitting and never written",
            name, variable, place.name));
    return poison(value.at);
  }
  report_wrong_type(session, value, {.shape = Shape::secret}, place);
  return poison(value.at);
}

bool is_run_time(const Value& value) { return value.is<const Deferred*>() || value.is<const Text*>(); }

}  // namespace

Value check_value(Session& session, Owner& owner, const Value& given, const Type& type, const Place& place) {
  const Value value = given.is<Given>() ? read_given(session, given, type) : given;
  if (value.poisoned()) return value;
  if (type.shape == Shape::secret) return check_secret(session, value, place);
  if (const auto* secret = value.get<const Secret*>()) {
    session.diagnostics.report(place.value_at, secret_in_expression, (*secret)->name)
        .with_label(fmt::format("`{}` is written into requests and logs", place.name));
    return poison(value.at);
  }
  if (const auto* unknown = value.get<Unknown>()) {
    if (may_become(unknown->type, type.shape)) return value;
    report_wrong_type(session, value, type, place);
    return poison(value.at);
  }
  if (is_run_time(value) && !check_deferred(session, owner, value, place)) return poison(value.at);
  switch (type.shape) {
    case Shape::string: return check_text(session, owner, value, type, place);
    case Shape::word: return check_word(session, owner, value, type, place);
    case Shape::list: return check_list(session, owner, value, type, place);
    case Shape::map: return check_map(session, owner, value, type, place);
    case Shape::block: return check_block(session, owner, value, type, place);
    case Shape::reference: return check_reference(session, owner, value, nullptr, type, place);
    case Shape::path: return check_path(session, owner, value, type, place);
    case Shape::arguments: return check_arguments(session, owner, value, type, place);
    case Shape::inputs:
    case Shape::outputs: return check_ports(session, owner, value, type, place);
    default: return check_scalar(session, owner, value, type, place);
  }
}

Value read_given(Session& session, const Value& value, const Type& type) {
  const std::string_view text = value.get<Given>()->text;
  switch (type.shape) {
    case Shape::string:
    case Shape::word:
    case Shape::path:
    case Shape::secret: return {text, value.at};
    case Shape::reference: {
      // A name of the program, or text such as azureml:NAME:VERSION.
      Module& module = session.modules.front();
      const auto symbol = module.names.find(text);
      if (symbol == module.names.end()) return {text, value.at};
      Value named = value_of(session, symbol->second, value.at);
      named.at = value.at;
      return named;
    }
    default: return parsed_value(session, text, value.at);
  }
}

}  // namespace sema
