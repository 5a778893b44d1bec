#include "ir/ids.h"

#include <fmt/format.h>

namespace ir {

namespace {

constexpr std::string_view kScheme = "azureml:";
// Environments of this prefix are Microsoft's; their labels are resolved by the service (azure-ai-ml 1.4.0).
constexpr std::string_view kCurated = "AzureML-";

std::string resource(const Plan& plan, std::string_view collection, std::string_view name,
                     std::string_view version) {
  std::string id = fmt::format("{}/{}/{}", plan.home().id, collection, name);
  if (!version.empty()) id += fmt::format("/versions/{}", version);
  return id;
}

// A workspace or registry to create lies in a resource group: its own, else that of where all goes.
std::string resource_of_group(const Plan& plan, const sema::Declaration& declaration,
                              std::string_view collection) {
  const auto own = [&](std::string_view field, const std::string& otherwise) {
    const std::string_view text = declaration.body ? declaration.body->text(field) : std::string_view{};
    return text.empty() ? otherwise : std::string(text);
  };
  const Home& home = plan.home();
  return fmt::format("/subscriptions/{}/resourceGroups/{}/providers/Microsoft.MachineLearningServices/{}/{}",
                     own("subscription_id", home.known ? home.subscription : "<subscription>"),
                     own("resource_group", home.known ? home.group : "<resource-group>"), collection,
                     declaration.azure_name);
}

}  // namespace

std::string id_of(const Plan& plan, const Step& step) {
  switch (step.kind) {
    case StepKind::code: return resource(plan, "codes", step.name, step.version);
    case StepKind::registry: return resource_of_group(plan, *step.declaration, "registries");
    case StepKind::workspace: return resource_of_group(plan, *step.declaration, "workspaces");
    default: break;
  }
  if (!step.declaration) return resource(plan, "connections", step.name, "");
  return resource(plan, step.declaration->kind->collection, step.name, step.version);
}

std::string id_of(const Plan& plan, const sema::Declaration& declaration) {
  if (const Step* step = plan.step_of(declaration)) return id_of(plan, *step);
  std::string_view version = declaration.body ? declaration.body->text("version") : std::string_view{};
  if (!declaration.kind->versioned) version = {};
  return resource(plan, declaration.kind->collection, declaration.azure_name, version);
}

std::string url_of(const Plan& plan, const Step& step) {
  return fmt::format("{}{}?api-version={}", plan.settings().management, id_of(plan, step),
                     plan.settings().api_version);
}

std::string id_of(const Plan& plan, const sema::Outside& outside, const Wanted& wanted) {
  std::string_view text = outside.text;
  if (outside.arm_id) return std::string(text.starts_with(kScheme) ? text.substr(kScheme.size()) : text);
  if (!outside.registry.empty() || outside.name.empty() || outside.name.starts_with(kCurated))
    return std::string(text);
  if (!wanted.versioned) return resource(plan, wanted.collection, outside.name, "");
  if (!outside.version.empty()) return resource(plan, wanted.collection, outside.name, outside.version);
  const std::string& resolved = plan.settings().label_version;
  return resolved.empty() ? std::string(text) : resource(plan, wanted.collection, outside.name, resolved);
}

std::string blob_url(const Plan& plan, const Upload& upload) {
  return fmt::format("https://{}.blob.core.windows.net/{}/LocalUpload/{}/{}", plan.settings().storage_account,
                     plan.settings().storage_container, upload.object_hash, upload.name);
}

std::string datastore_url(const Upload& upload) {
  return fmt::format("azureml://datastores/workspaceblobstore/paths/LocalUpload/{}/{}", upload.object_hash,
                     upload.name);
}

}  // namespace ir
