// `registry`: without a name where assets go that several workspaces share; with one, a registry to create.
// RegistryProperties of 2026-05-01; fields of CLI v2's registry (azure-ai-ml 1.4.0).
#include "schema/kinds/kinds.h"
#include "schema/rows.h"

namespace schema {
namespace {

constexpr Word kEnabled[] = {{"enabled", "Enabled", {}}, {"disabled", "Disabled", {}}};
constexpr Word kStorageTypes[] = {
    {"standard_lrs", "Standard_LRS", {}},     {"standard_grs", "Standard_GRS", {}},
    {"standard_ragrs", "Standard_RAGRS", {}}, {"standard_zrs", "Standard_ZRS", {}},
    {"standard_gzrs", "Standard_GZRS", {}},   {"standard_ragzrs", "Standard_RAGZRS", {}},
    {"premium_lrs", "Premium_LRS", {}},       {"premium_zrs", "Premium_ZRS", {}},
};

// REST has lists of accounts in each region: a backend makes them.
constexpr Field kStorageFields[] = {
    {.name = "storage_account_type",
     .type = one_of(kStorageTypes),
     .doc = "How the account keeps copies. Default `standard_lrs`.",
     .fallback = "standard_lrs"},
    {.name = "storage_account_hns",
     .type = kBoolean,
     .doc = "Whether it has a hierarchical namespace. Default `false`.",
     .fallback = "false"},
    {.name = "replication_count",
     .type = integer(1),
     .doc = "Accounts in the region. Default 1.",
     .fallback = "1"},
};
constexpr Block kStorage{
    .name = "storage_config", .doc = "The storage accounts of a region.", .fields = kStorageFields};
constexpr Field kRegionFields[] = {
    {.name = "location", .type = kText, .doc = "Region of Azure.", .required = true},
    {.name = "storage_config", .type = block(kStorage), .doc = "Storage accounts of the region."},
};
constexpr Block kRegion{.name = "replication_locations",
                        .doc = "A region in which the registry keeps its assets.",
                        .fields = kRegionFields};
constexpr Type kRegionType = block(kRegion);

constexpr Field kFields[] = {
    {.name = "config",
     .type = path(form_local, MustBe::file),
     .doc = "A `config.json` with subscription, resource group and name.",
     .yaml = "-"},
    {.name = "subscription_id", .type = kUuid, .doc = "Subscription in which it is.", .yaml = "-"},
    {.name = "resource_group", .type = kText, .doc = "Resource group in which it is.", .yaml = "-"},
    {.name = "name", .type = name_of(NameRule::registry), .doc = "Name in Azure. Default the declaration's."},
    {.name = "location",
     .type = kText,
     .doc = "Region of Azure. Default the resource group's.",
     .rest = "location"},
    {.name = "tags", .type = kStringMap, .doc = "Tags: names and values of one's own.", .rest = "tags"},
    {.name = "public_network_access",
     .type = one_of(kEnabled),
     .doc = "Whether it may be reached from the internet. Default `enabled`.",
     .rest = "properties.publicNetworkAccess"},
    {.name = "intellectual_property_publisher",
     .type = kText,
     .doc = "Publisher whose models may be used, and not read.",
     .rest = "properties.intellectualPropertyPublisher"},
    {.name = "replication_locations",
     .type = list(kRegionType),
     .doc = "Regions in which it keeps its assets. Default its own region alone."},
};
constexpr Group kGroups[] = {
    {Group::Rule::at_most_one, names<"config", "subscription_id">},
    {Group::Rule::first_needs_one, names<"subscription_id", "resource_group">},
};
constexpr Gone kGone[] = {
    {"container_registry", "leave it out: the service makes one, of the tier premium"},
    {"description", "write a tag: the service keeps no description of a registry"},
};

}  // namespace

constexpr Kind kRegistry{
    .name = "registry",
    .doc = "Where assets go that several workspaces share; with a name, a registry to create.",
    .body = {.name = "registry",
             .doc = "Where assets go that several workspaces share; with a name, a registry to create.",
             .fields = kFields,
             .groups = kGroups,
             .gone = kGone},
    .name_rule = NameRule::registry,
    .collection = "registries",
    .named = false,
};
static_assert(flaw_of(kRegistry).empty());

}  // namespace schema
