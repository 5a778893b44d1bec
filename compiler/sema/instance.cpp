#include "sema/instance.h"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_set>
#include <utility>

#include "base/nearest.h"
#include "base/words.h"
#include "sema/evaluate.h"
#include "sema/given.h"

namespace sema {

namespace {

constexpr bool is_own(std::string_view name) { return name == "name" || name == "version"; }

std::string title(const Instance& instance) {
  return fmt::format("{} {}", instance.item->kind_word.text, instance.out->name);
}

const schema::Block* body_block(const Instance& instance) {
  return instance.out->kind ? &instance.out->kind->body : nullptr;
}

// Most declarations have few members: an index is made only for the others.
Slot* find_slot(Instance& instance, std::string_view name) {
  if (instance.slots.size() > kIndexedFrom) {
    const auto at = instance.slot_of.find(name);
    return at == instance.slot_of.end() ? nullptr : &instance.slots[at->second];
  }
  const auto at = std::find_if(instance.slots.begin(), instance.slots.end(),
                               [&](const Slot& one) { return one.key == name; });
  return at == instance.slots.end() ? nullptr : &*at;
}

// The member as this declaration alone writes it, evaluated once.
const Slot* own_member(Session& session, Instance& instance, std::string_view name) {
  Slot* const found = find_slot(instance, name);
  if (!found) return nullptr;
  Slot& slot = *found;
  if (slot.progress == Progress::done) return &slot;
  if (slot.progress == Progress::busy) {
    report_cycle(session, {instance.out->name, name, slot.member->name.at});
    slot.entry = {.key = slot.key, .key_at = slot.member->name.at, .at = slot.member->at, .type = nullptr};
    slot.entry.value = poison(slot.member->at);
    slot.entry.has_value = true;
    slot.progress = Progress::done;
    return &slot;
  }
  slot.progress = Progress::busy;
  session.path.push_back({instance.out->name, slot.key, slot.member->name.at});
  const std::string_view member_around = std::exchange(session.member, slot.key);
  Mentions* const around = std::exchange(session.mentions, &slot.mentions);
  Entry entry = evaluate_member(session, *slot.member, instance.where);
  entry.key = slot.key;
  session.mentions = around;
  session.member = member_around;
  session.path.pop_back();
  if (slot.progress != Progress::done) slot.entry = entry;  // done: it was found to need itself
  slot.progress = Progress::done;
  return &slot;
}

}  // namespace

Instance* base_of(Session& session, Instance& instance) {
  if (instance.base_known) return instance.base;
  instance.base_known = true;
  if (instance.item->base == 0) return nullptr;
  const surface::Expr& expr = session.document(instance.where)[instance.item->base];
  instance.out->base_at = expr.at;
  Mentions* const around = std::exchange(session.mentions, nullptr);  // extends is no reference
  const Value value = evaluate(session, instance.item->base, instance.where);
  session.mentions = around;
  if (value.poisoned()) return nullptr;
  const auto* ref = value.get<Ref>();
  if (!ref) {
    if (!value.is<Unknown>()) session.diagnostics.report(expr.at, extends_no_declaration);
    return nullptr;
  }
  Instance* base = session.instance_of.at(ref->to);
  if (base->out->kind != instance.out->kind) {
    session.diagnostics
        .report(expr.at, extends_other_kind, base->out->name, base::with_article(base->item->kind_word.text),
                base::with_article(instance.item->kind_word.text))
        .note(base->out->name_at, "declared here");
    return nullptr;
  }
  for (Instance* up = base; up; up = up->base_known ? up->base : base_of(session, *up)) {
    if (up != &instance) continue;
    session.diagnostics.report(expr.at, cycle, title(instance))
        .note(base->out->base_at, "which extends it here");
    return nullptr;
  }
  instance.base = base;
  instance.out->base = base->out;
  base->out->extended = true;
  return base;
}

namespace {

// The member, and what counts of it towards the instance's mentions.
std::optional<Entry> collected(Session& session, Instance& instance, std::string_view name,
                               Mentions& mentions) {
  std::optional<Entry> out;
  Instance* base = base_of(session, instance);
  if (base && !is_own(name)) out = collected(session, *base, name, mentions);
  if (const Slot* own = own_member(session, instance, name)) {
    const schema::Block* block = body_block(instance);
    const schema::Field* field = block ? block->find(name) : nullptr;
    const schema::Block* inner = field ? field->type.block : nullptr;
    if (!own->entry.value.is<const Map*>()) mentions.clear();  // it replaces what is inherited
    mentions.insert(mentions.end(), own->mentions.begin(), own->mentions.end());
    out = out ? merged(session, *out, own->entry, inner) : own->entry;
  }
  if (instance.changes) {
    if (const Entry* change = instance.changes->find(name)) {
      out = out ? merged(session, *out, *change, nullptr) : *change;
    }
  }
  return out;
}

}  // namespace

std::optional<Entry> member_of(Session& session, Instance& instance, std::string_view name) {
  Mentions mentions;
  return collected(session, instance, name, mentions);
}

namespace {

// What is inherited first, then its own, then what the command line adds; each once.
std::vector<std::string_view> keys_of(Session& session, Instance& instance) {
  std::vector<std::string_view> keys;
  Instance* base = base_of(session, instance);
  if (!base && !instance.changes) {
    for (const Slot& slot : instance.slots) keys.push_back(slot.key);
    return keys;
  }
  std::unordered_set<std::string_view> seen;
  const auto take = [&](std::string_view key) {
    if (seen.insert(key).second) keys.push_back(key);
  };
  if (base) {
    for (const Entry& entry : whole(session, *base).entries) {
      if (!is_own(entry.key)) take(entry.key);
    }
  }
  for (const Slot& slot : instance.slots) take(slot.key);
  if (instance.changes) {
    for (const Entry& entry : instance.changes->entries) take(entry.key);
  }
  return keys;
}

}  // namespace

const Map& whole(Session& session, Instance& instance) {
  if (instance.progress == Progress::done) return instance.merged;
  const std::vector<std::string_view> keys = keys_of(session, instance);
  std::vector<Entry> entries;
  for (const std::string_view key : keys) {
    Mentions mentions;
    if (const auto entry = collected(session, instance, key, mentions)) entries.push_back(*entry);
    instance.mentions.insert(instance.mentions.end(), mentions.begin(), mentions.end());
  }
  instance.merged = {session.model.arena.array(entries), instance.item->at};
  instance.progress = Progress::done;
  return instance.merged;
}

namespace {

Value read_field(Session& session, Instance& instance, std::string_view name, Span at) {
  const Declaration& declaration = *instance.out;
  if (const auto entry = member_of(session, instance, name);
      entry && entry->has_value && !entry->value.is<None>()) {
    return entry->value;
  }
  if (name == "name" && !declaration.name.empty()) return {declaration.name, declaration.name_at};
  if (!declaration.kind) return poison(at);
  const schema::Field* field = declaration.kind->body.find(name);
  if (!field) {
    base::Diagnostic& report = session.diagnostics.report(at, unknown_field, declaration.kind->name, name);
    std::vector<std::string_view> names;
    for (const schema::Field& one : declaration.kind->body.fields) names.push_back(one.name);
    if (const auto near = base::nearest(name, names); !near.empty()) {
      report.with_label(fmt::format("did you mean `{}`?", near));
    }
    return poison(at);
  }
  if (!field->fallback.empty()) return fallback_value(session, *field, at);
  session.diagnostics.report(at, field_not_given, name, declaration.name)
      .note(declaration.name_at, "declared here");
  return poison(at);
}

}  // namespace

Value static_field(Session& session, const Declaration& declaration, std::string_view name, Span at) {
  Instance& instance = *session.instance_of.at(&declaration);
  Mentions* const around = std::exchange(session.mentions, nullptr);
  const Value value = read_field(session, instance, name, at);
  session.mentions = around;
  return value;
}

}  // namespace sema
