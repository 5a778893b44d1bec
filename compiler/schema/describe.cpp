#include "schema/describe.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <limits>
#include <utility>
#include <vector>

#include "base/quantity.h"
#include "schema/name_rule.h"

namespace schema {
namespace {

constexpr std::size_t kWordsShown = 8;
constexpr auto kLeast = std::numeric_limits<std::int64_t>::min();
constexpr auto kMost = std::numeric_limits<std::int64_t>::max();

std::string bound(Shape shape, std::int64_t value) {
  if (shape == Shape::duration) return base::spelled(base::Duration{value * 1000});
  if (shape == Shape::size) return base::spelled(base::Size{value});
  return fmt::to_string(value);
}

// ", 1 to 65535"; nothing where the type has no range worth saying.
std::string range_of(const Type& type) {
  const bool quantity = type.shape == Shape::duration || type.shape == Shape::size;
  if (type.max != kMost)
    return fmt::format(", {} to {}", bound(type.shape, type.min), bound(type.shape, type.max));
  if (type.min != kLeast && !quantity) return fmt::format(", at least {}", bound(type.shape, type.min));
  return {};
}

std::string words_of(std::span<const Word> words) {
  if (words.size() > kWordsShown) return fmt::format("one of {} words", words.size());
  std::vector<std::string_view> all;
  for (const auto& word : words) all.push_back(word.name);
  return listed(all, "or");
}

// What a string may be in a field that takes paths or references.
std::string forms_of(const Type& type) {
  static constexpr std::array<std::pair<std::uint16_t, std::string_view>, 10> kForms = {{
      {form_asset, "`azureml:NAME:VERSION`"},
      {form_named, "`azureml:NAME`"},
      {form_registry, "`azureml://registries/…`"},
      {form_datastore, "`azureml://datastores/…`"},
      {form_job_output, "`azureml://jobs/…`"},
      {form_web, "`https://…`"},
      {form_storage, "`abfss://…`, `wasbs://…`"},
      {form_run, "`runs:/…`"},
      {form_arm_id, "a resource id"},
      {form_word, ""},
  }};
  std::string all;
  for (const auto& [form, text] : kForms) {
    if ((type.forms & form) == 0) continue;
    all += fmt::format("{}{}", all.empty() ? "" : ", ",
                       form == form_word ? words_of(type.words) : std::string{text});
  }
  return all;
}

std::string path_type(const Type& type) {
  static constexpr std::array kThings = {"file or folder", "file", "folder"};
  std::string all = (type.forms & form_local) != 0
                        ? fmt::format("path of a {}", kThings.at(static_cast<std::size_t>(type.must_be)))
                        : "address";
  const auto others = forms_of(type);
  return others.empty() ? all : fmt::format("{}, or {}", all, others);
}

std::string reference_type(const Type& type) {
  if (type.kinds.empty()) return forms_of(type);
  auto all = fmt::format("{} {}", listed(type.kinds, "or"),
                         type.block != nullptr ? "or its body" : "of this program");
  const auto others = forms_of(type);
  return others.empty() ? all : fmt::format("{}, or {}", all, others);
}

std::string string_type(const Type& type) {
  if (type.file_text) return "text of a file";
  if (type.name_rule == NameRule::uuid) return "GUID";
  const auto rule = rule_of(type.name_rule);
  return rule ? fmt::format("string: {}", facts::rule_of(*rule)) : "string";
}

std::string plural(const Type& type) {
  switch (type.shape) {
    case Shape::string: return "strings";
    case Shape::integer: return fmt::format("integers{}", range_of(type));
    case Shape::secret: return "secrets";
    case Shape::block: return "blocks";
    case Shape::any: return "strings, numbers and booleans";
    case Shape::word: return words_of(type.words);
    default: return described(type);
  }
}

}  // namespace

std::string described(const Type& type) {
  switch (type.shape) {
    case Shape::string: return string_type(type);
    case Shape::integer: return fmt::format("integer{}", range_of(type));
    case Shape::number: return fmt::format("number{}", range_of(type));
    case Shape::boolean: return "boolean";
    case Shape::duration: return fmt::format("duration{}", range_of(type));
    case Shape::size: return fmt::format("size{}", range_of(type));
    case Shape::word: return words_of(type.words);
    case Shape::list: return fmt::format("list of {}", plural(*type.of));
    case Shape::map: return fmt::format("map of {}", plural(*type.of));
    case Shape::block: return "block";
    case Shape::reference: return reference_type(type);
    case Shape::secret: return "secret";
    case Shape::path: return path_type(type);
    case Shape::arguments: return "list of words";
    case Shape::inputs: return "entries";
    case Shape::outputs: return "entries";
    case Shape::any: return "string, number or boolean";
  }
  return {};
}

std::string listed(std::span<const std::string_view> names, std::string_view joint) {
  std::string all;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i > 0) all += i + 1 == names.size() ? fmt::format(" {} ", joint) : ", ";
    all += fmt::format("`{}`", names[i]);
  }
  return all;
}

std::string described(const Group& group) {
  switch (group.rule) {
    case Group::Rule::exactly_one: return fmt::format("Exactly one of {}.", listed(group.names, "and"));
    case Group::Rule::at_most_one: return fmt::format("At most one of {}.", listed(group.names, "and"));
    case Group::Rule::at_least_one: return fmt::format("At least one of {}.", listed(group.names, "and"));
    case Group::Rule::all_or_none: return fmt::format("All or none of {}.", listed(group.names, "and"));
    case Group::Rule::first_needs_one:
      return fmt::format("`{}` only beside {}.", group.names.front(), listed(group.names.subspan(1), "or"));
  }
  return {};
}

std::string_view version_name(Api api) {
  const auto at = std::ranges::find(kApiVersions, api, &ApiVersion::api);
  return at == kApiVersions.end() ? "2026-03-15-preview" : at->name;
}

}  // namespace schema
