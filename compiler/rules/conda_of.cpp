#include "rules/conda_of.h"

#include "rules/shared.h"
#include "rules/walk.h"

namespace rules {
namespace {

using formats::CondaItem;
using formats::CondaPart;
using formats::Range;

void take_list(const Context& context, const sema::Body& block, std::string_view name,
               std::vector<std::string>& texts, std::vector<TextPlace>& places, CondaOf& of) {
  const sema::FieldValue* field = given(block, name);
  if (!field) return;
  const auto* list = field->value.get<const sema::List*>();
  of.whole = of.whole && list != nullptr;
  for (const sema::Value& item : list ? (*list)->items : std::span<const sema::Value>{}) {
    TextPlace place(context.model.sources, item);
    of.whole = of.whole && place.known();
    if (!place.known()) continue;
    texts.push_back(place.text());
    places.push_back(std::move(place));
  }
}

bool take_fields(const Context& context, const sema::FieldValue& field, CondaOf& of) {
  const auto* block = field.value.get<const sema::Body*>();
  if (!block) return false;
  take_list(context, **block, "channels", of.conda.channels, of.channels, of);
  take_list(context, **block, "packages", of.conda.packages, of.packages, of);
  take_list(context, **block, "pip", of.conda.pip, of.pip, of);
  if (const sema::FieldValue* packages = given(**block, "packages")) of.packages_at = packages->value.at;
  return true;
}

bool take_file(const Context& context, const sema::FieldValue& field, CondaOf& of) {
  const auto* path = field.value.get<const sema::Path*>();
  of.source = path && !(*path)->local.empty() ? source_of(context, std::string((*path)->local)) : 0;
  if (of.source == 0) return false;
  context.shared.readers.emplace(of.source, field.value_at);
  of.file = formats::read_conda_file(context.model.sources[of.source].text());
  of.conda = of.file.environment;
  of.whole = of.file.problems.empty();
  return true;
}

const formats::CondaPlace& place_of(const formats::CondaFile& file, CondaItem item) {
  switch (item.part) {
    case CondaPart::channels: return file.channels[item.index];
    case CondaPart::pip: return file.pip[item.index];
    case CondaPart::packages: return file.packages[item.index];
    default: return file.name;
  }
}

const TextPlace& field_of(const CondaOf& of, CondaItem item) {
  const auto& list = item.part == CondaPart::channels ? of.channels
                     : item.part == CondaPart::pip    ? of.pip
                                                      : of.packages;
  return list[item.index];
}

bool names_text(const CondaOf& of, CondaItem item) {
  switch (item.part) {
    case CondaPart::channels: return item.index < of.conda.channels.size();
    case CondaPart::packages: return item.index < of.conda.packages.size();
    case CondaPart::pip: return item.index < of.conda.pip.size();
    default: return false;
  }
}

}  // namespace

base::Span CondaOf::place(CondaItem item, Range at) const {
  if (!names_text(*this, item)) return source == 0 ? field->name_at : field->value_at;
  const bool all = at == Range{};
  if (source == 0) return all ? field_of(*this, item).all() : field_of(*this, item).at(at);
  const Range found = all ? place_of(file, item).at : formats::place_in_file(file, item, at);
  return {source, found.begin, found.end};
}

bool CondaOf::exact(CondaItem item, Range at) const {
  if (!names_text(*this, item)) return false;
  return source == 0 ? field_of(*this, item).exact(at) : place_of(file, item).verbatim;
}

std::string CondaOf::spelled(CondaItem item, std::string_view replacement) const {
  return source == 0 ? field_of(*this, item).spelled(replacement) : std::string(replacement);
}

const std::string& CondaOf::text(CondaItem item) const {
  if (item.part == CondaPart::channels) return conda.channels[item.index];
  return item.part == CondaPart::pip ? conda.pip[item.index] : conda.packages[item.index];
}

std::optional<CondaOf> conda_of(const Context& context, const sema::Declaration& environment) {
  CondaOf of;
  of.environment = &environment;
  of.field = given(*environment.body, "python.conda_dependencies");
  if (of.field) return take_fields(context, *of.field, of) ? std::optional(std::move(of)) : std::nullopt;
  of.field = given(*environment.body, "python.conda_file");
  if (!of.field || !take_file(context, *of.field, of)) return std::nullopt;
  return of;
}

const std::vector<CondaOf>& all_conda(const Context& context) {
  if (context.shared.conda) return *context.shared.conda;
  std::vector<CondaOf>& out = context.shared.conda.emplace();
  Seen seen;
  for (const sema::Declaration* environment : declarations_of(context, "environment")) {
    std::optional<CondaOf> of = conda_of(context, *environment);
    if (of && seen.first(of->source == 0 ? of->field->value.at : base::Span{of->source, 0, 0})) {
      out.push_back(std::move(*of));
    }
  }
  return out;
}

void add_fix(const CondaOf& of, const formats::CondaProblem& problem, std::string_view help,
             base::Diagnostic& report) {
  if (!problem.instead || !of.exact(problem.item, problem.at)) {
    report.with_help(std::string(help));
    return;
  }
  const std::string& instead = *problem.instead;
  report.fix(instead.empty() ? "take it away" : "write `" + instead + "`", base::Safe::yes,
             {{of.place(problem.item, problem.at), of.spelled(problem.item, instead)}});
}

}  // namespace rules
