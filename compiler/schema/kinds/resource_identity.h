// The identity that a resource of Azure has itself: computes and workspaces.
#pragma once

#include "schema/rows.h"

namespace schema {

inline constexpr Word kResourceIdentityTypes[] = {
    {"system_assigned", "SystemAssigned", "One that lives and dies with the resource."},
    {"user_assigned", "UserAssigned", "Those of `user_assigned_identities`."},
    {"system_assigned,user_assigned", "SystemAssigned,UserAssigned", "Both."},
    {"none", "None", "None at all."},
};

inline constexpr Field kUserAssignedIdentityFields[] = {
    {.name = "resource_id", .type = kArmId, .doc = "Resource id of the managed identity.", .required = true},
};
inline constexpr Block kUserAssignedIdentity{
    .name = "user_assigned_identities",
    .doc = "A managed identity of its own.",
    .fields = kUserAssignedIdentityFields,
};
inline constexpr Type kUserAssignedIdentityBlock = block(kUserAssignedIdentity);

inline constexpr Field kResourceIdentityFields[] = {
    {.name = "type",
     .type = one_of(kResourceIdentityTypes),
     .doc = "Kind of identity.",
     .required = true,
     .rest = "type"},
    // REST has a map whose keys are the ids: a backend makes it.
    {.name = "user_assigned_identities",
     .type = list(kUserAssignedIdentityBlock),
     .doc = "Managed identities that the resource may use.",
     .only = names<"user_assigned", "system_assigned,user_assigned">},
};
inline constexpr Block kResourceIdentity{
    .name = "identity",
    .doc = "The identity with which the resource reaches others, such as storage and container registries.",
    .fields = kResourceIdentityFields,
    .discriminator = "type",
};

}  // namespace schema
