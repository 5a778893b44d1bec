#include "sema/outside.h"

#include <fmt/format.h>

#include <algorithm>

namespace sema {

using schema::Type;

namespace {

constexpr std::string_view kScheme = "azureml:";

std::string_view kind_of(const Type& type) { return type.kinds.empty() ? "asset" : type.kinds.front(); }

bool insensitive_prefix(std::string_view text, std::string_view prefix) {
  if (text.size() < prefix.size()) return false;
  return std::equal(prefix.begin(), prefix.end(), text.begin(), [](char a, char b) {
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
    return lower(a) == lower(b);
  });
}

// azureml://registries/R/KINDS/N/versions/V or …/labels/L
std::optional<Outside> read_registry(std::string_view text, OutsideFault& fault) {
  std::vector<std::string_view> parts;
  std::string_view rest = text.substr(std::string_view("azureml://registries/").size());
  for (std::size_t slash = rest.find('/'); slash != std::string_view::npos; slash = rest.find('/')) {
    parts.push_back(rest.substr(0, slash));
    rest.remove_prefix(slash + 1);
  }
  parts.push_back(rest);
  const bool empty =
      std::any_of(parts.begin(), parts.end(), [](std::string_view part) { return part.empty(); });
  if (parts.size() == 3 && !empty) fault.no_version = true;
  if (parts.size() != 5 || empty || (parts[3] != "versions" && parts[3] != "labels")) {
    fault.help =
        "write `azureml://registries/REGISTRY/environments/NAME/versions/VERSION`, or `…/labels/latest`";
    return std::nullopt;
  }
  Outside out{.text = text, .name = parts[2], .registry = parts[0]};
  (parts[3] == "versions" ? out.version : out.label) = parts[4];
  return out;
}

std::optional<Outside> read_short(std::string_view text, const Type& type, OutsideFault& fault) {
  const std::string_view rest = text.substr(kScheme.size());
  const std::size_t at = rest.find('@'), colon = rest.find(':');
  const std::string_view name = rest.substr(0, std::min(at, colon));
  if (name.empty() || rest.find('/') != std::string_view::npos) {
    fault.help = fmt::format("write `azureml:NAME:VERSION` with the name of {}", kind_of(type));
    return std::nullopt;
  }
  if (at == std::string_view::npos && colon == std::string_view::npos) {
    if (type.forms & schema::form_named) return Outside{.text = text, .name = name};
    fault.no_version = true;
    fault.help = fmt::format("write `{0}@latest` for the newest, or a version such as `{0}:3`", text);
    return std::nullopt;
  }
  if (!(type.forms & schema::form_asset)) {
    fault.help = fmt::format("a {} has no versions: write `azureml:{}`", kind_of(type), name);
    return std::nullopt;
  }
  const bool labelled = at != std::string_view::npos;
  const std::string_view last = rest.substr((labelled ? at : colon) + 1);
  if (last.empty() || (labelled && colon != std::string_view::npos) ||
      last.find_first_of("@:") != std::string_view::npos) {
    fault.no_version = last.empty();
    fault.help = fmt::format("write `azureml:{0}:VERSION` or `azureml:{0}@LABEL`", name);
    return std::nullopt;
  }
  Outside out{.text = text, .name = name};
  (labelled ? out.label : out.version) = last;
  return out;
}

}  // namespace

std::optional<Outside> read_outside(std::string_view text, const Type& type, OutsideFault& fault) {
  const std::string_view id =
      insensitive_prefix(text, "azureml:/subscriptions/") ? text.substr(kScheme.size()) : text;
  if (insensitive_prefix(id, "/subscriptions/")) {
    if (!(type.forms & schema::form_arm_id)) return std::nullopt;
    if (!insensitive_prefix(
            id.substr(id.find('/', 15) == std::string_view::npos ? id.size() : id.find('/', 15)),
            "/resourcegroups/")) {
      fault.help = "an id has the form `/subscriptions/ID/resourceGroups/GROUP/providers/…`";
      return std::nullopt;
    }
    return Outside{.text = id, .arm_id = true};
  }
  if (insensitive_prefix(text, "azureml://registries/") && (type.forms & schema::form_registry)) {
    return read_registry(text, fault);
  }
  if (text.starts_with("azureml://") || !insensitive_prefix(text, kScheme)) return std::nullopt;
  if (!(type.forms & (schema::form_asset | schema::form_named))) return std::nullopt;
  return read_short(text, type, fault);
}

std::vector<std::string> forms_of(const Type& type) {
  std::vector<std::string> out;
  if (type.forms & schema::form_asset) out.insert(out.end(), {"azureml:NAME:VERSION", "azureml:NAME@latest"});
  if (type.forms & schema::form_named) out.emplace_back("azureml:NAME");
  if (type.forms & schema::form_registry) out.emplace_back("azureml://registries/REGISTRY/…");
  if (type.forms & schema::form_arm_id) out.emplace_back("/subscriptions/…");
  for (const schema::Word& word : type.words) out.emplace_back(word.name);
  return out;
}

bool has_scheme(std::string_view text) {
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos || colon < 2) return false;
  return text.substr(0, colon).find_first_not_of(
             "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-.") == std::string_view::npos;
}

bool is_address(std::string_view text, std::uint16_t forms) {
  struct Scheme {
    std::string_view prefix;
    std::uint16_t form;
  };
  static constexpr Scheme kSchemes[] = {
      {"azureml://datastores/", schema::form_datastore},
      {"azureml://subscriptions/", schema::form_datastore},
      {"azureml://jobs/", schema::form_job_output},
      {"azureml://registries/", schema::form_registry},
      {"https:", schema::form_web},
      {"http:", schema::form_web},
      {"wasbs:", schema::form_storage},
      {"wasb:", schema::form_storage},
      {"abfss:", schema::form_storage},
      {"abfs:", schema::form_storage},
      {"adl:", schema::form_storage},
      {"runs:", schema::form_run},
  };
  return std::any_of(std::begin(kSchemes), std::end(kSchemes), [&](const Scheme& scheme) {
    return (forms & scheme.form) && insensitive_prefix(text, scheme.prefix);
  });
}

}  // namespace sema
