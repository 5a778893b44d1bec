#include "facts/runtime_variables.h"

#include <algorithm>
#include <span>

namespace facts {
namespace {

constexpr std::string_view kTuning[] = {
    "AZUREML_ARTIFACTS_DEFAULT_TIMEOUT",
    "AZUREML_COMPUTE_USE_COMMON_RUNTIME",
    "AZUREML_DATASET_HTTP_RETRY_COUNT",
    "DATASET_MOUNT_ATTRIBUTE_CACHE_TTL",
    "DATASET_MOUNT_BLOCK_BASED_CACHE_ENABLED",
    "DATASET_MOUNT_BLOCK_FILE_CACHE_ENABLED",
    "DATASET_MOUNT_BLOCK_FILE_CACHE_MAX_QUEUE_SIZE",
    "DATASET_MOUNT_BLOCK_FILE_CACHE_WRITE_THREADS",
    "DATASET_MOUNT_CACHE_SIZE",
    "DATASET_MOUNT_FILE_CACHE_PRUNE_TARGET",
    "DATASET_MOUNT_FILE_CACHE_PRUNE_THRESHOLD",
    "DATASET_MOUNT_MEMORY_CACHE_SIZE",
    "DATASET_MOUNT_READ_BLOCK_SIZE",
    "DATASET_MOUNT_READ_BUFFER_BLOCK_COUNT",
    "DATASET_MOUNT_READ_THREADS",
    "DATASET_RESERVED_FREE_DISK_SPACE",
    "RSLEX_DOWNLOADER_THREADS",
};

constexpr std::string_view kSecrets[] = {"AZUREML_RUN_TOKEN", "MLFLOW_TRACKING_TOKEN", "MSI_SECRET"};

constexpr std::string_view kService[] = {
    "AZUREML_ARM_PROJECT_NAME",
    "AZUREML_ARM_RESOURCEGROUP",
    "AZUREML_ARM_SUBSCRIPTION",
    "AZUREML_ARM_WORKSPACE_NAME",
    "AZUREML_CONDA_ENVIRONMENT_PATH",
    "AZUREML_CR_NODE_RANK",
    "AZUREML_DATASTORE",
    "AZUREML_DEFAULT_DATASTORE",
    "AZUREML_DISCOVERY_SERVICE_ENDPOINT",
    "AZUREML_ENVIRONMENT_IMAGE",
    "AZUREML_EXPERIMENT_ID",
    "AZUREML_EXPERIMENT_SCOPE",
    "AZUREML_NODE_COUNT",
    "AZUREML_ROOT_RUN_ID",
    "AZUREML_RUN_HISTORY_SERVICE_ENDPOINT",
    "AZUREML_RUN_ID",
    "AZUREML_RUN_TOKEN_EXPIRY",
    "AZUREML_SERVICE_ENDPOINT",
    "AZUREML_WORKSPACE_ID",
    "AZUREML_WORKSPACE_SCOPE",
    "AZ_BATCHAI_GPU_COUNT",
    "AZ_BATCHAI_MPI_MASTER_NODE",
    "AZ_BATCHAI_TASK_INDEX",
    "AZ_BATCHAI_WORKER_LIST",
    "AZ_BATCH_HOST_LIST",
    "AZ_BATCH_MASTER_NODE",
    "DEFAULT_IDENTITY_CLIENT_ID",
    "GPU_PER_NODE_COUNT",
    "MLFLOW_EXPERIMENT_ID",
    "MLFLOW_EXPERIMENT_NAME",
    "MLFLOW_RUN_ID",
    "MLFLOW_TRACKING_URI",
    "MSI_ENDPOINT",
    "OBO_ENDPOINT",
};

constexpr std::string_view kServicePrefixes[] = {"AZURE_ML_INPUT_", "AZURE_ML_OUTPUT_", "AZUREML_PARAMETER_",
                                                 "AZUREML_SWEEP_", "AZUREML_DATAREFERENCE_"};

static_assert(std::is_sorted(std::begin(kTuning), std::end(kTuning)));
static_assert(std::is_sorted(std::begin(kService), std::end(kService)));

bool has(std::span<const std::string_view> list, std::string_view name) {
  return std::binary_search(list.begin(), list.end(), name);
}

}  // namespace

RuntimeVariable runtime_variable(std::string_view name) {
  if (has(kTuning, name)) return RuntimeVariable::tuning;
  if (has(kSecrets, name)) return RuntimeVariable::secret;
  if (has(kService, name)) return RuntimeVariable::service;
  for (const std::string_view prefix : kServicePrefixes) {
    if (name.starts_with(prefix)) return RuntimeVariable::service;
  }
  return name.starts_with("AZUREML_") ? RuntimeVariable::reserved : RuntimeVariable::free;
}

}  // namespace facts
