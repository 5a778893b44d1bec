#include "schema/reference.h"

#include <fmt/core.h>

#include <algorithm>
#include <span>

#include "schema/describe.h"
#include "schema/name_rule.h"
#include "schema/reference_text.h"

namespace schema {
namespace {

constexpr std::size_t kWordsShown = 8;

const Block* inside(const Type& type) {
  if (type.shape == Shape::block) return type.block;
  if (type.shape == Shape::inputs) return &input_options();
  if (type.shape == Shape::outputs) return &output_options();
  return type.of != nullptr ? inside(*type.of) : nullptr;
}

// "With `type` `amlcompute` or `computeinstance`."
std::string beside(const Block& in, const Field& field) {
  if (field.only.empty()) return {};
  return fmt::format("With `{}` {}.", in.discriminator, listed(field.only, "or"));
}

// The line of a field in a page.
std::string summary(const Block& in, const Field& field) {
  auto all = fmt::format("`{}` ({}{}): {}", field.name, described(field.type),
                         field.required ? ", required" : "", field.doc);
  if (const auto with = beside(in, field); !with.empty()) all += ' ' + with;
  if (field.since != Api::first) all += fmt::format(" Since {}.", version_name(field.since));
  if (!field.was.empty()) all += fmt::format(" Formerly {}.", listed(field.was, "and"));
  return all;
}

// Words that are described, one a line below their field.
std::string words(const Type& type, std::size_t depth) {
  std::string all;
  if (type.words.size() > kWordsShown || type.shape == Shape::boolean) return all;
  for (const auto& word : type.words)
    if (!word.doc.empty()) all += bullet(fmt::format("`\"{}\"`: {}", word.name, word.doc), depth);
  return all;
}

std::string rows(const Block& of, std::size_t depth) {
  std::string all;
  for (const auto& group : of.groups) all += bullet(described(group), depth);
  for (const auto& field : of.fields) {
    all += bullet(summary(of, field), depth);
    all += words(field.type.of != nullptr ? *field.type.of : field.type, depth + 1);
    const bool entries = field.type.shape == Shape::inputs || field.type.shape == Shape::outputs;
    if (entries) all += bullet("See [inputs and outputs](inputs-and-outputs.md).", depth + 1);
    if (const auto* block = inside(field.type); block != nullptr && !entries) all += rows(*block, depth + 1);
  }
  return all;
}

std::string gone(const Block& of, std::string_view at) {
  std::string all;
  for (const auto& each : of.gone) all += bullet(fmt::format("`{}{}`: {}.", at, each.name, each.help), 0);
  for (const auto& field : of.fields)
    if (const auto* block = inside(field.type); block != nullptr && field.type.shape != Shape::inputs)
      if (field.type.shape != Shape::outputs) all += gone(*block, fmt::format("{}{}.", at, field.name));
  return all;
}

// Words of fields that have too many for a line.
std::string long_lists(const Block& of, std::string_view at) {
  std::string all;
  for (const auto& field : of.fields) {
    if (field.type.words.size() > kWordsShown) {
      std::vector<std::string_view> names;
      for (const auto& word : field.type.words) names.push_back(word.name);
      all += fmt::format("\n## Words of `{}{}`\n\n{}", at, field.name, wrapped(listed(names, "and") + '.'));
    }
    if (const auto* block = inside(field.type))
      all += long_lists(*block, fmt::format("{}{}.", at, field.name));
  }
  return all;
}

std::string address(const Kind& kind) {
  const bool outside = kind.collection == "workspaces" || kind.collection == "registries";
  return fmt::format("PUT {}/{}/{}{}", outside ? "{resource-group}/…" : "{workspace}", kind.collection,
                     "NAME", kind.versioned ? "/versions/VERSION" : "");
}

std::string about(const Kind& kind) {
  std::string all = wrapped(kind.doc);
  all += '\n' +
         bullet(fmt::format(
                    "Written `{} NAME {{ … }}`{}{}.", kind.name,
                    kind.may_exist ? fmt::format("; `existing {} NAME` is in Azure already", kind.name) : "",
                    kind.named ? "" : "; without a name once in a program"),
                0);
  if (const auto rule = rule_of(kind.name_rule))
    all += bullet(fmt::format("Names: {}.", facts::rule_of(*rule)), 0);
  all += bullet(fmt::format("REST: `{}`.", address(kind)), 0);
  return all;
}

// A block, and where in the REST body its object lies; `sent` is false in what a backend makes.
struct Place {
  const Block* block = nullptr;
  std::string rest;
  bool sent = true;

