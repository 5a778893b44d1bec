#include "ir/conda.h"

#include <algorithm>

#include "formats/yaml.h"
#include "ir/diagnostics.h"
#include "ir/job.h"
#include "sema/diagnostics.h"

namespace ir {

namespace {

using formats::YamlNode;

constexpr std::string_view kDependencies = "dependencies";
constexpr std::string_view kPip = "pip";
constexpr std::string_view kPython = "python";

std::vector<YamlNode> strings_of(const sema::Body& block, std::string_view field) {
  std::vector<YamlNode> out;
  const sema::FieldValue* value = block.find(field);
  const auto* list = value ? value->value.get<const sema::List*>() : nullptr;
  if (!list) return out;
  for (const sema::Value& item : (*list)->items) {
    if (const auto* text = item.get<std::string_view>())
      out.push_back(formats::yaml_string(std::string(*text)));
  }
  return out;
}

// The fields of a `conda_dependencies { }` as the file that they stand for.
YamlNode file_of(const sema::Body& block) {
  std::vector<std::pair<std::string, YamlNode>> members;
  std::vector<YamlNode> dependencies = strings_of(block, "packages");
  std::vector<YamlNode> pip = strings_of(block, kPip);
  if (!pip.empty()) {
    dependencies.push_back(
        formats::yaml_mapping({{std::string(kPip), formats::yaml_sequence(std::move(pip))}}));
  }
  std::vector<YamlNode> channels = strings_of(block, "channels");
  if (!channels.empty()) members.emplace_back("channels", formats::yaml_sequence(std::move(channels)));
  members.emplace_back(kDependencies, formats::yaml_sequence(std::move(dependencies)));
  if (!block.text("name").empty())
    members.emplace_back("name", formats::yaml_string(std::string(block.text("name"))));
  const sema::FieldValue* field = block.find("variables");
  if (const auto* map = field ? field->value.get<const sema::Map*>() : nullptr) {
    std::vector<std::pair<std::string, YamlNode>> variables;
    for (const sema::Entry& entry : (*map)->entries) {
      const auto* text = entry.value.get<std::string_view>();
      if (text) variables.emplace_back(entry.key, formats::yaml_string(std::string(*text)));
    }
    members.emplace_back("variables", formats::yaml_mapping(std::move(variables)));
  }
  return formats::yaml_mapping(std::move(members));
}

// `conda-forge::python>=3.10` → `python`.
std::string_view package_name(std::string_view spec) {
  const std::size_t channel = spec.rfind("::");
  if (channel != std::string_view::npos) spec.remove_prefix(channel + 2);
  return spec.substr(0, spec.find_first_of(" =<>!~["));
}

// `python=3.11=build` → `3.11`; `python>=3.10` → `>=3.10`.
std::string version_of_python(std::string_view spec) {
  spec.remove_prefix(spec.find(kPython) + kPython.size());
  const std::size_t first = spec.find_first_not_of(" =");
  if (first == std::string_view::npos) return {};
  spec.remove_prefix(first);
  const bool compares = spec.find_first_of("<>!~,|") != std::string_view::npos;
  return std::string(compares ? spec : spec.substr(0, spec.find_first_of("= [")));
}

void add_pip(Conda& conda, const YamlNode& requirements) {
  for (const YamlNode& line : requirements.items) {
    conda.requirements += line.text + "\n";
    ++conda.pip_count;
  }
}

// Sorts what pip installs from the rest; what conda installs then has `pip`, as conda itself would add it.
void split(Conda& conda, YamlNode& root) {
  for (std::size_t i = 0; i + 1 < root.items.size(); i += 2) {
    YamlNode& value = root.items[i + 1];
    if (root.items[i].text == "channels") {
      for (const YamlNode& channel : value.items) conda.channels.push_back(channel.text);
    }
    if (root.items[i].text != kDependencies) continue;
    bool has_pip = false;
    for (const YamlNode& one : value.items) {
      if (const YamlNode* requirements = one.find(kPip)) add_pip(conda, *requirements);
      if (one.kind != YamlNode::Kind::scalar) continue;
      const std::string_view name = package_name(one.text);
      has_pip |= name == kPip;
      if (name == kPython) conda.python = version_of_python(one.text);
      if (name != kPip && name != kPython) ++conda.conda_count;
    }
    std::erase_if(value.items, [](const YamlNode& one) { return one.find(kPip) != nullptr; });
    if (!has_pip && conda.pip_count > 0) value.items.push_back(formats::yaml_string(std::string(kPip)));
  }
}

Conda conda_of(YamlNode root) {
  Conda conda;
  conda.text = formats::write_yaml(root);
  split(conda, root);
  conda.packages = formats::write_yaml(root);
  return conda;
}

std::optional<Conda> read_file(const sema::FieldValue& field, sema::Model& model, const base::Files& files,
                               base::Diagnostics& diagnostics) {
  const auto* path = field.value.get<const sema::Path*>();
  if (!path || (*path)->local.empty()) return std::nullopt;
  const std::optional<std::string> text = files.read((*path)->local);
  if (!text) {
    diagnostics.report(field.value_at, unreadable_file, std::string((*path)->local));
    return std::nullopt;
  }
  model.inputs.files.emplace((*path)->local, *text);
  formats::YamlFile file = formats::read_yaml(*text);
  const bool good = file.faults.empty() && file.root.kind == YamlNode::Kind::mapping;
  if (good) return conda_of(std::move(file.root));
  auto& report = diagnostics.report(field.value_at, sema::unreadable_text, (*path)->text, "a conda file");
  report.with_label(file.faults.empty() ? "it holds no mapping" : file.faults.front().what);
  return std::nullopt;
}

}  // namespace

CondaRead read_conda(const sema::Body& environment, sema::Model& model, const base::Files& files,
                     base::Diagnostics& diagnostics) {
  CondaRead out;
  const sema::FieldValue* block = environment.at_path("python.conda_dependencies");
  const sema::FieldValue* file = environment.at_path("python.conda_file");
  if (const auto* body = block ? block->value.get<const sema::Body*>() : nullptr) {
    out.conda = conda_of(file_of(**body));
  } else if (file && !file->value.is<sema::None>()) {
    out.conda = read_file(*file, model, files, diagnostics);
  } else {
    out.none = true;
  }
  return out;
}

}  // namespace ir
