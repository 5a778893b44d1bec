#include "sema/lookup.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/nearest.h"
#include "sema/evaluate.h"
#include "sema/instance.h"

namespace sema {

using surface::Expr;
using surface::ExprKind;

bool is_reserved(std::string_view name) {
  static constexpr std::array kWords = {"param",   "let",    "secret", "import", "as",      "existing",
                                        "extends", "assert", "step",   "for",    "in",      "if",
                                        "then",    "else",   "and",    "or",     "not",     "of",
                                        "true",    "false",  "none",   "inputs", "outputs", "run"};
  if (std::find(kWords.begin(), kWords.end(), name) != kWords.end()) return true;
  const auto later = schema::later_kinds();
  return schema::find_kind(name) || std::find(later.begin(), later.end(), name) != later.end();
}

const Symbol* find_symbol(Module& module, std::string_view name) {
  const auto at = module.names.find(name);
  if (at == module.names.end()) return nullptr;
  if (at->second.through) at->second.through->used = true;
  return &at->second;
}

namespace {

const Binding* find_binding(const Binding* loop, std::string_view name) {
  while (loop && loop->name.text != name) loop = loop->outer;
  return loop;
}

bool known_here(std::string_view name, Where where) {
  return find_binding(where.loop, name) || where.module->names.contains(name);
}

// `n-1`, which is one name, was meant to be `n - 1`.
bool report_subtraction(Session& session, std::string_view name, Span at, Where where) {
  const std::size_t dash = name.rfind('-');
  if (dash == std::string_view::npos || dash == 0) return false;
  const std::string_view left = name.substr(0, dash), right = name.substr(dash + 1);
  const bool number = right.find_first_not_of("0123456789") == std::string_view::npos;
  if (!known_here(left, where) || !(number || known_here(right, where))) return false;
  session.diagnostics.report(at, unknown_name, name)
      .with_label("a `-` without spaces is part of a name")
      .fix(fmt::format("write `{} - {}`", left, right), base::Safe::yes,
           {{at, fmt::format("{} - {}", left, right)}});
  return true;
}

// `${HOME}` was meant for the shell.
bool report_shell_variable(Session& session, std::string_view name, Span at) {
  const bool capitals =
      name.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_") == std::string_view::npos;
  const Span opening{at.file, at.begin < 2 ? 0 : at.begin - 2, at.begin};
  if (!capitals || session.model.sources.text(opening) != "${") return false;
  session.diagnostics.report(at, unknown_name, name)
      .with_label("a variable of the shell?")
      .fix(fmt::format("write `\\${{{}}}`, which the shell gets as `${{{}}}`", name, name), base::Safe::no,
           {{{at.file, opening.begin, opening.begin}, "\\"}});
  return true;
}

}  // namespace

void report_unknown_name(Session& session, std::string_view name, Span at, Where where) {
  if (report_shell_variable(session, name, at) || report_subtraction(session, name, at, where)) return;
  base::Diagnostic& report = session.diagnostics.report(at, unknown_name, name);
  if (name == "inputs" || name == "outputs" || name == "run") {
    report.with_help(fmt::format("say which one: `{}.NAME`", name));
    return;
  }
  std::vector<std::string_view> names;
  for (const auto& [known, symbol] : where.module->names) names.push_back(known);
  for (const Binding* one = where.loop; one; one = one->outer) names.push_back(one->name.text);
  std::sort(names.begin(), names.end());
  const schema::Kind* kind = schema::find_kind(session.member);
  if (const std::string_view near = base::nearest(name, names); !near.empty()) {
    report.with_label(fmt::format("did you mean `{}`?", near));
    report.fix(fmt::format("write `{}`", near), base::Safe::no, {{at, std::string(near)}});
  } else if (kind && kind->may_exist) {
    const std::string help = kind->versioned
                                 ? "for one that is already in Azure write `\"azureml:{1}:VERSION\"`"
                                 : "for one that is already in Azure declare `existing {0} {1} {{ }}`";
    report.with_help(fmt::format(fmt::runtime(help), kind->name, name));
  } else {
    report.with_help("text stands in quotes; a name is declared with `let`, `param`, or a kind");
  }
}

Value name_value(Session& session, const Expr& expr, Where where) {
  if (const Binding* binding = find_binding(where.loop, expr.text)) return binding->value;
  const Symbol* symbol = find_symbol(*where.module, expr.text);
  if (!symbol) {
    report_unknown_name(session, expr.text, expr.at, where);
    return poison(expr.at);
  }
  return value_of(session, *symbol, expr.at);
}

namespace {

Value deferred(Session& session, Deferred::Root root, const Expr& expr) {
  return {session.model.arena.make(Deferred{root, expr.text, expr.at}), expr.at};
}

// inputs.x, outputs.x, run.name: known when the job runs.
std::optional<Value> run_time_value(Session& session, const Expr& subject, const Expr& expr) {
  if (subject.kind != ExprKind::name) return std::nullopt;
  if (subject.text == "inputs") return deferred(session, Deferred::Root::inputs, expr);
  if (subject.text == "outputs") return deferred(session, Deferred::Root::outputs, expr);
  if (subject.text != "run") return std::nullopt;
  static const std::vector<std::string_view> kRun = {"name", "output_name", "default_datastore"};
  if (std::find(kRun.begin(), kRun.end(), expr.text) != kRun.end()) {
    return deferred(session, Deferred::Root::run, expr);
  }
  base::Diagnostic& report = session.diagnostics.report(expr.op_at, unknown_run_value, expr.text);
  if (const auto near = base::nearest(expr.text, kRun); !near.empty()) {
    report.with_label(fmt::format("did you mean `{}`?", near));
  } else {
    report.with_help("there are `run.name`, `run.output_name` and `run.default_datastore`");
  }
  return poison(expr.at);
}

Value imported(Session& session, const Import& import, const Expr& expr) {
  if (!import.module) return poison(expr.at);
  const Symbol* symbol = find_symbol(*import.module, expr.text);
  if (symbol && !symbol->through && symbol->kind != Symbol::Kind::module)
    return value_of(session, *symbol, expr.at);
  base::Diagnostic& report = session.diagnostics.report(
      expr.op_at, no_member, fmt::format("`{}`", import.item->path.text), expr.text);
  std::vector<std::string_view> names;
  for (const auto& [name, one] : import.module->names) {
    if (!one.through) names.push_back(name);
  }
  std::sort(names.begin(), names.end());
  if (const auto near = base::nearest(expr.text, names); !near.empty()) {
    report.with_label(fmt::format("did you mean `{}`?", near));
  }
  return poison(expr.at);
}

Value of_map(Session& session, const Map& map, std::string_view key, Span key_at, Span at) {
  if (const Entry* entry = map.find(key)) {
    if (entry->has_value) return entry->value;
    return entry->body ? Value{entry->body, entry->at} : Value{None{}, entry->at};
  }
  base::Diagnostic& report =
      session.diagnostics.report(key_at, no_key, key).note(map.at, "the keys are these");
  std::vector<std::string_view> keys;
  for (const Entry& entry : map.entries) keys.push_back(entry.key);
  if (const auto near = base::nearest(key, keys); !near.empty()) {
    report.with_label(fmt::format("did you mean `{}`?", near));
  }
  return poison(at);
}

}  // namespace

Value member_value(Session& session, const Expr& expr, Where where) {
  const surface::Document& document = session.document(where);
  const surface::ExprId subject_id = document.child(expr, 0);
  const Expr& subject = document[subject_id];
  if (expr.text.empty()) return poison(expr.at);
  if (const auto later = run_time_value(session, subject, expr)) return *later;
  if (subject.kind == ExprKind::name && !find_binding(where.loop, subject.text)) {
    const Symbol* symbol = find_symbol(*where.module, subject.text);
    if (symbol && symbol->kind == Symbol::Kind::module) {
      Import& import = where.module->imports[symbol->index];
      import.used = true;
      return imported(session, import, expr);
    }
  }
  const Value value = evaluate(session, subject_id, where);
  if (value.poisoned()) return poison(expr.at);
  if (const auto* ref = value.get<Ref>()) return static_field(session, *ref->to, expr.text, expr.op_at);
  if (const auto* map = value.get<const Map*>())
    return of_map(session, **map, expr.text, expr.op_at, expr.at);
  if (const auto* unknown = value.get<Unknown>();
      unknown && (unknown->type == Known::map || unknown->type == Known::nothing)) {
    return {Unknown{}, expr.at};
  }
  session.diagnostics.report(expr.op_at, no_member, described(value), expr.text);
  return poison(expr.at);
}

namespace {

// `job["train-s"]`: a declaration whose name a loop made.
std::optional<Value> declared_by_text(Session& session, const Expr& subject, const Value& key, Span key_at,
                                      Span at, Where where) {
  if (subject.kind != ExprKind::name || !schema::find_kind(subject.text)) return std::nullopt;
  if (key.poisoned()) return poison(at);
  const auto* name = key.get<std::string_view>();
  if (!name) {
    if (key.is<Unknown>()) return Value{Unknown{}, at};
    session.diagnostics.report(key_at, index_type, "a declaration", "its name", described(key));
    return poison(at);
  }
  const auto of_kind = where.module->by_kind.find(subject.text);
  std::vector<std::string_view> names;
  if (of_kind != where.module->by_kind.end()) {
    for (const std::size_t index : of_kind->second) {
      const Instance& instance = session.instances[index];
      if (instance.out->name == *name) {
        mention(session, *instance.out);
        return Value{Ref{instance.out}, at};
      }
      names.push_back(instance.out->name);
    }
  }
  if (where.module->unknown_loop) return Value{Unknown{}, at};
  base::Diagnostic& report = session.diagnostics.report(key_at, unknown_name, *name);
  if (const auto near = base::nearest(*name, names); !near.empty()) {
    report.with_label(fmt::format("did you mean `{}`?", near));
  }
  return poison(at);
}

Value of_list(Session& session, const List& list, const Value& key, Span key_at, Span at) {
  const auto* index = key.get<std::int64_t>();
  if (!index) {
    session.diagnostics.report(key_at, index_type, "a list", "an integer from 0", described(key));
    return poison(at);
  }
  if (*index >= 0 && static_cast<std::uint64_t>(*index) < list.items.size()) {
    return list.items[static_cast<std::size_t>(*index)];
  }
  session.diagnostics.report(key_at, index_out_of_range, fmt::format("{}", *index),
                             fmt::format("{}", list.items.size()));
  return poison(at);
}

// What a map with a key that is not known yet may give: the one type that all its values have.
Value any_of(const Map& map, Span at) {
  Known type = map.entries.empty() ? Known::nothing : known_type(map.entries.front().value);
  for (const Entry& entry : map.entries) {
    if (known_type(entry.value) != type) type = Known::nothing;
  }
  return {Unknown{type}, at};
}

}  // namespace

Value index_value(Session& session, const Expr& expr, Where where) {
  const surface::Document& document = session.document(where);
  const Expr& subject = document[document.child(expr, 0)];
  const surface::ExprId key_id = document.child(expr, 1);
  const Value key = evaluate(session, key_id, where);
  const Span key_at = document[key_id].at;
  if (const auto declared = declared_by_text(session, subject, key, key_at, expr.at, where)) return *declared;
  const Value value = evaluate(session, document.child(expr, 0), where);
  if (value.poisoned() || key.poisoned()) return poison(expr.at);
  if (value.is<Unknown>()) return {Unknown{}, expr.at};
  if (const auto* map = value.get<const Map*>()) {
    if (const auto* name = key.get<std::string_view>()) return of_map(session, **map, *name, key_at, expr.at);
    if (key.is<Unknown>()) return any_of(**map, expr.at);
    session.diagnostics.report(key_at, index_type, "a block", "a string", described(key));
    return poison(expr.at);
  }
  if (const auto* list = value.get<const List*>()) {
    if (key.is<Unknown>()) return {Unknown{}, expr.at};
    return of_list(session, **list, key, key_at, expr.at);
  }
  session.diagnostics.report(expr.op_at, no_member, described(value), session.model.sources.text(key_at));
  return poison(expr.at);
}

}  // namespace sema
