// What computes have that are made elsewhere and attached to the workspace: virtual machines, Kubernetes
// clusters.
#pragma once

#include "schema/rows.h"

namespace schema {

inline constexpr Field kMachineSshFields[] = {
    {.name = "admin_username",
     .type = kText,
     .doc = "Account that logs in.",
     .required = true,
     .rest = "administratorAccount.username",
     .was = names<"username">},
    {.name = "admin_password",
     .type = kSecret,
     .doc = "Its password; a `secret`, read when submitting.",
     .rest = "administratorAccount.password",
     .was = names<"password">},
    {.name = "ssh_private_key",
     .type = kSecret,
     .doc = "Its private key; a `secret`, such as one of `file(…)`.",
     .yaml = "ssh_private_key_file",
     .rest = "administratorAccount.privateKeyData"},
    {.name = "ssh_port",
     .type = kPort,
     .doc = "Port of the SSH server. Default 22.",
     .fallback = "22",
     .rest = "sshPort"},
};
inline constexpr Group kMachineSshGroups[] = {
    {Group::Rule::exactly_one, names<"admin_password", "ssh_private_key">}};
inline constexpr Gone kMachineSshGone[] = {
    {"ssh_private_key_file", "declare `secret NAME = file(\"…\")` and write `ssh_private_key = NAME`"},
};
inline constexpr Block kMachineSsh{
    .name = "ssh_settings",
    .doc = "How the service logs in to the machine.",
    .fields = kMachineSshFields,
    .groups = kMachineSshGroups,
    .gone = kMachineSshGone,
};

inline constexpr Field kInstanceTypeResourcesFields[] = {
    {.name = "requests",
     .type = kStringMap,
     .doc = "What a pod gets at least, such as `cpu = \"4\"`.",
     .rest = "requests"},
    {.name = "limits", .type = kStringMap, .doc = "What a pod gets at most.", .rest = "limits"},
};
inline constexpr Block kInstanceTypeResources{.name = "resources",
                                              .doc = "Processors, memory and GPUs of a pod.",
                                              .fields = kInstanceTypeResourcesFields};
inline constexpr Field kInstanceTypeFields[] = {
    {.name = "node_selector",
     .type = kStringMap,
     .doc = "Labels that the nodes must have.",
     .rest = "nodeSelector"},
    {.name = "resources",
     .type = block(kInstanceTypeResources),
     .doc = "Processors, memory and GPUs of a pod.",
     .rest = "resources"},
};
inline constexpr Block kInstanceType{.name = "instance_types",
                                     .doc = "A kind of pod that jobs ask for by its name.",
                                     .fields = kInstanceTypeFields};
inline constexpr Type kInstanceTypeBlock = block(kInstanceType);

}  // namespace schema
