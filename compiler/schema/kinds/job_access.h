// Who a job is, who may look into it while it runs, and who is told of its end.
#pragma once

#include "schema/rows.h"

namespace schema {

inline constexpr Word kJobIdentities[] = {
    {"aml_token", "AMLToken", "A token of the run."},
    {"managed", "Managed", "A managed identity of the compute.", Api::first, names<"managed_identity">},
    {"user_identity", "UserIdentity", "The one who submits."},
};
inline constexpr Field kJobIdentityFields[] = {
    {.name = "type",
     .type = one_of(kJobIdentities),
     .doc = "Whose identity the job has.",
     .required = true,
     .rest = "identityType"},
    {.name = "client_id",
     .type = kUuid,
     .doc = "Client id of a user-assigned identity.",
     .rest = "clientId",
     .only = names<"managed">},
    {.name = "object_id",
     .type = kUuid,
     .doc = "Object id of a user-assigned identity.",
     .rest = "objectId",
     .only = names<"managed">},
    {.name = "msi_resource_id",
     .type = kArmId,
     .doc = "Resource id of a user-assigned identity.",
     .rest = "resourceId",
     .only = names<"managed">},
};
inline constexpr Group kJobIdentityGroups[] = {
    {Group::Rule::at_most_one, names<"client_id", "object_id", "msi_resource_id">}};
inline constexpr Block kJobIdentity{
    .name = "identity",
    .doc = "The identity with which the job reaches data.",
    .fields = kJobIdentityFields,
    .discriminator = "type",
    .groups = kJobIdentityGroups,
};

inline constexpr Word kServiceTypes[] = {
    {"jupyter_lab", "JupyterLab", "JupyterLab."},    {"ssh", "SSH", "A shell by SSH."},
    {"tensor_board", "TensorBoard", "TensorBoard."}, {"vs_code", "VSCode", "Visual Studio Code."},
    {"custom", "Custom", "A server of one's own."},
};
inline constexpr Word kServiceNodes[] = {{"all", "All", "Every node."}};
inline constexpr Field kServiceFields[] = {
    {.name = "type",
     .type = one_of(kServiceTypes),
     .doc = "What is offered.",
     .required = true,
     .rest = "jobServiceType",
     .was = names<"job_service_type">},
    {.name = "nodes",
     .type = one_of(kServiceNodes),
     .doc = "Nodes on which it runs. Default the first one.",
     .rest = "nodes.nodesValueType",
     .since = Api::v2023_04_01},
    {.name = "port", .type = kPort, .doc = "Port on which it listens.", .rest = "port"},
    {.name = "log_dir",
     .type = kText,
     .doc = "Folder of the event files, relative to the working directory.",
     .rest = "properties.logDir",
     .only = names<"tensor_board">},
    {.name = "ssh_public_keys",
     .type = kFileText,
     .doc = "Public key that may log in; `file(\"key.pub\")` reads it from a file.",
     .required = true,
     .rest = "properties.sshPublicKeys",
     .only = names<"ssh">},
    {.name = "properties",
     .type = kStringMap,
     .doc = "Further settings of the service.",
     .rest = "properties"},
};
inline constexpr Block kService{
    .name = "services",
    .doc = "Something that can be opened while the job runs, by the one who submitted it.",
    .fields = kServiceFields,
    .discriminator = "type",
};
inline constexpr Type kServiceType = block(kService);

inline constexpr Word kEmailEvents[] = {
    {"job_completed", "JobCompleted", "The job has ended well."},
    {"job_failed", "JobFailed", "The job has failed."},
    {"job_cancelled", "JobCancelled", "The job was cancelled."},
};
inline constexpr Type kEmailEvent = one_of(kEmailEvents);
inline constexpr Word kWebhookTypes[] = {{"azure_dev_ops", "AzureDevOps", "A pipeline of Azure DevOps."}};
inline constexpr Field kWebhookFields[] = {
    {.name = "type",
     .type = one_of(kWebhookTypes),
     .doc = "Service that is called.",
     .required = true,
     .rest = "webhookType"},
    {.name = "event_type", .type = kText, .doc = "Event on which it is called.", .rest = "eventType"},
};
inline constexpr Block kWebhook{.name = "webhooks",
                                .doc = "A service that is called.",
                                .fields = kWebhookFields,
                                .discriminator = "type"};
inline constexpr Type kWebhookType = block(kWebhook);
inline constexpr Field kNotificationFields[] = {
    {.name = "email_on", .type = list(kEmailEvent), .doc = "Events that send mail.", .rest = "emailOn"},
    {.name = "emails",
     .type = kStrings,
     .doc = "Who gets the mail; 499 characters in all, joined with commas.",
     .rest = "emails"},
    {.name = "webhooks",
     .type = map(kWebhookType),
     .doc = "Services that are called, by name.",
     .rest = "webhooks"},
};
inline constexpr Block kNotification{
    .name = "notification_setting", .doc = "Who is told of the job's end.", .fields = kNotificationFields};

}  // namespace schema
