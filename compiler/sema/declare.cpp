#include "sema/declare.h"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "base/nearest.h"
#include "sema/comprehension.h"
#include "sema/evaluate.h"
#include "sema/lookup.h"
#include "sema/operators.h"
#include "sema/secrets.h"
#include "sema/value_types.h"

namespace sema {

using surface::Item;
using surface::ItemKind;

namespace {

using Names = std::unordered_set<std::string_view>;

// Registers a name; one that is taken is an error that shows both, but for the other half of an `if`.
void add_name(Session& session, Module& module, const surface::Name& name, Symbol symbol,
              const Names& forgiven) {
  if (name.empty()) return;
  symbol.name = name;
  if (is_reserved(name.text)) {
    session.diagnostics.report(name.at, reserved_name, name.text).with_help("give it another name");
    return;
  }
  const auto [there, fresh] = module.names.emplace(name.text, symbol);
  if (fresh || forgiven.contains(name.text)) return;
  session.diagnostics.report(name.at, duplicate_name, name.text)
      .with_label(name.at == there->second.name.at ? "made again in a later iteration"
                                                   : "declared again here")
      .note(there->second.name.at, "first declared here");
}

void report_unknown_kind(Session& session, const surface::Name& word) {
  const auto later = schema::later_kinds();
  if (std::find(later.begin(), later.end(), word.text) != later.end()) {
    session.diagnostics.report(word.at, later_kind, word.text);
    return;
  }
  base::Diagnostic& report = session.diagnostics.report(word.at, unknown_kind, word.text);
  std::vector<std::string_view> names(later.begin(), later.end());
  for (const schema::Kind* kind : schema::kinds()) names.push_back(kind->name);
  for (const std::string_view word_of_language : {"param", "let", "secret", "import", "assert"}) {
    names.push_back(word_of_language);
  }
  std::sort(names.begin(), names.end());
  if (const auto near = base::nearest(word.text, names); !near.empty()) {
    report.with_label(fmt::format("did you mean `{}`?", near));
    report.fix(fmt::format("write `{}`", near), base::Safe::yes, {{word.at, std::string(near)}});
  } else {
    report.with_help("`amljob reference` lists the kinds");
  }
}

surface::Name name_of(Session& session, const Item& item, Where where) {
  if (item.computed_name == 0) return item.name;
  const Value value = evaluate(session, item.computed_name, where);
  if (const auto* text = value.get<std::string_view>()) return {*text, item.name.at};
  if (!value.poisoned()) report_deferred(session, value, item.name.at);
  return {{}, item.name.at};
}

void check_header(Session& session, const Item& item, Declaration& out) {
  const schema::Kind* kind = out.kind;
  if (!kind) return;
  if (out.name.empty() && kind->named && item.computed_name == 0) {
    session.diagnostics.report(item.kind_word.at, missing_name, kind->name)
        .with_help(fmt::format("name it: `{} my-{} {{ … }}`", kind->name, kind->name));
  }
  if (item.existing && !kind->may_exist) {
    base::Diagnostic& report = session.diagnostics.report(item.at, needless_existing, kind->name);
    report.at = base::cover({item.at.file, item.at.begin, item.at.begin}, item.kind_word.at);
    if (kind->versioned) {
      report.with_help(
          fmt::format("write `\"azureml:{}:VERSION\"` where it is used; a `let` names it", out.name));
    }
  }
}

void add_declaration(Session& session, Module& module, const Item& item, Where where, const Names& forgiven) {
  if (session.instances.size() >= kMaxDeclarations) {
    if (session.instances.size() == kMaxDeclarations) {
      session.diagnostics.report(item.at, expansion_limit,
                                 fmt::format("{} declarations in all", kMaxDeclarations));
    }
    if (session.instances.size() > kMaxDeclarations) return;
  }
  Declaration& out = session.model.declarations.emplace_back();
  Instance& instance = session.instances.emplace_back();
  const std::size_t index = session.instances.size() - 1;
  instance = {.item = &item, .where = where, .out = &out};
  session.instance_of.emplace(&out, &instance);
  out.kind = schema::find_kind(item.kind_word.text);
  const surface::Name name = name_of(session, item, where);
  out.name = out.azure_name = name.text;
  out.existing = item.existing;
  out.imported = &module != &session.modules.front();
  out.name_at = name.empty() ? item.kind_word.at : name.at;
  out.at = item.at;
  out.doc = item.doc;
  out.iteration = iteration_of(where.loop);
  if (where.loop) out.loop_at = where.loop->name.at;
  if (!out.kind) report_unknown_kind(session, item.kind_word);
  check_header(session, item, out);
  add_name(session, module, name, {Symbol::Kind::declaration, index, name}, forgiven);
  if (out.kind) module.by_kind[out.kind->name].push_back(index);
  if (item.body == 0) return;
  const std::vector<NamedMember> members = named_members(session, item.body, where);
  instance.slots.reserve(members.size());
  for (const NamedMember& named : members) {
    if (members.size() > kIndexedFrom) instance.slot_of.emplace(named.key, instance.slots.size());
    instance.slots.push_back({.key = named.key, .member = named.member});
  }
}

void add_param(Session& session, Module& module, const Item& item, const Names& forgiven) {
  Param& out = session.model.params.emplace_back(Param{item.name.text, item.name.at});
  Parameter& parameter = session.parameters.emplace_back();
  parameter.out = &out;
  parameter.item = &item;
  parameter.where = {&module, nullptr};
  if (item.type) {
    parameter.type = type_of(session, *item.type);
    check_options(session, parameter);
  } else if (!item.name.empty()) {
    session.diagnostics.report(item.name.at, param_without_type, item.name.text)
        .with_help(fmt::format("say what it takes: `param {}: string`", item.name.text));
  }
  add_name(session, module, item.name, {Symbol::Kind::param, session.parameters.size() - 1, item.name},
           forgiven);
}

void add_let(Session& session, Module& module, const Item& item, Where where, const Names& forgiven) {
  session.lets.push_back({.name = item.name, .value = item.value, .where = where});
  add_name(session, module, item.name, {Symbol::Kind::let, session.lets.size() - 1, item.name}, forgiven);
}

// One item that is neither loop nor condition.
void declare(Session& session, Module& module, const Item& item, Where where, const Names& forgiven) {
  switch (item.kind) {
    case ItemKind::declaration: add_declaration(session, module, item, where, forgiven); break;
    case ItemKind::param: add_param(session, module, item, forgiven); break;
    case ItemKind::let: add_let(session, module, item, where, forgiven); break;
    case ItemKind::secret:
      session.model.secrets.push_back(secret_of(session, item, where));
      add_name(session, module, item.name,
               {Symbol::Kind::secret, session.model.secrets.size() - 1, item.name}, forgiven);
      break;
    default: break;
  }
}

// What is not evaluated (the half of an `if` that is not taken, a declaration of no known kind) makes
// nothing, but what it names counts as used, and as completed there where it says so.
void note_names(Session& session, Module& module, std::span<const Item> items, bool completes) {
  for (const Item& item : items) {
    for (surface::ExprId id = item.first_expr; id < item.end_expr; ++id) {
      const surface::Expr& expr = (*module.document)[id];
      if (expr.kind != surface::ExprKind::name) continue;
      const Symbol* symbol = find_symbol(module, expr.text);
      if (!symbol) continue;
      if (symbol->kind == Symbol::Kind::declaration) {
        ++session.instances[symbol->index].out->used;
        session.instances[symbol->index].completed = session.instances[symbol->index].completed || completes;
      }
      if (symbol->kind == Symbol::Kind::let) session.lets[symbol->index].used = true;
      if (symbol->kind == Symbol::Kind::param) session.parameters[symbol->index].out->used = true;
      if (symbol->kind == Symbol::Kind::secret) ++session.model.secrets[symbol->index].uses;
      if (symbol->kind == Symbol::Kind::module) module.imports[symbol->index].used = true;
    }
  }
}

void expand_items(Session& session, Module& module, const std::vector<Item>& items, Where where, bool nested,
                  const Names& forgiven);

Names names_in(const std::vector<Item>& items) {
  Names out;
  for (const Item& item : items) out.insert(item.name.text);
  return out;
}

void expand_condition(Session& session, Module& module, const Item& item, Where where) {
  const Value condition = item.value != 0 ? evaluate(session, item.value, where) : poison(item.at);
  const auto* known = condition.get<bool>();
  if (known) {
    expand_items(session, module, *known ? item.items : item.otherwise, where, true, {});
    note_names(session, module, *known ? item.otherwise : item.items, false);
    return;
  }
  if (!condition.poisoned() && !condition.is<Unknown>()) {
    const Span at = session.document(where)[item.value].at;
    if (!report_deferred(session, condition, at))
      session.diagnostics.report(at, condition_type, described(condition));
  }
  // Not known yet (or wrong, and reported): both halves are checked.
  expand_items(session, module, item.items, where, true, {});
  expand_items(session, module, item.otherwise, where, true, names_in(item.items));
}

void expand_loop(Session& session, Module& module, const Item& item, Where where) {
  if (item.value == 0) return;
  const surface::Document& document = session.document(where);
  const Value over = evaluate(session, item.value, where);
  const auto each = [&](const Binding* loop) {
    expand_items(session, module, item.items, {where.module, loop}, true, {});
  };
  const auto walked =
      for_each(session, over, document[item.value].at, document.clauses[item.clause], where, each);
  module.unknown_loop = module.unknown_loop || !walked.has_value();
}

std::string_view word_of(ItemKind kind) {
  switch (kind) {
    case ItemKind::param: return "param";
    case ItemKind::let: return "let";
    case ItemKind::secret: return "secret";
    default: return "import";
  }
}

void expand_items(Session& session, Module& module, const std::vector<Item>& items, Where where, bool nested,
                  const Names& forgiven) {
  for (const Item& item : items) {
    if (item.kind == ItemKind::loop) {
      expand_loop(session, module, item, where);
    } else if (item.kind == ItemKind::condition) {
      expand_condition(session, module, item, where);
    } else if (nested && item.kind == ItemKind::assertion) {
      session.assertions.push_back({&item, where});
    } else if (nested && item.kind != ItemKind::declaration &&
               (where.loop || item.kind == ItemKind::import_)) {
      session.diagnostics.report(item.at, repeated_in_loop, word_of(item.kind))
          .with_help("declare it outside, at the level of the file");
    } else if (nested) {
      declare(session, module, item, where, forgiven);
    }
  }
}

}  // namespace

namespace {

// `workspace { }` and `registry { }` without a name are where all of a program goes: there is one of each.
void check_unnamed(Session& session, const Module& module) {
  std::unordered_map<std::string_view, const Item*> first;
  for (const Item& item : module.document->items) {
    const schema::Kind* kind =
        item.kind == ItemKind::declaration ? schema::find_kind(item.kind_word.text) : nullptr;
    if (!kind || kind->named || !item.name.empty() || item.computed_name != 0) continue;
    const auto [earlier, fresh] = first.emplace(kind->name, &item);
    if (fresh) continue;
    session.diagnostics.report(item.kind_word.at, second_unnamed, kind->name)
        .note(earlier->second->kind_word.at, "the first one")
        .with_help("keep one; with a name it is one to create");
  }
}

}  // namespace

void declare_names(Session& session, Module& module) {
  check_unnamed(session, module);
  for (const Item& item : module.document->items) {
    if (item.kind == ItemKind::assertion) {
      session.assertions.push_back({&item, {&module, nullptr}});
    } else {
      declare(session, module, item, {&module, nullptr}, {});
    }
  }
}

void expand(Session& session, Module& module) {
  expand_items(session, module, module.document->items, {&module, nullptr}, false, {});
}

void note_unchecked(Session& session) {
  for (const Instance& instance : session.instances) {
    if (!instance.out->kind) note_names(session, *instance.where.module, {instance.item, 1}, true);
  }
}

}  // namespace sema
