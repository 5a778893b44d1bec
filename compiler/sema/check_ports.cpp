// Entries of `inputs` and `outputs`: `NAME: type = value { options }`.

#include <fmt/format.h>

#include <algorithm>

#include "base/nearest.h"
#include "facts/names.h"
#include "sema/check.h"
#include "sema/check_names.h"
#include "sema/evaluate.h"
#include "sema/operators.h"

namespace sema {

using schema::PortType;
using schema::Shape;
using schema::Type;

namespace {

constexpr std::string_view kDataKinds[] = {"data"};
constexpr std::uint16_t kInputForms = schema::form_local | schema::form_asset | schema::form_registry |
                                      schema::form_arm_id | schema::form_datastore | schema::form_job_output |
                                      schema::form_web | schema::form_storage | schema::form_run;

// An output's place may be put together of what the service fills in.
constexpr schema::Field kOutputPlace{.name = "path", .type = {}, .doc = {}, .defer = schema::Defer::text};

const PortType* type_of_port(Session& session, const Entry& entry, bool input) {
  if (!entry.type) {
    session.diagnostics.report(entry.key_at, port_without_type, input ? "input" : "output", entry.key)
        .with_help(fmt::format("say what it is: `{}: {}`", entry.key, input ? "string" : "uri_folder"));
    return nullptr;
  }
  const surface::Name& word = entry.type->words.front();
  const PortType* found = schema::find_port_type(word.text);
  if (found && !(found->literal && !input) && entry.type->words.size() == 1) return found;
  if (word.empty()) return nullptr;
  base::Diagnostic& report =
      session.diagnostics.report(entry.type->at, unknown_type, session.model.sources.text(entry.type->at));
  std::vector<std::string_view> names;
  for (const PortType& one : schema::port_types()) {
    if (input || !one.literal) names.push_back(one.name);
  }
  if (const auto near = base::nearest(word.text, names); !near.empty()) {
    report.with_label(fmt::format("did you mean `{}`?", near));
    report.fix(fmt::format("write `{}`", near), base::Safe::yes, {{word.at, std::string(near)}});
    return schema::find_port_type(near);
  }
  std::sort(names.begin(), names.end());
  std::string all;
  for (const std::string_view name : names) all += fmt::format("{}{}", all.empty() ? "" : ", ", name);
  report.with_help(fmt::format("an {} has one of {}", input ? "input" : "output", all));
  return nullptr;
}

Shape literal_shape(std::string_view name) {
  if (name == "integer") return Shape::integer;
  if (name == "number") return Shape::number;
  return name == "boolean" ? Shape::boolean : Shape::string;
}

schema::MustBe must_be(std::string_view name) {
  if (name == "uri_file") return schema::MustBe::file;
  const bool folder = name == "uri_folder" || name == "mltable" || name == "mlflow_model";
  return folder ? schema::MustBe::folder : schema::MustBe::anything;
}

Value input_value(Session& session, Owner& owner, const Entry& entry, const PortType& type) {
  const Place place{nullptr, nullptr, entry.key, entry.key_at, entry.value_at};
  if (!type.literal) {
    const Type data{
        .shape = Shape::path, .kinds = kDataKinds, .forms = kInputForms, .must_be = must_be(type.name)};
    return check_value(session, owner, entry.value, data, place);
  }
  Type literal{.shape = literal_shape(type.name)};
  literal.not_blank = literal.shape == Shape::string;
  return check_value(session, owner, entry.value, literal, place);
}

Value output_value(Session& session, Owner& owner, const Entry& entry) {
  const Place place{nullptr, &kOutputPlace, entry.key, entry.key_at, entry.value_at};
  const Type data{.shape = Shape::path, .forms = schema::form_datastore};
  return check_value(session, owner, entry.value, data, place);
}

void check_mode(Session& session, const Port& port, bool input) {
  const FieldValue* mode = port.options ? port.options->find("mode") : nullptr;
  const auto* word = mode ? mode->value.get<std::string_view>() : nullptr;
  if (!word || !port.type) return;
  const auto modes = input ? port.type->input_modes : port.type->output_modes;
  if (std::find(modes.begin(), modes.end(), *word) != modes.end()) return;
  base::Diagnostic& report = session.diagnostics.report(mode->value_at, mode_not_for_type, *word,
                                                        input ? "an input" : "an output", port.type->name);
  if (modes.empty()) {
    report.with_help("a value has no mode: take it away");
    return;
  }
  std::string all;
  for (const std::string_view one : modes) all += fmt::format("{}`{}`", all.empty() ? "" : ", ", one);
  report.with_help(fmt::format("it takes {}", all));
}

// The input's own min, max and enum against its value.
void check_options(Session& session, const Port& port) {
  if (!port.options || !port.type || port.value.poisoned() || port.value.is<None>() ||
      port.value.is<Unknown>())
    return;
  const FieldValue* least = port.options->find("min");
  const FieldValue* most = port.options->find("max");
  const bool below = least && order(port.value, least->value).value_or(0) < 0;
  const bool above = most && order(port.value, most->value).value_or(0) > 0;
  if (below || above) {
    const FieldValue& bound = below ? *least : *most;
    session.diagnostics
        .report(port.value_at, out_of_range, port.name, printed(port.value).value_or("this"),
                fmt::format("at {} {}", below ? "least" : "most", printed(bound.value).value_or("")))
        .note(bound.value_at, "by its own option");
  }
  const FieldValue* words = port.options->find("enum");
  const auto* list = words ? words->value.get<const List*>() : nullptr;
  if (!list) return;
  const auto& items = (*list)->items;
  const auto same = [&](const Value& item) { return equal(item, port.value).value_or(false); };
  if (std::any_of(items.begin(), items.end(), same)) return;
  session.diagnostics.report(port.value_at, unknown_word, printed(port.value).value_or("this"), port.name)
      .note(words->value_at, "by its own option");
}

Port check_port(Session& session, Owner& owner, const Entry& entry, bool input) {
  Port port{.name = entry.key, .name_at = entry.key_at, .at = entry.at};
  port.doc = entry.doc;
  check_name(session, entry.key, entry.key_at, schema::NameRule::io_key, input ? "an input" : "an output");
  if (!input && facts::is_reserved_output(entry.key)) {
    session.diagnostics.report(entry.key_at, reserved_output, entry.key)
        .with_help("it is where the service keeps the job's own files; choose another name");
  }
  port.type = type_of_port(session, entry, input);
  port.type_at = entry.type ? entry.type->at : entry.key_at;
  port.value = {None{}, entry.at};
  port.value_at = entry.value_at;
  const auto* block_alone = entry.value.get<const Map*>();
  if (entry.has_value && !entry.value.is<None>() && port.type && !block_alone) {
    port.value = input ? input_value(session, owner, entry, *port.type) : output_value(session, owner, entry);
  }
  const Map* options = entry.body ? entry.body : block_alone ? *block_alone : nullptr;
  if (options) {
    const schema::Block& block = input ? schema::input_options() : schema::output_options();
    port.options = check_body(session, owner, *options, block, fmt::format("`{}`", entry.key), entry.key_at);
  }
  check_mode(session, port, input);
  if (input) check_options(session, port);
  return port;
}

// A job that is a target runs as it stands: each input has a value.
void check_has_value(Session& session, Owner& owner, const Port& port) {
  if (!port.type || !port.value.is<None>()) return;
  if (owner.lenient) {
    owner.incomplete = true;
    return;
  }
  session.diagnostics.report(port.name_at, input_without_value, port.name)
      .with_help(fmt::format("give it one: `{}: {} = …`, or `--input {}=VALUE` on the command line",
                             port.name, port.type->name, port.name));
}

}  // namespace

Value check_ports(Session& session, Owner& owner, const Value& value, const Type& type, const Place& place) {
  const auto* map = value.get<const Map*>();
  const bool input = type.shape == Shape::inputs;
  if (!map) {
    report_wrong_type(session, value, type, place);
    return poison(value.at);
  }
  std::vector<Port> ports;
  for (const Entry& entry : (*map)->entries) {
    const bool dropped = entry.has_value && entry.value.is<None>() && !entry.type && !entry.body;
    if (dropped || (entry.has_value && entry.value.poisoned() && !entry.type)) continue;
    ports.push_back(check_port(session, owner, entry, input));
    if (input) check_has_value(session, owner, ports.back());
  }
  return {session.model.arena.make(Ports{session.model.arena.array(ports)}), value.at};
}

}  // namespace sema
