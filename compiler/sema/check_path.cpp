// Fields that take a file or folder, or the address of one.

#include <fmt/format.h>

#include "base/nearest.h"
#include "sema/check.h"
#include "sema/inputs.h"
#include "sema/instance.h"
#include "sema/outside.h"

namespace sema {

using schema::MustBe;
using schema::Type;

namespace {

void report_not_found(Session& session, const std::string& path, const Place& place) {
  base::Diagnostic& report = session.diagnostics.report(place.value_at, path_not_found, path);
  const std::string_view folder = base::folder_of(path);
  std::vector<std::string> beside;
  for (const base::FileEntry& entry : session.files.list(folder.empty() ? "." : folder)) {
    std::string first = entry.path.substr(0, entry.path.find('/'));
    if (beside.empty() || beside.back() != first) beside.push_back(std::move(first));
    if (beside.size() > 1000) break;
  }
  const std::vector<std::string_view> names(beside.begin(), beside.end());
  if (const auto near = base::nearest(base::name_of(path), names); !near.empty()) {
    report.with_label(fmt::format("did you mean `{}`?", near));
  } else {
    report.with_help("the path is relative to the file that it stands in");
  }
}

Value local_path(Session& session, Owner& owner, std::string_view text, const Value& value, const Type& type,
                 const Place& place) {
  const Instance* instance = nullptr;
  if (const auto at = session.instance_of.find(owner.declaration); at != session.instance_of.end())
    instance = at->second;
  const Where where = instance ? instance->where : Where{&session.modules.front(), nullptr};
  const std::string path = path_of(session, text, value.at, where);
  const base::FileKind kind = session.files.kind(path);
  if (kind == base::FileKind::missing) {
    report_not_found(session, path, place);
    return poison(value.at);
  }
  if (type.must_be == MustBe::folder && kind == base::FileKind::file) {
    session.diagnostics.report(place.value_at, not_a_folder, text, place.name);
    return poison(value.at);
  }
  if (type.must_be == MustBe::file && kind == base::FileKind::folder) {
    session.diagnostics.report(place.value_at, not_a_file, text, place.name);
    return poison(value.at);
  }
  return {
      session.model.arena.make(Path{text, session.model.arena.copy(path), kind == base::FileKind::folder}),
      value.at};
}

}  // namespace

Value check_path(Session& session, Owner& owner, const Value& value, const Type& type, const Place& place) {
  if (value.is<const Text*>() || value.is<const Deferred*>()) return value;
  if (value.is<Ref>() && !type.kinds.empty())
    return check_reference(session, owner, value, nullptr, type, place);
  const auto* text = value.get<std::string_view>();
  if (!text) {
    base::Diagnostic& report = report_wrong_type(session, value, type, place);
    if (value.is<Ref>()) report.with_help("a path stands in quotes");
    return poison(value.at);
  }
  if (text->empty()) {
    session.diagnostics.report(place.value_at, blank_value, place.name);
    return poison(value.at);
  }
  for (const schema::Word& word : type.words) {
    if (word.name == *text) return {word.name, value.at};
  }
  OutsideFault fault;
  if (const auto outside = read_outside(*text, type, fault))
    return {session.model.arena.make(*outside), value.at};
  if (is_address(*text, type.forms)) return {session.model.arena.make(Path{*text, {}, false}), value.at};
  if (has_scheme(*text)) {
    base::Diagnostic& report = fault.no_version
                                   ? session.diagnostics.report(place.value_at, no_version, *text)
                                   : session.diagnostics.report(place.value_at, unreadable_reference, *text,
                                                                fmt::format("what `{}` takes", place.name));
    if (!fault.help.empty()) report.with_help(fault.help);
    return poison(value.at);
  }
  if (!(type.forms & schema::form_local)) {
    session.diagnostics
        .report(place.value_at, unreadable_reference, *text, fmt::format("what `{}` takes", place.name))
        .with_help(
            "a folder of this machine cannot be named here; write an address such as "
            "`azureml://datastores/NAME/paths/PATH`");
    return poison(value.at);
  }
  return local_path(session, owner, *text, value, type, place);
}

Value check_arguments(Session& session, Owner& owner, const Value& value, const Type& type,
                      const Place& place) {
  const auto* list = value.get<const List*>();
  if (!list) {
    base::Diagnostic& report = report_wrong_type(session, value, type, place);
    report.with_help(
        "write each word by itself: `[\"--epochs\", inputs.epochs]`; shell text goes to `command`");
    return poison(value.at);
  }
  std::vector<Value> items;
  static constexpr Type kWord{.shape = schema::Shape::any};
  for (const Value& item : (*list)->items) {
    Place inner = place;
    if (place.value_at.contains(item.at)) inner.value_at = item.at;
    const bool quantity = item.is<base::Duration>() || item.is<base::Size>();
    if (item.is<const List*>()) {
      items.push_back(check_arguments(session, owner, item, type, inner));
    } else if (quantity) {
      items.push_back(item);
    } else {
      items.push_back(check_value(session, owner, item, kWord, inner));
    }
  }
  return {session.model.arena.make(List{session.model.arena.array(items)}), value.at};
}

}  // namespace sema
