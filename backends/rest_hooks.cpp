#include "backends/rest_hooks.h"

#include <fmt/format.h>

#include <array>
#include <nlohmann/json.hpp>

#include "backends/rest_value.h"
#include "ir/ids.h"
#include "ir/job.h"

namespace backends {

namespace {

void environment_image(Json& body, const ir::Plan& plan, const ir::Step& step) {
  Json& properties = body["properties"];
  const ir::Image& image = *step.image;
  if (image.source == ir::Image::Source::named) {
    properties["image"] = image.base;
    if (!image.conda_file.empty()) properties["condaFile"] = image.conda_file;
  } else {
    Json build;
    build["contextUri"] = image.context ? ir::blob_url(plan, *image.context) + "/" : image.address;
    if (image.sends_dockerfile_path) build["dockerfilePath"] = image.dockerfile_path;
    properties["build"] = std::move(build);
  }
  if (step.declaration->anonymous) properties["isAnonymous"] = true;
}

// The command is made of words, the code's id of what is uploaded, and variables come from the environment
// too.
void job_command(Json& body, const ir::Plan& plan, const ir::Step& step) {
  Json& properties = body["properties"];
  const ir::JobText job = ir::text_of(plan, *step.declaration);
  properties["command"] = ir::service_text(job.command);
  if (!job.code_id.empty()) properties["codeId"] = job.code_id;
  if (!properties.contains("displayName")) properties["displayName"] = step.declaration->azure_name;
  if (job.variables.empty()) return;
  Json variables = Json::object();
  for (const auto& [name, value] : job.variables) variables[name] = ir::service_text(value);
  properties["environmentVariables"] = std::move(variables);
}

// What azure-ai-ml 1.4.0 always sends for a cluster and for an instance.
void compute_defaults(Json& body, const ir::Plan& plan, const ir::Step& step) {
  if (!body.contains("location")) body["location"] = plan.settings().location;
  const std::string_view type = step.declaration->body->text("type");
  const auto add = [&](std::string_view name, std::string_view value) {
    Json& properties = body["properties"]["properties"];
    if (!properties.contains(name)) properties[std::string(name)] = value;
  };
  if (type == "amlcompute") {
    add("osType", "Linux");
    add("remoteLoginPortPublicAccess", "NotSpecified");
  } else if (type == "computeinstance") {
    add("applicationSharingPolicy", "Shared");
    add("computeInstanceAuthorizationType", "personal");
  }
}

// A workspace or registry has a region, and an identity with which it reaches its storage.
void resource_defaults(Json& body, const ir::Plan& plan, const ir::Step&) {
  if (!body.contains("location")) body["location"] = plan.settings().location;
  if (!body.contains("identity")) body["identity"]["type"] = "SystemAssigned";
}

constexpr std::array<KindHook, 5> kKindHooks = {{
    {"environment", "its image is a reference, a context or a text that is uploaded", environment_image},
    {"job", "its command may be words, its code is an asset of its own", job_command},
    {"compute", "the region is the workspace's; the client's fixed members hang on the type",
     compute_defaults},
    {"workspace", "the region and the identity have defaults that no row says", resource_defaults},
    {"registry", "the region and the identity have defaults that no row says", resource_defaults},
}};

std::string text_of(const ir::Plan& plan, const sema::Body& body, std::string_view name) {
  const sema::FieldValue* field = body.find(name);
  if (!field) return {};
  const std::optional<Json> value = json_of(plan, field->field->type, field->value);
  return value && value->is_string() ? value->get<std::string>() : std::string();
}

// A map whose keys are the ids.
void identities(Json& into, const ir::Plan& plan, const sema::Value& value) {
  Json out = Json::object();
  if (const auto* list = value.get<const sema::List*>()) {
    for (const sema::Value& item : (*list)->items) {
      const auto* body = item.get<const sema::Body*>();
      if (body) out[text_of(plan, **body, "resource_id")] = Json::object();
    }
  }
  into["userAssignedIdentities"] = std::move(out);
}

// A subnet by its id, or by its name in a network of the workspace's resource group.
void subnet(Json& into, const ir::Plan& plan, const sema::Value& value) {
  const auto* body = value.get<const sema::Body*>();
  if (!body) return;
  std::string id = text_of(plan, **body, "subnet");
  const std::string network = text_of(plan, **body, "vnet_name");
  if (!network.empty()) {
    const std::string group = plan.home().id.substr(0, plan.home().id.find("/providers/"));
    id = fmt::format("{}/providers/Microsoft.Network/virtualNetworks/{}/subnets/{}", group, network, id);
  }
  set_at(into, "properties.properties.subnet.id", Json(id));
}

Json storage_of(const ir::Plan& plan, const sema::Body& region) {
  const sema::FieldValue* field = region.find("storage_config");
  const auto* config = field ? field->value.get<const sema::Body*>() : nullptr;
  Json account;
  account["storageAccountType"] = config ? text_of(plan, **config, "storage_account_type") : "Standard_LRS";
  std::int64_t count = 1;
  if (config) {
    const sema::FieldValue* hns = (*config)->find("storage_account_hns");
    const auto* on = hns ? hns->value.get<bool>() : nullptr;
    account["storageAccountHnsEnabled"] = on && *on;
    const sema::FieldValue* copies = (*config)->find("replication_count");
    if (copies && copies->value.is<std::int64_t>()) count = *copies->value.get<std::int64_t>();
  }
  Json out = Json::array();
  for (std::int64_t i = 0; i < count; ++i) out.push_back({{"systemCreatedStorageAccount", account}});
  return out;
}

// Each region has a container registry and storage accounts that the service makes.
void regions(Json& into, const ir::Plan& plan, const sema::Value& value) {
  const auto* list = value.get<const sema::List*>();
  if (!list) return;
  Json out = Json::array();
  for (const sema::Value& item : (*list)->items) {
    const auto* body = item.get<const sema::Body*>();
    if (!body) continue;
    Json region;
    region["location"] = text_of(plan, **body, "location");
    region["acrDetails"] = Json::array({{{"systemCreatedAcrAccount", {{"acrAccountSku", "Premium"}}}}});
    region["storageAccountDetails"] = storage_of(plan, **body);
    out.push_back(std::move(region));
  }
  set_at(into, "properties.regionDetails", std::move(out));
}

constexpr std::array<FieldHook, 3> kFieldHooks = {{
    {"identity", "user_assigned_identities", "a list here, a map whose keys are the ids there", identities},
    {"compute", "network_settings", "two names here, one id there", subnet},
    {"registry", "replication_locations", "the service's accounts are listed one by one", regions},
}};

}  // namespace

std::span<const KindHook> kind_hooks() { return kKindHooks; }
std::span<const FieldHook> field_hooks() { return kFieldHooks; }

void run_field_hook(Json& into, const ir::Plan& plan, const sema::Body& body, const sema::FieldValue& field) {
  if (field.value.is<sema::None>()) return;
  for (const FieldHook& hook : kFieldHooks) {
    if (hook.block == body.block->name && hook.field == field.field->name) hook.add(into, plan, field.value);
  }
}

}  // namespace backends
