#include "sema/given.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/nearest.h"
#include "sema/evaluate.h"
#include "sema/inputs.h"
#include "sema/instance.h"
#include "sema/lookup.h"
#include "sema/value_types.h"
#include "surface/fragment.h"

namespace sema {

namespace {

// A module without names, in which a text of the command line or a params file is evaluated.
Where alone(Session& session, std::unique_ptr<surface::Document> document) {
  Module& module = session.fragments.emplace_back();
  module.document = document.get();
  session.model.documents.push_back(std::move(document));
  return {&module, nullptr};
}

Parameter* find_parameter(Session& session, std::string_view name) {
  Module* module = &session.modules.front();
  const std::size_t dot = name.find('.');
  if (dot != std::string_view::npos) {
    const auto alias = module->names.find(name.substr(0, dot));
    if (alias == module->names.end() || alias->second.kind != Symbol::Kind::module) return nullptr;
    module = module->imports[alias->second.index].module;
    if (!module) return nullptr;
    name.remove_prefix(dot + 1);
  }
  const auto symbol = module->names.find(name);
  if (symbol == module->names.end() || symbol->second.kind != Symbol::Kind::param) return nullptr;
  return &session.parameters[symbol->second.index];
}

void report_unknown_param(Session& session, std::string_view name, Span at) {
  std::vector<std::string_view> names;
  for (const Parameter& one : session.parameters) names.push_back(one.item->name.text);
  base::Diagnostic& report = session.diagnostics.report(at, unknown_param, name);
  if (const auto near = base::nearest(name, names); !near.empty()) {
    report.with_label(fmt::format("did you mean `{}`?", near));
  }
}

void set(Session& session, Parameter& parameter, const Value& value, Span at) {
  parameter.result = fitting(session, value, at, parameter);
  parameter.progress = Progress::done;
  parameter.out->has_value = true;
}

// -D gives text: as it is for a string, else what the language reads in it.
void define(Session& session, const std::string& name, const std::string& text) {
  const Span all = on_command_line(session, fmt::format("-D {}={}", name, text));
  const auto name_end = static_cast<std::uint32_t>(3 + name.size());
  Parameter* parameter = find_parameter(session, name);
  if (!parameter) return report_unknown_param(session, name, {all.file, 3, name_end});
  const Span at{all.file, name_end + 1, all.end};
  const bool string = parameter->type.known == Known::string;
  set(session, *parameter,
      string ? Value{session.model.arena.copy(text), at} : parsed_value(session, text, at), at);
}

void read_params(Session& session, const std::string& path) {
  const base::FileId file = read_source(session, path);
  if (file == 0) {
    session.diagnostics.report(on_command_line(session, fmt::format("--params {}", path)), file_not_found,
                               path);
    return;
  }
  surface::Fragment fragment = surface::members(session.model.sources, file, session.diagnostics);
  const surface::BodyId body = fragment.body;
  const Where where = alone(session, std::move(fragment.document));
  where.module->path = path;
  for (const Entry& entry : evaluate_body(session, body, where)->entries) {
    Parameter* parameter = find_parameter(session, entry.key);
    if (!parameter) {
      report_unknown_param(session, entry.key, entry.key_at);
    } else if (!entry.value.poisoned()) {
      set(session, *parameter, entry.value, entry.value_at);
    }
  }
}

}  // namespace

Value parsed_value(Session& session, std::string_view text, Span at) {
  const base::FileId file = session.model.sources.add(std::string(kCommandLine), std::string(text));
  const std::size_t before = session.diagnostics.all().size();
  surface::Fragment fragment = surface::expression(session.model.sources, file, session.diagnostics);
  const surface::ExprId expr = fragment.expr;
  const Where where = alone(session, std::move(fragment.document));
  if (session.diagnostics.all().size() > before || expr == 0) {
    // Text that the language does not read is text: the field's or param's type says what is wrong with it.
    session.diagnostics.all().resize(before);
    return {session.model.arena.copy(text), at};
  }
  // A bare word names nothing here: it is text.
  if ((*where.module->document)[expr].kind == surface::ExprKind::name)
    return {session.model.arena.copy(text), at};
  Value value = evaluate(session, expr, where);
  value.at = at;
  return value;
}

Value fallback_value(Session& session, const schema::Field& field, Span at) {
  const auto known = session.fallbacks.find(&field);
  Value value;
  if (known != session.fallbacks.end()) {
    value = known->second;
  } else {
    using schema::Shape;
    const Shape shape = field.type.shape;
    const bool text =
        shape == Shape::string || shape == Shape::word || shape == Shape::reference || shape == Shape::path;
    value = text ? Value{field.fallback, {}} : parsed_value(session, field.fallback, {});
    session.fallbacks.emplace(&field, value);
  }
  value.at = at;
  return value;
}

void take_params(Session& session) {
  for (const std::string& path : session.options.params_files) read_params(session, path);
  for (const auto& [name, text] : session.options.defines) define(session, name, text);
}

namespace {

// The declaration that `KIND.NAME.` at the start of a path names; the path is cut to the rest.
Instance* addressed(Session& session, std::string_view& path) {
  const std::size_t first = path.find('.');
  if (first == std::string_view::npos || !schema::find_kind(path.substr(0, first))) return nullptr;
  const std::string_view kind = path.substr(0, first), rest = path.substr(first + 1);
  for (Instance& instance : session.instances) {
    const std::string_view name = instance.out->name;
    if (!instance.out->kind || instance.out->kind->name != kind || name.empty()) continue;
    if (!rest.starts_with(name) || rest.size() <= name.size() || rest[name.size()] != '.') continue;
    path = rest.substr(name.size() + 1);
    return &instance;
  }
  return nullptr;
}

Instance* target(Session& session) {
  std::string_view wanted = session.options.target;
  for (Instance& instance : session.instances) {
    if (instance.out->name.empty()) continue;
    const std::string full = fmt::format("{}.{}", instance.item->kind_word.text, instance.out->name);
    if (wanted == instance.out->name || wanted == full) return &instance;
  }
  return nullptr;
}

// `a.b.c` = value, as nested bodies.
const Map* nested(Session& session, std::string_view path, const Value& value, Span key_at) {
  const std::size_t dot = path.find('.');
  Entry entry{.key = session.model.arena.copy(path.substr(0, dot)),
              .key_at = key_at,
              .at = value.at,
              .type = nullptr};
  entry.value = dot == std::string_view::npos
                    ? value
                    : Value{nested(session, path.substr(dot + 1), value, key_at), value.at};
  entry.has_value = true;
  entry.value_at = value.at;
  return session.model.arena.make(Map{session.model.arena.array(std::vector<Entry>{entry}), value.at});
}

void override(Session& session, std::string_view option, std::string_view path, std::string_view text) {
  const Span all = on_command_line(session, fmt::format("{} {}={}", option, path, text));
  const auto value_begin = static_cast<std::uint32_t>(option.size() + path.size() + 2);
  const Span key_at{all.file, static_cast<std::uint32_t>(option.size() + 1), value_begin - 1};
  const Value value{Given{session.model.arena.copy(text)}, {all.file, value_begin, all.end}};
  std::string rest(option == "--input" ? fmt::format("inputs.{}", path) : path);
  std::string_view field = rest;
  Instance* instance = option == "--set" ? addressed(session, field) : nullptr;
  if (!instance) instance = target(session);
  if (!instance) {
    session.diagnostics.report(key_at, unknown_override, path)
        .with_help("write `KIND.NAME.FIELD=VALUE`, or name a target, whose field `FIELD` then is");
    return;
  }
  const Map* change = nested(session, field, value, key_at);
  instance->changes = instance->changes ? merged(session, *instance->changes, *change, nullptr) : change;
}

}  // namespace

void take_overrides(Session& session) {
  for (const auto& [path, text] : session.options.sets) override(session, "--set", path, text);
  for (const auto& [name, text] : session.options.inputs) override(session, "--input", name, text);
}

}  // namespace sema
