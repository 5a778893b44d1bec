#include "ir/home.h"

#include <fmt/format.h>

#include <array>
#include <nlohmann/json.hpp>

#include "ir/diagnostics.h"

namespace ir {

namespace {

using base::Diagnostics;
using base::Span;
using nlohmann::json;

constexpr std::string_view kSubscriptions = "/subscriptions/";
constexpr std::string_view kGroups = "/resourceGroups/";
constexpr std::string_view kProvider = "/providers/Microsoft.MachineLearningServices/";

Home home_of(std::string subscription, std::string group, std::string name, bool registry) {
  Home home;
  home.id = fmt::format("{}{}{}{}{}{}/{}", kSubscriptions, subscription, kGroups, group, kProvider,
                        registry ? "registries" : "workspaces", name);
  home.subscription = std::move(subscription);
  home.group = std::move(group);
  home.name = std::move(name);
  home.registry = registry;
  home.known = true;
  return home;
}

bool same_word(std::string_view a, std::string_view b) {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
  return a.size() == b.size() &&
         std::equal(a.begin(), a.end(), b.begin(), [&](char x, char y) { return lower(x) == lower(y); });
}

// The parts of an id, nothing where it is of another form. Azure does not heed the case of the words in it.
std::optional<Home> parse_id(std::string_view id) {
  std::vector<std::string_view> parts;
  while (id.ends_with('/')) id.remove_suffix(1);
  if (!id.starts_with('/')) return std::nullopt;
  for (std::size_t at = 1; at <= id.size();) {
    const std::size_t end = std::min(id.find('/', at), id.size());
    parts.push_back(id.substr(at, end - at));
    at = end + 1;
  }
  constexpr std::array<std::string_view, 8> kForm = {
      "subscriptions", "", "resourceGroups", "", "providers", "Microsoft.MachineLearningServices", "", ""};
  if (parts.size() != kForm.size()) return std::nullopt;
  for (std::size_t i = 0; i < kForm.size(); ++i) {
    if (parts[i].empty() || (!kForm[i].empty() && !same_word(parts[i], kForm[i]))) return std::nullopt;
  }
  const bool registry = same_word(parts[6], "registries");
  if (!registry && !same_word(parts[6], "workspaces")) return std::nullopt;
  return home_of(std::string(parts[1]), std::string(parts[3]), std::string(parts[7]), registry);
}

// "`a`", "`a` and `b`", "`a`, `b` and `c`".
std::string listed(const std::vector<std::string_view>& names) {
  std::string out;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i > 0) out += i + 1 == names.size() ? " and " : ", ";
    out += fmt::format("`{}`", names[i]);
  }
  return out;
}

struct Config {
  std::string path;
  Span named_at;  // the string that names it
  bool registry = false;
};

// The three texts of a config.json. What is wrong is shown in the file where it has a place there.
std::optional<Home> read_config(const Config& config, std::string text, sema::Model& model,
                                Diagnostics& diagnostics) {
  base::FileId id = model.sources.find(config.path);
  if (id == 0) id = model.sources.add(config.path, text);
  const auto end = static_cast<std::uint32_t>(text.size());
  model.inputs.files.emplace(config.path, text);
  json value;
  try {
    value = json::parse(text);
  } catch (const json::parse_error& error) {
    const auto at = static_cast<std::uint32_t>(std::min(error.byte == 0 ? 0 : error.byte - 1, text.size()));
    diagnostics.report({id, at, std::min(at + 1, end)}, config_not_json, config.path)
        .with_label("JSON ends being JSON here")
        .note(config.named_at, "named here");
    return std::nullopt;
  }
  const std::array<std::string, 3> kKeys = {"subscription_id", "resource_group",
                                            config.registry ? "registry_name" : "workspace_name"};
  std::vector<std::string_view> missing;
  for (const std::string& key : kKeys) {
    const bool there = value.is_object() && value.contains(key) && value[key].is_string();
    if (!there || value[key].get<std::string>().empty()) missing.push_back(key);
  }
  if (!missing.empty()) {
    diagnostics
        .report({id, 0, std::min<std::uint32_t>(1, end)}, config_incomplete, config.path, listed(missing))
        .with_help(fmt::format("the file is `{{\"{}\": …, \"{}\": …, \"{}\": …}}`, each a string", kKeys[0],
                               kKeys[1], kKeys[2]))
        .note(config.named_at, "named here");
    return std::nullopt;
  }
  const auto text_of = [&](const std::string& key) { return value[key].get<std::string>(); };
  return home_of(text_of(kKeys[0]), text_of(kKeys[1]), text_of(kKeys[2]), config.registry);
}

