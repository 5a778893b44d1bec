#include <fmt/format.h>

#include <algorithm>

#include "sema/check.h"
#include "sema/given.h"

namespace sema {

using schema::Block;
using schema::Field;
using schema::Shape;

namespace {

struct Checked {
  std::vector<FieldValue> fields;  // by row; field == nullptr: not given
  const Map* raw = nullptr;
  std::string_view word;  // of the block's discriminator
  // The block has one, and its word is missing or wrong: which fields there are is not known.
  bool undecided = false;
};

std::size_t row_of(const Block& block, const Field& field) {
  return static_cast<std::size_t>(&field - block.fields.data());
}

bool is_ports(const Field& field) {
  return field.type.shape == Shape::inputs || field.type.shape == Shape::outputs;
}

void check_entry(Session& session, Owner& owner, const Block& block, const Field& field, const Entry& entry,
                 Checked& out) {
  FieldValue& slot = out.fields[row_of(block, field)];
  slot.name_at = entry.key_at;
  slot.value_at = entry.has_value ? entry.value_at : entry.at;
  if (entry.has_value && entry.value.is<None>()) return;
  slot.field = &field;
  const Place place{&block, &field, entry.key, entry.key_at, slot.value_at};
  if (entry.type) {
    session.diagnostics.report(entry.type->at, typed_field, entry.key)
        .with_help("a type declares an entry of `inputs` or `outputs`; a field is given with `=`")
        .fix("take the type away", base::Safe::yes,
             {{{entry.key_at.file, entry.key_at.end, entry.type->at.end}, ""}});
    slot.value = poison(entry.at);
    return;
  }
  Value value = entry.value;
  if (const auto* given = value.get<Given>(); given && !is_ports(field))
    value = read_given(session, value, field.type);
  if (field.type.shape == Shape::reference) {
    slot.value = check_reference(session, owner, value, entry.body, field.type, place);
    return;
  }
  if (entry.body && entry.has_value) {
    session.diagnostics.report(entry.body->at, braces_after_value, entry.key)
        .with_help("only a reference to a declaration takes changes in braces");
  }
  slot.value = check_value(session, owner, value, field.type, place);
}

// The word that decides which other fields there are; empty: not known, or none that the field takes.
std::string_view decided_word(const Block& block, const Map& map) {
  if (block.discriminator.empty()) return {};
  const Field& field = *block.find(block.discriminator);
  const Entry* entry = map.find(block.discriminator);
  if (!entry || entry->value.is<None>()) return field.fallback;
  const auto* word = entry->value.get<std::string_view>();
  const auto same = [&](const schema::Word& one) { return word && one.name == *word; };
  return std::any_of(field.type.words.begin(), field.type.words.end(), same) ? *word : std::string_view{};
}

// The row of a name: that for the word where there is one, else the first (which then does not go with the
// word).
const Field* row_named(const Block& block, std::string_view name, std::string_view word) {
  const Field* field = word.empty() ? nullptr : block.find(name, word);
  return field ? field : block.find(name);
}

// One of several of its name, or one that not every word has: which holds is decided by the word.
bool hangs_on_word(const Field& field) { return !field.only.empty(); }

bool allowed(const Field& field, std::string_view word) {
  return field.only.empty() || word.empty() ||
         std::find(field.only.begin(), field.only.end(), word) != field.only.end();
}

std::string listed(std::span<const std::string_view> names, std::string_view last) {
  std::string out;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i > 0) out += i + 1 == names.size() ? fmt::format(" {} ", last) : ", ";
    out += fmt::format("`{}`", names[i]);
  }
  return out;
}

void report_misplaced(Session& session, const Block& block, const Checked& checked) {
  const std::string_view word = checked.word;
  if (word.empty()) return;
  for (const FieldValue& value : checked.fields) {
    if (!value.field || allowed(*value.field, word)) continue;
    base::Diagnostic& report = session.diagnostics.report(value.name_at, field_not_beside, value.field->name,
                                                          block.discriminator, word);
    report.with_help(fmt::format("it is for `{}` {}", block.discriminator, listed(value.field->only, "or")));
    const FieldValue& decider = checked.fields[row_of(block, *block.find(block.discriminator))];
    if (decider.field) report.note(decider.value_at, "given here");
  }
}

struct Wanting {
  std::vector<std::string> missing;  // "`command` or `script`"
  std::string example;               // doc of the first one
};

