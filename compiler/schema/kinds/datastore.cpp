// `datastore`: a storage account or lake that the workspace may use, with the login. DatastoreProperties of
// 2026-05-01.
#include "schema/kinds/kinds.h"
#include "schema/rows.h"

namespace schema {
namespace {

constexpr Word kTypes[] = {
    {"azure_blob", "AzureBlob", "A container of Azure Blob Storage."},
    {"azure_file", "AzureFile", "A share of Azure Files."},
    {"azure_data_lake_gen1", "AzureDataLakeGen1", "An Azure Data Lake of the first generation."},
    {"azure_data_lake_gen2", "AzureDataLakeGen2",
     "A file system of an Azure Data Lake of the second generation."},
    {"one_lake", "OneLake", "A lakehouse of Microsoft Fabric.", Api::v2024_04_01},
};

constexpr Field kStorageCredentialFields[] = {
    {.name = "account_key",
     .type = kSecret,
     .doc = "Key of the account; a `secret`, read when submitting.",
     .rest = "secrets.key",
     .with = sent<"credentialsType", "AccountKey", "secrets.secretsType", "AccountKey">},
    {.name = "sas_token",
     .type = kSecret,
     .doc = "Shared access signature; a `secret`, read when submitting.",
     .rest = "secrets.sasToken",
     .with = sent<"credentialsType", "Sas", "secrets.secretsType", "Sas">},
};
constexpr Group kStorageCredentialGroups[] = {{Group::Rule::exactly_one, names<"account_key", "sas_token">}};
constexpr Block kStorageCredentials{
    .name = "credentials",
    .doc = "The login to the storage account.",
    .fields = kStorageCredentialFields,
    .groups = kStorageCredentialGroups,
};

constexpr Field kLakeCredentialFields[] = {
    {.name = "tenant_id",
     .type = kUuid,
     .doc = "Tenant of the service principal.",
     .required = true,
     .rest = "tenantId"},
    {.name = "client_id",
     .type = kUuid,
     .doc = "Client id of the service principal.",
     .required = true,
     .rest = "clientId"},
    {.name = "client_secret",
     .type = kSecret,
     .doc = "Its secret; a `secret`, read when submitting.",
     .rest = "secrets.clientSecret",
     .with = sent<"credentialsType", "ServicePrincipal", "secrets.secretsType", "ServicePrincipal">},
    {.name = "certificate",
     .type = kSecret,
     .doc = "Its certificate; a `secret`, read when submitting.",
     .rest = "secrets.certificate",
     .with = sent<"credentialsType", "Certificate", "secrets.secretsType", "Certificate">},
    {.name = "thumbprint", .type = kText, .doc = "Thumbprint of the certificate.", .rest = "thumbprint"},
    {.name = "resource_url",
     .type = kText,
     .doc = "Resource that the service principal may use. Default the storage.",
     .rest = "resourceUrl"},
    {.name = "authority_url",
     .type = kText,
     .doc = "Address that gives the tokens. Default `https://login.microsoftonline.com`.",
     .yaml = "authority_uri",
     .rest = "authorityUrl",
     .was = names<"authority_uri">},
};
constexpr Group kLakeCredentialGroups[] = {
    {Group::Rule::exactly_one, names<"client_secret", "certificate">},
    {Group::Rule::all_or_none, names<"certificate", "thumbprint">},
};
constexpr Block kLakeCredentials{
    .name = "credentials",
    .doc = "The login of a service principal.",
    .fields = kLakeCredentialFields,
    .groups = kLakeCredentialGroups,
};

constexpr Word kArtifactTypes[] = {{"lake_house", "LakeHouse", "A lakehouse."}};
constexpr Field kArtifactFields[] = {
    {.name = "type",
     .type = one_of(kArtifactTypes),
     .doc = "What it is. Default `lake_house`.",
     .fallback = "lake_house",
     .rest = "artifactType"},
    {.name = "name", .type = kText, .doc = "Its name or id.", .required = true, .rest = "artifactName"},
};
constexpr Block kArtifact{
    .name = "artifact", .doc = "What in Fabric the datastore is.", .fields = kArtifactFields};

constexpr Word kServiceIdentities[] = {
    {"none", "None", "The login of the datastore."},
    {"workspace_system_assigned_identity", "WorkspaceSystemAssignedIdentity", "The workspace's own."},
    {"workspace_user_assigned_identity", "WorkspaceUserAssignedIdentity",
     "The one that is assigned to the workspace."},
};

constexpr Field kFields[] = {
    {.name = "name", .type = name_of(NameRule::asset), .doc = "Name in Azure. Default the declaration's."},
    {.name = "type",
     .type = one_of(kTypes),
     .doc = "What it is.",
     .required = true,
     .rest = "properties.datastoreType"},
    {.name = "description", .type = kString, .doc = "What it is for.", .rest = "properties.description"},
    {.name = "tags",
     .type = kStringMap,
     .doc = "Tags: names and values of one's own.",
     .rest = "properties.tags"},
    {.name = "account_name",
     .type = kText,
     .doc = "Storage account.",
     .required = true,
     .rest = "properties.accountName",
     .only = names<"azure_blob", "azure_file", "azure_data_lake_gen2">},
    {.name = "container_name",
     .type = kText,
     .doc = "Container of the account.",
     .required = true,
     .rest = "properties.containerName",
     .only = names<"azure_blob">},
    {.name = "file_share_name",
     .type = kText,
     .doc = "Share of the account.",
     .required = true,
     .rest = "properties.fileShareName",
     .only = names<"azure_file">},
    {.name = "filesystem",
     .type = kText,
     .doc = "File system of the account.",
     .required = true,
     .rest = "properties.filesystem",
     .only = names<"azure_data_lake_gen2">},
    {.name = "store_name",
     .type = kText,
     .doc = "Name of the lake.",
     .required = true,
     .rest = "properties.storeName",
     .only = names<"azure_data_lake_gen1">},
    {.name = "one_lake_workspace_name",
     .type = kText,
     .doc = "Name or id of the workspace in Fabric.",
     .required = true,
     .rest = "properties.oneLakeWorkspaceName",
     .since = Api::v2024_04_01,
     .only = names<"one_lake">},
    {.name = "artifact",
     .type = block(kArtifact),
     .doc = "What in Fabric the datastore is.",
     .required = true,
     .rest = "properties.artifact",
     .since = Api::v2024_04_01,
     .only = names<"one_lake">},
    {.name = "endpoint",
     .type = kText,
     .doc = "Ending of the account's host. Default `core.windows.net`.",
     .rest = "properties.endpoint",
     .only = names<"azure_blob", "azure_file", "azure_data_lake_gen2", "one_lake">},
    {.name = "protocol",
     .type = kText,
     .doc = "Protocol of its addresses. Default `https`.",
     .rest = "properties.protocol",
     .only = names<"azure_blob", "azure_file", "azure_data_lake_gen2">},
    {.name = "credentials",
     .type = block(kStorageCredentials),
     .doc = "Login to the account. Default the identity of who uses it.",
     .rest = "properties.credentials",
     .only = names<"azure_blob", "azure_file">},
    {.name = "credentials",
     .type = block(kLakeCredentials),
     .doc = "Login of a service principal. Default the identity of who uses it.",
     .rest = "properties.credentials",
     .only = names<"azure_data_lake_gen1", "azure_data_lake_gen2", "one_lake">},
    {.name = "service_data_access_auth_identity",
     .type = one_of(kServiceIdentities),
     .doc = "Identity with which the service itself reads, for previews and profiles. Default `none`.",
     .yaml = "-",
     .rest = "properties.serviceDataAccessAuthIdentity"},
    {.name = "subscription_id",
     .type = kUuid,
     .doc = "Subscription of the account. Default the workspace's.",
     .yaml = "-",
     .rest = "properties.subscriptionId",
     .since = Api::v2024_04_01,
     .only = names<"azure_blob", "azure_file", "azure_data_lake_gen1", "azure_data_lake_gen2">},
    {.name = "resource_group",
     .type = kText,
     .doc = "Resource group of the account. Default the workspace's.",
     .yaml = "-",
     .rest = "properties.resourceGroup",
     .since = Api::v2024_04_01,
     .only = names<"azure_blob", "azure_file", "azure_data_lake_gen1", "azure_data_lake_gen2">},
};

}  // namespace

constexpr Kind kDatastore{
    .name = "datastore",
    .doc = "A storage account or lake that the workspace may use, with the login to it.",
    .body = {.name = "datastore",
             .doc = "A storage account or lake that the workspace may use, with the login to it.",
             .fields = kFields,
             .discriminator = "type"},
    .collection = "datastores",
    .fixed = sent<"properties.credentials.credentialsType", "None">,
};
static_assert(flaw_of(kDatastore).empty());

}  // namespace schema
