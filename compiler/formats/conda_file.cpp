#include "formats/conda_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/nearest.h"

namespace formats {
namespace {

using Kind = CondaFileProblemKind;
using NodeKind = YamlNode::Kind;

// What `conda env create` reads (conda 24); `platforms` and `category` are those of conda-lock, which conda
// ignores.
constexpr std::array<std::string_view, 6> kKeys = {"channels", "dependencies", "name",
                                                   "pip",      "prefix",       "variables"};

void problem(CondaFile& file, Kind kind, Range at, std::string what,
             std::optional<std::string> instead = std::nullopt) {
  file.problems.push_back({kind, at, std::move(what), std::move(instead)});
}

bool is_string(const YamlNode& node) {
  return node.kind == NodeKind::scalar && yaml_type(node) == YamlType::string;
}

// A text of a list, or a problem where it is something else. Numbers are read as they are written, so that
// one message is enough.
void add_text(CondaFile& file, const YamlNode& node, std::vector<std::string>& texts,
              std::vector<CondaPlace>& places, std::string_view of) {
  if (node.kind != NodeKind::scalar) {
    problem(file, Kind::wrong_shape, node.at, fmt::format("{} holds strings, not {}", of, yaml_kind(node)));
    return;
  }
  if (yaml_type(node) == YamlType::null) {
    problem(file, Kind::wrong_shape, node.at, fmt::format("an entry of {} is empty", of));
    return;
  }
  if (!is_string(node)) {
    problem(file, Kind::not_a_string, node.at,
            fmt::format("YAML reads {} here; put it in quotes", yaml_kind(node)), "'" + node.text + "'");
    return;
  }
  texts.push_back(node.text);
  places.push_back({node.at, node.verbatim});
}

void read_pip(CondaFile& file, const YamlNode& list) {
  if (list.kind != NodeKind::sequence) {
    problem(file, Kind::wrong_shape, list.at,
            fmt::format("`pip` is a list of requirements, not {}", yaml_kind(list)));
    return;
  }
  for (const YamlNode& line : list.items) add_text(file, line, file.environment.pip, file.pip, "`pip`");
}

// `- python: 3.10`, where `- python=3.10` is meant.
void refuse_mapping(CondaFile& file, const YamlNode& key, const YamlNode& value) {
  const bool version = value.kind == NodeKind::scalar && !value.text.empty() && value.plain && key.plain;
  const Range at = version ? range(key.at.begin, value.at.end) : key.at;
  problem(file, Kind::unknown_key, at,
          fmt::format("a mapping among the dependencies is `pip:` and its list, not `{}:`", key.text),
          version ? std::optional(key.text + "=" + value.text) : std::nullopt);
}

void read_dependencies(CondaFile& file, const YamlNode& list) {
  if (list.kind != NodeKind::sequence) {
    problem(file, Kind::wrong_shape, list.at,
            fmt::format("`dependencies` is a list, not {}", yaml_kind(list)));
    return;
  }
  bool has_pip = false;
  for (const YamlNode& node : list.items) {
    if (node.kind != NodeKind::mapping) {
      add_text(file, node, file.environment.packages, file.packages, "`dependencies`");
      continue;
    }
    for (std::size_t i = 0; i + 1 < node.items.size(); i += 2) {
      const YamlNode& key = node.items[i];
      if (key.text != "pip") {
        refuse_mapping(file, key, node.items[i + 1]);
        continue;
      }
      if (has_pip)
        problem(file, Kind::second_pip, key.at, "a `pip` list stands here already, and conda reads one");
      has_pip = true;
      read_pip(file, node.items[i + 1]);
    }
  }
}

void read_channels(CondaFile& file, const YamlNode& list) {
  if (list.kind == NodeKind::sequence) {
    for (const YamlNode& node : list.items)
      add_text(file, node, file.environment.channels, file.channels, "`channels`");
    return;
  }
  const bool one = is_string(list);
  problem(file, Kind::wrong_shape, list.at, fmt::format("`channels` is a list, not {}", yaml_kind(list)),
          one && list.plain ? std::optional("[" + list.text + "]") : std::nullopt);
}

void read_variables(CondaFile& file, const YamlNode& map) {
  if (map.kind != NodeKind::mapping) {
    problem(file, Kind::wrong_shape, map.at, fmt::format("`variables` is a mapping, not {}", yaml_kind(map)));
    return;
  }
  for (std::size_t i = 0; i + 1 < map.items.size(); i += 2) {
    const YamlNode& value = map.items[i + 1];
    if (value.kind != NodeKind::scalar) {
      problem(file, Kind::wrong_shape, value.at,
              fmt::format("a variable is a string, not {}", yaml_kind(value)));
      continue;
    }
    file.environment.variables.emplace_back(map.items[i].text, value.text);
    file.variables.push_back({value.at, value.verbatim});
  }
}

void read_scalar(CondaFile& file, const YamlNode& node, std::string_view key, std::string& text,
                 CondaPlace& place) {
  if (node.kind != NodeKind::scalar) {
    problem(file, Kind::wrong_shape, node.at, fmt::format("`{}` is a string, not {}", key, yaml_kind(node)));
    return;
  }
  text = yaml_type(node) == YamlType::null ? "" : node.text;
  place = {node.at, node.verbatim};
}

void read_member(CondaFile& file, const YamlNode& key, const YamlNode& value) {
  if (key.text == "name") return read_scalar(file, value, "name", file.environment.name, file.name);
  if (key.text == "prefix") return read_scalar(file, value, "prefix", file.environment.prefix, file.prefix);
  if (key.text == "channels") return read_channels(file, value);
  if (key.text == "variables") return read_variables(file, value);
  if (key.text == "dependencies") {
    file.dependencies_at = key.at;
    return read_dependencies(file, value);
  }
  if (key.text == "pip") {
    return problem(file, Kind::unknown_key, key.at,
                   "`pip` stands among the dependencies: `- pip:` and its list");
  }
  const std::string_view near = base::nearest(key.text, {kKeys.begin(), kKeys.end()});
  if (near.empty()) {
    problem(file, Kind::unknown_key, key.at,
            "conda files have channels, dependencies, name, prefix and variables");
    return;
  }
  problem(file, Kind::unknown_key, key.at, fmt::format("did you mean `{}`?", near), std::string(near));
  // A misspelt key counts as given.
  YamlNode meant = key;
  meant.text = near;
  read_member(file, meant, value);
}

const std::vector<CondaPlace>* places_of(const CondaFile& file, CondaPart part) {
  switch (part) {
    case CondaPart::channels: return &file.channels;
    case CondaPart::packages: return &file.packages;
    case CondaPart::pip: return &file.pip;
    case CondaPart::variables: return &file.variables;
    default: return nullptr;
  }
}

std::vector<YamlNode> strings(const std::vector<std::string>& texts) {
  std::vector<YamlNode> out;
  for (const std::string& text : texts) out.push_back(yaml_string(text));
  return out;
}

}  // namespace

CondaFile read_conda_file(std::string_view text) {
  CondaFile file;
  YamlFile yaml = read_yaml(text);
  for (Fault& fault : yaml.faults) problem(file, Kind::no_yaml, fault.at, std::move(fault.what));
  if (!file.problems.empty()) return file;
  if (yaml.empty || yaml.root.kind != NodeKind::mapping) {
    problem(file, Kind::not_a_mapping, yaml.empty ? Range{} : yaml.root.at,
            yaml.empty ? std::string("the file is empty")
                       : fmt::format("a conda file is a mapping, not {}", yaml_kind(yaml.root)));
    return file;
  }
  file.root = std::move(yaml.root);
  const auto& items = file.root.items;
  for (std::size_t i = 0; i + 1 < items.size(); i += 2) {
    const auto same = [&](std::size_t k) { return items[k].text == items[i].text; };
    std::size_t first = 0, last = items.size() - 2;
    while (!same(first)) first += 2;
    while (!same(last)) last -= 2;
    if (first != i) {
      problem(file, Kind::key_given_twice, items[i].at,
              fmt::format("`{}` is given before, and the last one counts", items[i].text));
    }
    if (last != i) continue;
    read_member(file, items[i], items[i + 1]);
  }
  if (file.dependencies_at.empty()) {
    problem(file, Kind::no_dependencies, items.empty() ? file.root.at : items[0].at,
            "the key `dependencies` is missing");
  }
  return file;
}

Range place_in_file(const CondaFile& file, CondaItem item, Range at) {
  CondaPlace place{file.dependencies_at, false};
  if (item.part == CondaPart::name) place = file.name;
  if (item.part == CondaPart::prefix) place = file.prefix;
  const std::vector<CondaPlace>* places = places_of(file, item.part);
  if (places != nullptr && item.index < places->size()) place = (*places)[item.index];
  return place.verbatim && at.end <= place.at.size() ? shifted(at, place.at.begin) : place.at;
}

std::string write_conda_file(const CondaEnvironment& environment) {
  std::vector<std::pair<std::string, YamlNode>> members;
  std::vector<YamlNode> dependencies = strings(environment.packages);
  if (!environment.pip.empty()) {
    dependencies.push_back(yaml_mapping({{"pip", yaml_sequence(strings(environment.pip))}}));
  }
  if (!environment.channels.empty())
    members.emplace_back("channels", yaml_sequence(strings(environment.channels)));
  members.emplace_back("dependencies", yaml_sequence(std::move(dependencies)));
  if (!environment.name.empty()) members.emplace_back("name", yaml_string(environment.name));
  if (!environment.prefix.empty()) members.emplace_back("prefix", yaml_string(environment.prefix));
  std::vector<std::pair<std::string, YamlNode>> variables;
  for (const auto& [name, value] : environment.variables) variables.emplace_back(name, yaml_string(value));
  if (!variables.empty()) members.emplace_back("variables", yaml_mapping(std::move(variables)));
  return write_yaml(yaml_mapping(std::move(members)));
}

}  // namespace formats