void check_group(Session& session, const std::string& subject, const Block& block, const schema::Group& group,
                 const Checked& checked, Wanting& wanting) {
  using Rule = schema::Group::Rule;
  std::vector<const FieldValue*> given;
  bool possible = false;
  for (const std::string_view name : group.names) {
    const Field* field = row_named(block, name, checked.word);
    if (checked.undecided && hangs_on_word(*field)) return;
    possible = possible || allowed(*field, checked.word);
    const FieldValue& value = checked.fields[row_of(block, *field)];
    if (value.field) given.push_back(&value);
  }
  if (!possible) return;
  const bool one = group.rule == Rule::exactly_one || group.rule == Rule::at_most_one;
  if (one && given.size() > 1) {
    const std::string_view names[] = {given[0]->field->name, given[1]->field->name};
    session.diagnostics.report(given[1]->name_at, exclusive_fields, subject, listed(names, "and"))
        .note(given[0]->name_at, "the other one")
        .with_help("keep one of them");
  }
  const bool some = group.rule == Rule::exactly_one || group.rule == Rule::at_least_one;
  if (some && given.empty()) {
    wanting.missing.push_back(listed(group.names, "or"));
    if (wanting.example.empty()) wanting.example = block.find(group.names.front())->doc;
  }
  if (group.rule == Rule::first_needs_one && given.size() == 1 &&
      given[0]->field->name == group.names.front()) {
    wanting.missing.push_back(listed(group.names.subspan(1), "or"));
  }
  if (group.rule == Rule::all_or_none && !given.empty() && given.size() < group.names.size()) {
    std::vector<std::string_view> rest;
    for (const std::string_view name : group.names) {
      const auto has = [&](const FieldValue* value) { return value->field->name == name; };
      if (std::none_of(given.begin(), given.end(), has)) rest.push_back(name);
    }
    wanting.missing.push_back(listed(rest, "and"));
  }
}

void check_missing(Session& session, Owner& owner, const Block& block, const std::string& subject,
                   Span subject_at, const Checked& checked) {
  report_misplaced(session, block, checked);
  Wanting wanting;
  const bool existing = owner.declaration->existing && &block == &owner.declaration->kind->body;
  for (const Field& field : block.fields) {
    if (!field.required || existing || !allowed(field, checked.word) ||
        (checked.undecided && hangs_on_word(field)) || checked.fields[row_of(block, field)].field)
      continue;
    wanting.missing.push_back(fmt::format("`{}`", field.name));
    if (wanting.example.empty()) wanting.example = field.doc;
  }
  for (const schema::Group& group : block.groups) {
    if (!existing) check_group(session, subject, block, group, checked, wanting);
  }
  if (wanting.missing.empty()) return;
  if (owner.lenient) {
    owner.incomplete = true;
    return;
  }
  std::string all;
  for (std::size_t i = 0; i < wanting.missing.size(); ++i) {
    all += i == 0 ? "" : i + 1 == wanting.missing.size() ? " and " : ", ";
    all += wanting.missing[i];
  }
  base::Diagnostic& report = session.diagnostics.report(subject_at, missing_field, subject, all);
  if (!wanting.example.empty())
    report.with_help(fmt::format("{}: {}", wanting.missing.front(), wanting.example));
}

void add_fallbacks(Session& session, const Block& block, Checked& checked) {
  for (const Field& field : block.fields) {
    FieldValue& slot = checked.fields[row_of(block, field)];
    if (slot.field || field.fallback.empty() || !allowed(field, checked.word)) continue;
    slot.field = &field;
    slot.value = fallback_value(session, field, {});
    slot.fallback = true;
  }
}

// The row of an entry whose value is to be checked; nullptr where there is none, or the entry was dealt with
// here.
const Field* field_of(Session& session, Owner& owner, const Block& block, const Entry& entry,
                      Checked& checked) {
  if (entry.key == "raw" && !block.find("raw")) {
    checked.raw = check_raw(session, owner, block, entry);
    return nullptr;
  }
  const Field* field = row_named(block, entry.key, checked.word);
  if (field && !(checked.undecided && hangs_on_word(*field))) return field;
  // What it was meant to be counts as given, so that it is not missed too. A word alone was reported already.
  const bool bare = entry.value.poisoned() && entry.value.at == entry.key_at;
  if (!field) field = bare ? near_field(block, entry.key) : unknown_field_at(session, owner, block, entry);
  if (!field) return nullptr;
  FieldValue& slot = checked.fields[row_of(block, *field)];
  if (!slot.field) slot = {field, poison(entry.at), entry.key_at, entry.value_at};
  return nullptr;
}

}  // namespace

const Body* check_body(Session& session, Owner& owner, const Map& map, const Block& block,
                       const std::string& subject, Span subject_at) {
  Checked checked;
  checked.fields.resize(block.fields.size());
  checked.word = decided_word(block, map);
  checked.undecided = !block.discriminator.empty() && checked.word.empty();
  std::vector<std::pair<const Field*, const Entry*>> found;
  for (const Entry& entry : map.entries) {
    if (const Field* field = field_of(session, owner, block, entry, checked))
      found.emplace_back(field, &entry);
  }
  // Inputs and outputs first: the other fields may speak of them.
  std::stable_partition(found.begin(), found.end(), [](const auto& one) { return is_ports(*one.first); });
  for (const auto& [field, entry] : found) {
    check_entry(session, owner, block, *field, *entry, checked);
    const FieldValue& slot = checked.fields[row_of(block, *field)];
    if (const auto* ports = slot.value.get<const Ports*>()) {
      (field->type.shape == Shape::inputs ? owner.inputs : owner.outputs) = *ports;
    }
  }
  check_missing(session, owner, block, subject, subject_at, checked);
  add_fallbacks(session, block, checked);
  std::erase_if(checked.fields, [](const FieldValue& value) { return !value.field; });
  return session.model.arena.make(
      Body{&block, session.model.arena.array(checked.fields), map.at, checked.raw});
}

}  // namespace sema
