// How a job runs: distribution, resources, limits, queue. Jobs of other kinds have the same.
#pragma once

#include "schema/rows.h"

namespace schema {

inline constexpr Word kDistributions[] = {
    {"pytorch", "PyTorch", "Starts each process itself, with the variables of torch.distributed.", Api::first,
     names<"PyTorch">},
    {"mpi", "Mpi", "Starts the processes with mpirun; OpenMPI has to be in the image."},
    {"tensorflow", "TensorFlow", "Gives each worker its TF_CONFIG.", Api::first, names<"TensorFlow">},
    {"ray", "Ray", "Starts a Ray cluster: the head on the first node, workers on the others.",
     Api::preview_2026_03_15},
};
inline constexpr Field kDistributionFields[] = {
    {.name = "type",
     .type = one_of(kDistributions),
     .doc = "Framework that distributes the job.",
     .required = true,
     .rest = "distributionType"},
    {.name = "process_count_per_instance",
     .type = integer(1),
     .doc = "Processes on each node. Default 1.",
     .rest = "processCountPerInstance",
     .was = names<"process_count_per_node", "process_count">,
     .only = names<"pytorch", "mpi">},
    {.name = "worker_count",
     .type = integer(1),
     .doc = "Workers. Default the number of nodes.",
     .rest = "workerCount",
     .only = names<"tensorflow">},
    {.name = "parameter_server_count",
     .type = kCount,
     .doc = "Parameter servers, at most one a node. Default 0.",
     .rest = "parameterServerCount",
     .only = names<"tensorflow">},
    {.name = "address",
     .type = kText,
     .doc = "Address of the head node. Default the first node's.",
     .rest = "address",
     .since = Api::preview_2026_03_15,
     .only = names<"ray">},
    {.name = "port",
     .type = kPort,
     .doc = "Port of the head process.",
     .rest = "port",
     .since = Api::preview_2026_03_15,
     .only = names<"ray">},
    {.name = "include_dashboard",
     .type = kBoolean,
     .doc = "Whether the dashboard is started.",
     .rest = "includeDashboard",
     .since = Api::preview_2026_03_15,
     .only = names<"ray">},
    {.name = "dashboard_port",
     .type = kPort,
     .doc = "Port of the dashboard.",
     .rest = "dashboardPort",
     .since = Api::preview_2026_03_15,
     .only = names<"ray">},
    {.name = "head_node_additional_args",
     .type = kString,
     .doc = "More arguments of `ray start` on the head node.",
     .rest = "headNodeAdditionalArgs",
     .since = Api::preview_2026_03_15,
     .only = names<"ray">},
    {.name = "worker_node_additional_args",
     .type = kString,
     .doc = "More arguments of `ray start` on the other nodes.",
     .rest = "workerNodeAdditionalArgs",
     .since = Api::preview_2026_03_15,
     .only = names<"ray">},
};
inline constexpr Gone kDistributionGone[] = {
    {"node_count", "write it in the job: `resources { instance_count = … }`"},
};
inline constexpr Block kDistribution{
    .name = "distribution",
    .doc = "How the processes of a job on several nodes or GPUs find each other.",
    .fields = kDistributionFields,
    .discriminator = "type",
    .gone = kDistributionGone,
};

inline constexpr Field kResourcesFields[] = {
    {.name = "instance_count",
     .type = integer(1),
     .doc = "Nodes on which the job runs. Default 1.",
     .rest = "instanceCount",
     .was = names<"node_count">},
    {.name = "instance_type",
     .type = kText,
     .doc = "VM size for serverless compute, or instance type of a Kubernetes cluster.",
     .rest = "instanceType",
     .was = names<"vm_size">},
    {.name = "shm_size",
     .type = kSize,
     .doc = "Shared memory of the container. Default `2gb`.",
     .rest = "shmSize"},
    {.name = "docker_args",
     .type = kString,
     .doc = "More arguments of `docker run`, as one text; they win over the service's own.",
     .rest = "dockerArgs"},
    {.name = "docker_args_list",
     .type = kStrings,
     .doc = "More arguments of `docker run`, one by one; they win over the service's own.",
     .yaml = "docker_args",
     .rest = "dockerArgsList",
     .since = Api::v2026_05_01},
    {.name = "properties", .type = kAnyMap, .doc = "Further settings of the compute.", .rest = "properties"},
};
inline constexpr Group kResourcesGroups[] = {
    {Group::Rule::at_most_one, names<"docker_args", "docker_args_list">}};
inline constexpr Block kResources{
    .name = "resources",
    .doc = "Nodes and memory of the job.",
    .fields = kResourcesFields,
    .groups = kResourcesGroups,
};

inline constexpr Field kLimitsFields[] = {
    {.name = "timeout",
     .type = kDuration,
     .doc = "Time after which the job is cancelled, such as `4h`. Default the service's.",
     .rest = "timeout",
     .was = names<"max_run_duration_seconds", "maxRunDurationSeconds">},
};
inline constexpr Block kLimits{
    .name = "limits", .doc = "What the job may use at most.", .fields = kLimitsFields};

inline constexpr Word kTiers[] = {
    {"spot", "Spot", "Cheap nodes that can be taken away; serverless compute's low priority."},
    {"basic", "Basic", {}},
    {"standard", "Standard", "Dedicated nodes."},
    {"premium", "Premium", {}},
    {"null", "Null", "As the service chooses."},
};
inline constexpr Field kQueueFields[] = {
    {.name = "job_tier",
     .type = one_of(kTiers),
     .doc = "Tier of the nodes. Default the service's.",
     .rest = "jobTier",
     .since = Api::v2024_04_01},
};
inline constexpr Gone kQueueGone[] = {
    {"priority", "leave it out: no version of the service's REST interface has it"},
};
inline constexpr Block kQueue{
    .name = "queue_settings",
    .doc = "How a job for serverless compute queues.",
    .fields = kQueueFields,
    .gone = kQueueGone,
};

}  // namespace schema