std::optional<Home> from_config(const sema::Declaration& declaration, sema::Model& model,
                                const base::Files& files, Diagnostics& diagnostics) {
  const sema::FieldValue& field = *declaration.body->find("config");
  Config config;
  config.registry = declaration.kind->name == "registry";
  config.named_at = field.value.at.known() ? field.value.at : field.value_at;
  if (const auto* path = field.value.get<const sema::Path*>()) {
    config.path = (*path)->local.empty() ? (*path)->text : (*path)->local;
  } else if (const auto* text = field.value.get<std::string_view>()) {
    const std::string_view file =
        config.named_at.known() ? model.sources[config.named_at.file].path() : std::string_view(model.root);
    config.path = base::beside(file, *text);
  }
  std::optional<std::string> text = files.read(config.path);
  if (!text) {
    diagnostics.report(config.named_at, unreadable_file, config.path);
    return std::nullopt;
  }
  return read_config(config, std::move(*text), model, diagnostics);
}

std::optional<Home> from_declaration(const sema::Declaration& declaration, sema::Model& model,
                                     const base::Files& files, Diagnostics& diagnostics) {
  const sema::Body& body = *declaration.body;
  const bool registry = declaration.kind->name == "registry";
  if (body.find("config")) return from_config(declaration, model, files, diagnostics);
  std::vector<std::string_view> missing;
  for (const std::string_view field : {"subscription_id", "resource_group"}) {
    if (body.text(field).empty()) missing.push_back(field);
  }
  if (declaration.azure_name.empty()) missing.push_back("name");
  if (!missing.empty()) {
    diagnostics.report(declaration.name_at, workspace_incomplete, declaration.kind->name, listed(missing))
        .with_help(registry ? "give all of `subscription_id`, `resource_group` and `name`"
                            : "give all of `subscription_id`, `resource_group` and `name`, or a `config`");
    return std::nullopt;
  }
  return home_of(std::string(body.text("subscription_id")), std::string(body.text("resource_group")),
                 std::string(declaration.azure_name), registry);
}

Span first_place(const sema::Model& model) {
  if (!model.targets.empty()) return model.targets.front()->name_at;
  return {model.sources.find(model.root), 0, 0};
}

std::optional<Home> without(const sema::Model& model, const Settings& settings, Diagnostics& diagnostics) {
  if (!settings.need_workspace) {
    Home home = home_of("<subscription>", "<resource-group>", "<workspace>", false);
    home.subscription.clear(), home.group.clear(), home.name.clear();
    home.known = false;
    return home;
  }
  diagnostics.report(first_place(model), no_workspace)
      .with_help("declare `workspace { config = \"config.json\" }`, or give `--workspace-id`");
  return std::nullopt;
}

}  // namespace

bool is_workspace_id(std::string_view text) { return parse_id(text).has_value(); }

std::optional<Home> find_home(sema::Model& model, const base::Files& files, const Settings& settings,
                              Diagnostics& diagnostics) {
  const sema::Declaration* found = nullptr;
  for (const sema::Declaration& one : model.declarations) {
    const bool is_home =
        one.name.empty() && one.body && (one.kind->name == "workspace" || one.kind->name == "registry");
    if (!is_home || one.incomplete) continue;
    if (found && found->kind != one.kind) {
      diagnostics.report(one.name_at, workspace_and_registry).note(found->name_at, "the other one");
      return std::nullopt;
    }
    if (!found) found = &one;
  }
  if (!settings.workspace_id.empty()) {
    std::optional<Home> home = parse_id(settings.workspace_id);
    if (found) {
      diagnostics.report(found->name_at, workspace_overridden, found->kind->name)
          .with_label("this is not where it goes");
    }
    return home ? home : without(model, settings, diagnostics);
  }
  return found ? from_declaration(*found, model, files, diagnostics) : without(model, settings, diagnostics);
}

}  // namespace ir
