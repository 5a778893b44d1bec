// `workspace`: without a name where all of the program goes; with one, a workspace to create.
// WorkspaceProperties of 2026-05-01; fields of CLI v2's workspace (azure-ai-ml 1.4.0).
#include "schema/kinds/kinds.h"
#include "schema/kinds/resource_identity.h"
#include "schema/rows.h"

namespace schema {
namespace {

constexpr Word kEnabled[] = {{"enabled", "Enabled", {}}, {"disabled", "Disabled", {}}};

constexpr Field kKeyFields[] = {
    {.name = "key_vault",
     .type = kArmId,
     .doc = "Resource id of the key vault.",
     .required = true,
     .rest = "keyVaultProperties.keyVaultArmId"},
    {.name = "key_uri",
     .type = kText,
     .doc = "Address of the key in it, with its version.",
     .required = true,
     .rest = "keyVaultProperties.keyIdentifier"},
    {.name = "cosmosdb_id",
     .type = kArmId,
     .doc = "Resource id of a Cosmos DB account of one's own.",
     .rest = "cosmosDbResourceId",
     .since = Api::v2026_05_01},
    {.name = "search_id",
     .type = kArmId,
     .doc = "Resource id of a search service of one's own.",
     .rest = "searchAccountResourceId",
     .since = Api::v2026_05_01},
    {.name = "storage_id",
     .type = kArmId,
     .doc = "Resource id of a storage account of one's own.",
     .rest = "storageAccountResourceId",
     .since = Api::v2026_05_01},
};
constexpr Block kKey{
    .name = "customer_managed_key", .doc = "A key of one's own that encrypts.", .fields = kKeyFields};

constexpr Word kIsolationModes[] = {
    {"disabled", "Disabled", "No managed network."},
    {"allow_internet_outbound", "AllowInternetOutbound", "Everything outside may be reached."},
    {"allow_only_approved_outbound", "AllowOnlyApprovedOutbound", "Only what is approved may be reached."},
};
constexpr Word kFirewalls[] = {{"standard", "Standard", {}}, {"basic", "Basic", {}}};
constexpr Field kNetworkFields[] = {
    {.name = "isolation_mode",
     .type = one_of(kIsolationModes),
     .doc = "What the workspace's computes may reach.",
     .required = true,
     .rest = "isolationMode"},
    {.name = "firewall_sku",
     .type = one_of(kFirewalls),
     .doc = "Firewall for rules by host name. Default `standard`.",
     .rest = "firewallSku",
     .since = Api::v2025_06_01},
};
constexpr Gone kNetworkGone[] = {
    {"outbound_rules", "write it as `raw { managedNetwork { outboundRules = { … } } }` in the workspace"},
};
constexpr Block kNetwork{
    .name = "managed_network",
    .doc = "The network that the service manages for the workspace.",
    .fields = kNetworkFields,
    .gone = kNetworkGone,
};

constexpr Field kServerlessFields[] = {
    {.name = "custom_subnet",
     .type = kArmId,
     .doc = "Resource id of the subnet of serverless nodes.",
     .rest = "serverlessComputeCustomSubnet"},
    {.name = "no_public_ip",
     .type = kBoolean,
     .doc = "Whether they have no public addresses. Default `false`.",
     .rest = "serverlessComputeNoPublicIP"},
};
constexpr Block kServerless{
    .name = "serverless_compute", .doc = "Where serverless nodes stand.", .fields = kServerlessFields};

constexpr Word kDatastoreModes[] = {
    {"access_key", "AccessKey", "With the account's key."},
    {"identity", "Identity", "As who uses it."},
    {"user_delegation_sas", "UserDelegationSAS", "With a signature for who uses it."},
};

constexpr Field kFields[] = {
    {.name = "config",
     .type = path(form_local, MustBe::file),
     .doc = "A `config.json` with subscription, resource group and name.",
     .yaml = "-"},
    {.name = "subscription_id", .type = kUuid, .doc = "Subscription in which it is.", .yaml = "-"},
    {.name = "resource_group", .type = kText, .doc = "Resource group in which it is."},
    {.name = "name",
     .type = name_of(NameRule::workspace),
     .doc = "Name in Azure. Default the declaration's.",
     .was = names<"workspace_name">},
    {.name = "location",
     .type = kText,
     .doc = "Region of Azure. Default the resource group's.",
     .rest = "location"},
    {.name = "display_name",
     .type = kString,
     .doc = "Name that people see. Default the name.",
     .rest = "properties.friendlyName",
     .was = names<"friendly_name">},
    {.name = "description", .type = kString, .doc = "What it is for.", .rest = "properties.description"},
    {.name = "tags", .type = kStringMap, .doc = "Tags: names and values of one's own.", .rest = "tags"},
    {.name = "identity",
     .type = block(kResourceIdentity),
     .doc = "Identity of the workspace. Default a system-assigned one.",
     .rest = "identity"},
    {.name = "storage_account",
     .type = kArmId,
     .doc = "Resource id of the storage account; it cannot be changed later.",
     .rest = "properties.storageAccount"},
    {.name = "key_vault",
     .type = kArmId,
     .doc = "Resource id of the key vault; it cannot be changed later.",
     .rest = "properties.keyVault"},
    {.name = "application_insights",
     .type = kArmId,
     .doc = "Resource id of the Application Insights component.",
     .rest = "properties.applicationInsights"},
    {.name = "container_registry",
     .type = kArmId,
     .doc = "Resource id of the container registry in which images are kept.",
     .rest = "properties.containerRegistry"},
    {.name = "image_build_compute",
     .type = kText,
     .doc = "Name of the cluster that builds images, where the registry is in a private network.",
     .rest = "properties.imageBuildCompute"},
    {.name = "public_network_access",
     .type = one_of(kEnabled),
     .doc = "Whether it may be reached from the internet. Default `enabled`.",
     .rest = "properties.publicNetworkAccess"},
    {.name = "hbi_workspace",
     .type = kBoolean,
     .doc = "Whether the data is of high business impact: less is collected for diagnosis. Default `false`.",
     .rest = "properties.hbiWorkspace"},
    {.name = "primary_user_assigned_identity",
     .type = kArmId,
     .doc = "Resource id of the identity that stands for the workspace.",
     .rest = "properties.primaryUserAssignedIdentity"},
    {.name = "customer_managed_key",
     .type = block(kKey),
     .doc = "A key of one's own that encrypts.",
     .rest = "properties.encryption",
     .with = sent<"properties.encryption.status", "Enabled">},
    {.name = "managed_network",
     .type = block(kNetwork),
     .doc = "The network that the service manages for the workspace.",
     .rest = "properties.managedNetwork",
     .since = Api::v2024_04_01},
    {.name = "provision_network_now",
     .type = kBoolean,
     .doc = "Whether the managed network is made at once. Default `false`.",
     .rest = "properties.provisionNetworkNow",
     .since = Api::v2025_06_01},
    {.name = "serverless_compute",
     .type = block(kServerless),
     .doc = "Where serverless nodes stand.",
     .rest = "properties.serverlessComputeSettings",
     .since = Api::v2024_04_01},
    {.name = "system_datastores_auth_mode",
     .type = one_of(kDatastoreModes),
     .doc = "How the workspace's own datastores are reached. Default `access_key`.",
     .rest = "properties.systemDatastoresAuthMode",
     .since = Api::v2025_06_01},
    {.name = "enable_data_isolation",
     .type = kBoolean,
     .doc = "Whether the workspace sees its own data alone in a shared storage account. Default `false`.",
     .rest = "properties.enableDataIsolation",
     .since = Api::v2024_04_01},
    {.name = "v1_legacy_mode",
     .type = kBoolean,
     .doc = "Whether the present interface is shut off. Default `false`.",
     .yaml = "-",
     .rest = "properties.v1LegacyMode"},
};
constexpr Group kGroups[] = {
    {Group::Rule::at_most_one, names<"config", "subscription_id">},
    {Group::Rule::first_needs_one, names<"subscription_id", "resource_group">},
};
constexpr Gone kGone[] = {
    {"auth", "leave it out: the login comes from the command line's"},
    {"sku", "leave it out: there is one kind of workspace"},
};

}  // namespace

constexpr Kind kWorkspace{
    .name = "workspace",
    .doc = "Where all of the program goes; with a name, a workspace to create.",
    .body = {.name = "workspace",
             .doc = "Where all of the program goes; with a name, a workspace to create.",
             .fields = kFields,
             .groups = kGroups,
             .gone = kGone},
    .name_rule = NameRule::workspace,
    .collection = "workspaces",
    .named = false,
};
static_assert(flaw_of(kWorkspace).empty());

}  // namespace schema
