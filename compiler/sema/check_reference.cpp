// Fields that take a declaration, a body in place, or text that names something in Azure.

#include <fmt/format.h>

#include <algorithm>

#include "base/nearest.h"
#include "base/words.h"
#include "sema/check.h"
#include "sema/instance.h"
#include "sema/outside.h"

namespace sema {

using schema::Type;

namespace {

std::string kinds_of(const Type& type) {
  std::string out;
  for (std::size_t i = 0; i < type.kinds.size(); ++i) {
    out += i == 0 ? "" : i + 1 == type.kinds.size() ? " or " : ", ";
    out += base::with_article(type.kinds[i]);
  }
  return out.empty() ? "an id" : out;
}

// A body in place, or a declaration with changes: a declaration without a name.
Value anonymous(Session& session, Owner& owner, const Map& map, const Declaration* base, const Type& type,
                const Place& place) {
  const schema::Kind* kind = schema::find_kind(type.kinds.front());
  Declaration& out = session.model.declarations.emplace_back();
  out.kind = kind;
  out.anonymous = true;
  out.imported = owner.declaration->imported;
  out.base = base;
  out.name_at = place.name_at;
  out.at = map.at.known() ? cover(place.name_at, map.at) : place.name_at;
  if (out.at.file != place.name_at.file || out.at.end < place.name_at.end) out.at = place.name_at;
  out.base_at = base ? place.value_at : Span{};
  Owner inner{.declaration = &out, .title = fmt::format("`{}`", place.name)};
  inner.lenient = owner.lenient;
  out.body = check_body(session, inner, map, *type.block, inner.title, place.name_at);
  owner.incomplete = owner.incomplete || inner.incomplete;
  ++out.used;
  owner.declaration->uses.push_back(&out);
  return {Ref{&out}, map.at};
}

Value declared(Session& session, Owner& owner, const Declaration& to, const Map* changes, const Value& value,
               const Type& type, const Place& place) {
  if (!to.kind) return poison(value.at);
  if (std::find(type.kinds.begin(), type.kinds.end(), to.kind->name) == type.kinds.end()) {
    session.diagnostics.report(place.value_at, wrong_kind, place.name, kinds_of(type), to.name, to.kind->name)
        .note(to.name_at, "declared here");
    return poison(value.at);
  }
  if (!changes) return value;
  if (!type.block) {
    session.diagnostics.report(changes->at, braces_after_value, place.name)
        .with_help(fmt::format("change `{}` where it is declared", to.name));
    return poison(value.at);
  }
  Instance& instance = *session.instance_of.at(&to);
  instance.out->extended = true;
  const Map* merged_body = merged(session, whole(session, instance), *changes, type.block);
  return anonymous(session, owner, *merged_body, &to, type, place);
}

// `environment = "fastai2"`, where `fastai2` is declared: the name itself was meant.
bool report_quoted_name(Session& session, std::string_view text, const Value& value, const Type& type,
                        const Place& place) {
  for (const std::string_view kind : type.kinds) {
    const Declaration* found = session.model.find(kind, text);
    if (!found) continue;
    base::Diagnostic& report = session.diagnostics.report(place.value_at, name_as_text, text);
    report.note(found->name_at, "declared here");
    if (session.model.sources.text(value.at).starts_with('"')) {
      report.fix("remove the quotes", base::Safe::yes, {{value.at, std::string(text)}});
    }
    return true;
  }
  return false;
}

void report_no_reference(Session& session, std::string_view text, const Type& type, const Place& place,
                         const OutsideFault& fault) {
  std::string forms;
  for (const std::string& form : forms_of(type))
    forms += fmt::format("{}`{}`", forms.empty() ? "" : ", ", form);
  base::Diagnostic& report =
      fault.no_version
          ? session.diagnostics.report(place.value_at, no_version, text)
          : session.diagnostics.report(place.value_at, unreadable_reference, text, kinds_of(type));
  if (!fault.label.empty()) report.with_label(fault.label);
  std::vector<std::string_view> words;
  for (const schema::Word& word : type.words) words.push_back(word.name);
  if (const auto near = base::nearest(text, words); !near.empty()) {
    report.with_label(fmt::format("did you mean `{}`?", near));
    return;
  }
  if (!fault.help.empty()) {
    report.with_help(fault.help);
  } else if (!type.kinds.empty() && schema::find_kind(type.kinds.front())->may_exist &&
             text.find_first_of(":/@ ") == std::string_view::npos && (type.forms & schema::form_named) != 0) {
    report.with_help(
        fmt::format("for one that is already in Azure declare `existing {0} {1} {{ }}` and write `{1}`",
                    type.kinds.front(), text));
  } else {
    report.with_help(fmt::format("it takes a declared name, or {}", forms));
  }
}

}  // namespace

Value check_reference(Session& session, Owner& owner, const Value& given, const Map* changes,
                      const Type& type, const Place& place) {
  const Value value = given.is<Given>() ? read_given(session, given, type) : given;
  if (const auto* ref = value.get<Ref>())
    return declared(session, owner, *ref->to, changes, value, type, place);
  if (const auto* map = value.get<const Map*>(); map && type.block) {
    return anonymous(session, owner, **map, nullptr, type, place);
  }
  const auto* text = value.get<std::string_view>();
  if (!text) {
    const bool elsewhere = value.poisoned() || value.is<Unknown>() || value.is<const Deferred*>() ||
                           value.is<const Text*>() || value.is<const Secret*>();
    if (elsewhere) return check_value(session, owner, value, {.shape = schema::Shape::string}, place);
    report_wrong_type(session, value, type, place).with_help(fmt::format("it takes {}", kinds_of(type)));
    return poison(value.at);
  }
  if (changes) {
    session.diagnostics.report(changes->at, braces_after_value, place.name)
        .with_help("only a reference to a declaration takes changes in braces");
  }
  for (const schema::Word& word : type.words) {
    if (word.name == *text) return {word.name, value.at};
  }
  OutsideFault fault;
  if (const auto outside = read_outside(*text, type, fault)) {
    return {session.model.arena.make(*outside), value.at};
  }
  if (!report_quoted_name(session, *text, value, type, place)) {
    report_no_reference(session, *text, type, place, fault);
  }
  return poison(value.at);
}

}  // namespace sema