  // Empty where the row does not say it.
  std::string path_of(const Field& field) const {
    if (!sent || field.rest.empty()) return {};
    if (field.rest == ".") return rest;
    return rest.empty() ? std::string{field.rest} : fmt::format("{}.{}", rest, field.rest);
  }
};

// The block in which the last name of a dotted path stands; none where there is no such path.
Place place_of(const Block& body, std::string_view path) {
  Place at{&body, {}, true};
  for (auto dot = path.find('.'); at.block != nullptr && dot != path.npos; dot = path.find('.')) {
    const auto* field = at.block->find(path.substr(0, dot));
    path.remove_prefix(dot + 1);
    if (field == nullptr) return {};
    at.sent = at.sent && !field->rest.empty();
    at.rest = at.path_of(*field);
    if (field->type.shape == Shape::list) at.rest += "[]";
    if (field->type.shape != Shape::list && field->type.shape != Shape::block) at.rest += ".NAME";
    at.block = inside(field->type);
  }
  return at;
}

// The page of one row.
std::string field_page(const Kind& kind, std::string_view path, const Place& place, const Field& field) {
  const auto& in = *place.block;
  auto all = fmt::format("# {}.{}\n\n{}\n", kind.name, path, wrapped(field.doc));
  all += bullet(fmt::format("Takes: {}{}.", described(field.type), field.required ? "; required" : ""), 0);
  if (const auto with = beside(in, field); !with.empty()) all += bullet(with, 0);
  for (const auto& group : in.groups)
    if (std::ranges::find(group.names, field.name) != group.names.end()) all += bullet(described(group), 0);
  if (!field.was.empty()) all += bullet(fmt::format("Formerly {}.", listed(field.was, "and")), 0);
  if (field.defer != Defer::no)
    all += bullet("May hold what is known only while the job runs, such as `inputs.x`.", 0);
  if (const auto at = place.path_of(field); !at.empty()) all += bullet(fmt::format("REST: `{}`.", at), 0);
  if (field.since != Api::first) all += bullet(fmt::format("Since {}.", version_name(field.since)), 0);
  if (field.yaml == "-")
    all += bullet("CLI v2 has no such field.", 0);
  else if (!field.yaml.empty() && field.yaml != ".")
    all += bullet(fmt::format("CLI v2: `{}`.", field.yaml), 0);
  const auto& words_type = field.type.of != nullptr ? *field.type.of : field.type;
  if (const auto lines = words(words_type, 0); !lines.empty()) all += "\n## Words\n\n" + lines;
  if (const auto* block = inside(field.type)) all += "\n## Fields\n\n" + rows(*block, 0);
  if (field.type.words.size() > kWordsShown)
    all += long_lists(Block{.name = {}, .doc = {}, .fields = {&field, 1}}, "");
  return all;
}

std::string options_page(const Block& options, std::string_view title) {
  return fmt::format("# {}\n\n{}\n{}", title, wrapped(options.doc), rows(options, 0));
}

std::string ports_page() {
  std::string all = "# Inputs and outputs\n\n";
  all += wrapped(
      "An entry is `NAME: type = value { options }`: what a job takes, and what it leaves behind. The value "
      "of "
      "an output is where it lies.");
  all += "\n## Types\n\n";
  for (const auto& type : port_types()) {
    auto line = fmt::format("`{}`: {}", type.name, type.doc);
    if (!type.literal)
      line += fmt::format(" As an input {}; as an output {}.", listed(type.input_modes, "or"),
                          listed(type.output_modes, "or"));
    all += bullet(line, 0);
  }
  all += "\n## Options of an input\n\n" + rows(input_options(), 0);
  return all + "\n## Options of an output\n\n" + rows(output_options(), 0);
}

}  // namespace

std::string reference_index() {
  std::string all = "# Kinds\n\n";
  for (const auto* kind : kinds())
    all += bullet(fmt::format("[`{0}`]({0}.md): {1}", kind->name, kind->doc), 0);
  all += bullet(
      "[`inputs` and `outputs`](inputs-and-outputs.md): what a job takes, and what it leaves behind.", 0);
  all += bullet("[`param`](param.md): a value that the command line gives.", 0);
  return all + '\n' +
         wrapped(fmt::format("In the language, and not in this version: {}.", listed(later_kinds(), "and")));
}

std::string reference_page(const Kind& kind) {
  auto all = fmt::format("# {}\n\n{}\n## Fields\n\n{}", kind.name, about(kind), rows(kind.body, 0));
  all += long_lists(kind.body, "");
  if (const auto lines = gone(kind.body, ""); !lines.empty()) all += "\n## Not here any more\n\n" + lines;
  return all;
}

std::optional<std::string> reference_of_field(const Kind& kind, std::string_view path) {
  const auto place = place_of(kind.body, path);
  if (place.block == nullptr) return std::nullopt;
  std::string all;
  for (const auto& field : place.block->fields)
    if (field.name == path.substr(path.rfind('.') + 1))
      all += (all.empty() ? "" : "\n") + field_page(kind, path, place, field);
  return all.empty() ? std::nullopt : std::optional{all};
}

std::optional<std::string> reference_of(std::string_view what) {
  if (what.empty()) return reference_index();
  if (what == "inputs" || what == "outputs") return ports_page();
  if (what == "param") return options_page(param_options(), "param");
  const auto dot = what.find('.');
  const auto* kind = find_kind(what.substr(0, dot));
  if (kind == nullptr) return std::nullopt;
  return dot == what.npos ? reference_page(*kind) : reference_of_field(*kind, what.substr(dot + 1));
}

std::vector<std::string_view> reference_names(std::string_view what) {
  std::vector<std::string_view> names;
  const auto dot = what.find('.');
  const auto* kind = dot == what.npos ? nullptr : find_kind(what.substr(0, dot));
  if (kind == nullptr) {
    for (const auto* each : kinds()) names.push_back(each->name);
    names.insert(names.end(), {"inputs", "outputs", "param"});
  } else if (const auto* block = place_of(kind->body, what.substr(dot + 1)).block) {
    for (const auto& field : block->fields) names.push_back(field.name);
  }
  return names;
}

std::vector<std::pair<std::string, std::string>> reference_files() {
  std::vector<std::pair<std::string, std::string>> files = {
      {"README.md", reference_index()},
      {"inputs-and-outputs.md", ports_page()},
      {"param.md", options_page(param_options(), "param")},
  };
  for (const auto* kind : kinds())
    files.emplace_back(fmt::format("{}.md", kind->name), reference_page(*kind));
  return files;
}

}  // namespace schema
