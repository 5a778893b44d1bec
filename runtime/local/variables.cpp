#include "runtime/local/variables.h"

#include <fmt/core.h>

#include "formats/secrets.h"
#include "runtime/local/tracking.h"
#include "snapshot/secrets.h"

namespace local {
namespace {

using runtime::HostError;

constexpr std::string_view kNotRecorded = "<not recorded>";

// Of a run around us (amljob may itself run in a job): with these a job here would report to that one.
constexpr const char* kOfAnotherRun[] = {
    "AZUREML_RUN_TOKEN",
    "AZUREML_RUN_TOKEN_EXPIRY",
    "AZUREML_SERVICE_ENDPOINT",
    "AZUREML_RUN_HISTORY_SERVICE_ENDPOINT",
    "AZUREML_DISCOVERY_SERVICE_ENDPOINT",
    "AZUREML_EXPERIMENT_ID",
    "AZUREML_EXPERIMENT_SCOPE",
    "AZUREML_WORKSPACE_ID",
    "AZUREML_WORKSPACE_SCOPE",
    "AZUREML_ARM_SUBSCRIPTION",
    "AZUREML_ARM_RESOURCEGROUP",
    "AZUREML_ARM_WORKSPACE_NAME",
    "MLFLOW_TRACKING_TOKEN",
    "MLFLOW_TRACKING_USERNAME",
    "MLFLOW_TRACKING_PASSWORD",
    "MLFLOW_REGISTRY_URI",
};

std::expected<std::string, HostError> value_of(const Piece& piece, const Staged& staged,
                                               const Record& record) {
  switch (piece.kind) {
    case Piece::Kind::text: return piece.text;
    case Piece::Kind::input: {
      const auto found = staged.inputs.find(piece.text);
      if (found != staged.inputs.end()) return found->second;
      return std::unexpected(HostError{
          fmt::format("input `{}` has no value; give one with `--input {}=VALUE`", piece.text, piece.text)});
    }
    case Piece::Kind::output: {
      const auto found = staged.outputs.find(piece.text);
      if (found != staged.outputs.end()) return found->second;
      return std::unexpected(HostError{fmt::format("`{}` has no output `{}`", record.job, piece.text)});
    }
    case Piece::Kind::run: break;
  }
  if (piece.text == "name") return record.name;
  if (piece.text == "default_datastore") return "workspaceblobstore";
  return std::unexpected(HostError{fmt::format("`run.{}` has no value in a command", piece.text)});
}

void set_identity(const Job& job, const Record& record, const Place& place, runtime::Process& process) {
  auto& set = process.set;
  set.emplace_back("AZUREML_RUN_ID", record.name);
  set.emplace_back("AZUREML_ROOT_RUN_ID", record.name);
  set.emplace_back("AZUREML_ARM_PROJECT_NAME", job.experiment);
  if (!job.subscription_id.empty()) set.emplace_back("AZUREML_ARM_SUBSCRIPTION", job.subscription_id);
  if (!job.resource_group.empty()) set.emplace_back("AZUREML_ARM_RESOURCEGROUP", job.resource_group);
  if (!job.workspace_name.empty()) set.emplace_back("AZUREML_ARM_WORKSPACE_NAME", job.workspace_name);
  // One node, this one.
  set.emplace_back("AZUREML_NODE_COUNT", "1");
  set.emplace_back("AZUREML_CR_NODE_RANK", "0");
  set.emplace_back("AZ_BATCHAI_TASK_INDEX", "0");
  set.emplace_back("MLFLOW_TRACKING_URI", file_uri(place.shown() + "/mlflow"));
  set.emplace_back("MLFLOW_EXPERIMENT_ID", kExperimentId);
  set.emplace_back("MLFLOW_EXPERIMENT_NAME", job.experiment);
  set.emplace_back("MLFLOW_RUN_ID", record.name);
}

}  // namespace

std::expected<std::string, HostError> complete(const Text& text, const Staged& staged, const Record& record) {
  std::string result;
  for (const Piece& piece : text) {
    const std::expected<std::string, HostError> value = value_of(piece, staged, record);
    if (!value) return value;
    result += *value;
  }
  return result;
}

std::expected<void, HostError> set_variables(const Job& job, const Staged& staged, const Place& place,
                                             Record& record, runtime::Process& process) {
  process.unset.assign(std::begin(kOfAnotherRun), std::end(kOfAnotherRun));
  set_identity(job, record, place, process);
  for (const Input& input : job.inputs) {
    const std::string& value = staged.inputs.at(input.name);
    process.set.emplace_back("AZURE_ML_INPUT_" + input.name, value);
    if (literal_type(input.type)) process.set.emplace_back("AZUREML_PARAMETER_" + input.name, value);
  }
  for (const auto& [name, path] : staged.outputs) process.set.emplace_back("AZURE_ML_OUTPUT_" + name, path);
  for (const auto& [name, text] : job.variables) {
    std::expected<std::string, HostError> value = complete(text, staged, record);
    if (!value) return std::unexpected(value.error());
    const bool secret = !formats::secret_word(name).empty();
    record.variables.emplace_back(name, secret ? std::string(kNotRecorded) : without_secrets(*value));
    std::erase_if(process.set, [&](const auto& one) { return one.first == name; });
    process.set.emplace_back(name, std::move(*value));
  }
  return {};
}

std::string without_secrets(const std::string& text) {
  std::string result;
  std::size_t copied = 0;
  for (const snapshot::SecretInText& secret : snapshot::secrets_in_text(text)) {
    if (secret.begin < copied) continue;  // inside another one
    result.append(text, copied, secret.begin - copied).append(kNotRecorded);
    copied = secret.end;
  }
  return result.append(text, copied);
}

}  // namespace local
