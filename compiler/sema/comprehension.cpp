#include "sema/comprehension.h"

#include <unordered_map>

#include "sema/evaluate.h"
#include "sema/lookup.h"
#include "sema/operators.h"

namespace sema {

using surface::Expr;

namespace {

void check_variable(Session& session, const surface::Name& name, Where where) {
  if (name.empty()) return;
  if (const auto at = where.module->names.find(name.text); at != where.module->names.end()) {
    session.diagnostics.report(name.at, loop_variable_hides, name.text)
        .note(at->second.name.at, "declared here")
        .with_help("give the variable another name");
  }
}

const Binding* bind(Session& session, const Binding* outer, const surface::Name& name, const Value& value) {
  if (name.empty()) return outer;
  return &session.bindings.emplace_back(Binding{outer, name, value});
}

}  // namespace

std::optional<bool> for_each(Session& session, const Value& over, Span over_at, const surface::Clause& clause,
                             Where where, const std::function<void(const Binding*)>& body) {
  if (over.poisoned()) return false;
  check_variable(session, clause.first, where);
  check_variable(session, clause.second, where);
  if (const auto* list = over.get<const List*>()) {
    const auto& items = (*list)->items;
    if (!within_elements(session, items.size(), over_at)) return false;
    for (std::size_t i = 0; i < items.size(); ++i) {
      if (clause.second.empty()) {
        body(bind(session, where.loop, clause.first, items[i]));
      } else {
        const Value index{static_cast<std::int64_t>(i), items[i].at};
        body(bind(session, bind(session, where.loop, clause.first, index), clause.second, items[i]));
      }
    }
    return true;
  }
  if (const auto* map = over.get<const Map*>()) {
    if (!within_elements(session, (*map)->entries.size(), over_at)) return false;
    for (const Entry& entry : (*map)->entries) {
      const Binding* key = bind(session, where.loop, clause.first, {entry.key, entry.key_at});
      body(bind(session, key, clause.second, entry.value));
    }
    return true;
  }
  if (over.is<Unknown>()) return std::nullopt;
  if (!report_deferred(session, over, over_at))
    session.diagnostics.report(over_at, not_a_collection, described(over));
  return false;
}

namespace {

// Whether an element is taken; nothing: its `if` is not known yet.
std::optional<bool> taken(Session& session, surface::ExprId filter, Where where) {
  if (filter == 0) return true;
  const Value value = evaluate(session, filter, where);
  if (const auto* known = value.get<bool>()) return *known;
  if (value.is<Unknown>()) return std::nullopt;
  const Span at = session.document(where)[filter].at;
  if (!value.poisoned() && !report_deferred(session, value, at)) {
    session.diagnostics.report(at, condition_type, described(value));
  }
  return false;
}

}  // namespace

Value list_for(Session& session, const Expr& expr, Where where) {
  const surface::Document& document = session.document(where);
  const surface::ExprId over = document.child(expr, 0), filter = document.child(expr, 1);
  const surface::ExprId element = document.child(expr, 2);
  const Value values = evaluate(session, over, where);
  std::vector<Value> items;
  bool unknown = false;
  const auto each = [&](const Binding* loop) {
    const Where inside{where.module, loop};
    const auto take = taken(session, filter, inside);
    if (!take) unknown = true;
    if (take.value_or(false)) items.push_back(evaluate(session, element, inside));
  };
  const auto walked =
      for_each(session, values, document[over].at, document.clauses[expr.clause], where, each);
  if (!walked || unknown) return {Unknown{Known::list}, expr.at};
  if (!*walked) return poison(expr.at);
  return {session.model.arena.make(List{session.model.arena.array(items)}), expr.at};
}

Value map_for(Session& session, const Expr& expr, Where where) {
  const surface::Document& document = session.document(where);
  const surface::ExprId over = document.child(expr, 0), filter = document.child(expr, 1);
  const surface::ExprId key_id = document.child(expr, 2), value_id = document.child(expr, 3);
  const Value values = evaluate(session, over, where);
  std::vector<Entry> entries;
  std::unordered_map<std::string_view, std::size_t> seen;
  bool unknown = false;
  const auto each = [&](const Binding* loop) {
    const Where inside{where.module, loop};
    const auto take = taken(session, filter, inside);
    const Value key = take.value_or(false) ? evaluate(session, key_id, inside) : poison(expr.at);
    unknown = unknown || !take || key.is<Unknown>();
    const Span at = document[key_id].at;
    const auto* text = key.get<std::string_view>();
    if (!text) {
      if (!key.poisoned()) report_deferred(session, key, at);
      return;
    }
    Entry entry{.key = *text, .key_at = at, .at = expr.at, .type = nullptr};
    entry.value = evaluate(session, value_id, inside);
    entry.has_value = true;
    entry.value_at = document[value_id].at;
    if (seen.emplace(*text, entries.size()).second) {
      entries.push_back(entry);
    } else {
      session.diagnostics.report(at, duplicate_member, *text).with_label("made again in a later iteration");
    }
  };
  const auto walked =
      for_each(session, values, document[over].at, document.clauses[expr.clause], where, each);
  if (!walked || unknown) return {Unknown{Known::map}, expr.at};
  if (!*walked) return poison(expr.at);
  return {session.model.arena.make(Map{session.model.arena.array(entries), expr.at}), expr.at};
}

}  // namespace sema
