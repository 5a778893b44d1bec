#include "runtime/local/tracking.h"

#include <fmt/core.h>

#include <string_view>

namespace local {
namespace {

// RunStatus of mlflow's protocol.
constexpr int kRunning = 1;
constexpr int kFinished = 3;
constexpr int kFailed = 4;
constexpr int kKilled = 5;

std::int64_t milliseconds_of(Time time) {
  return std::chrono::duration_cast<std::chrono::milliseconds>(time.time_since_epoch()).count();
}

// A YAML scalar in single quotes, where only the quote itself is doubled; line breaks become blanks.
std::string quoted(std::string_view text) {
  std::string result = "'";
  for (const char c : text) {
    if (c == '\'') result += '\'';
    result += static_cast<unsigned char>(c) < ' ' ? ' ' : c;
  }
  return result + "'";
}

std::string experiment_meta(const std::string& run_folder, const Record& record) {
  const std::int64_t created = milliseconds_of(record.created);
  return fmt::format(
      "artifact_location: {}\ncreation_time: {}\nexperiment_id: '{}'\nlast_update_time: {}\n"
      "lifecycle_stage: active\nname: {}\n",
      quoted(file_uri(run_folder + "/artifacts")), created, kExperimentId, created,
      quoted(record.experiment));
}

std::string run_meta(const std::string& run_folder, const Record& record) {
  return fmt::format(
      "artifact_uri: {}\nend_time: null\nentry_point_name: ''\nexperiment_id: '{}'\nlifecycle_stage: active\n"
      "run_id: {}\nrun_name: {}\nrun_uuid: {}\nsource_name: ''\nsource_type: 4\nsource_version: ''\n"
      "start_time: {}\nstatus: {}\ntags: []\nuser_id: ''\n",
      quoted(file_uri(run_folder + "/artifacts")), kExperimentId, quoted(record.name),
      quoted(record.display_name.empty() ? record.name : record.display_name), quoted(record.name),
      milliseconds_of(record.created), kRunning);
}

std::string meta_path(const std::string& run_folder, const std::string& name) {
  return fmt::format("{}/mlflow/{}/{}/meta.yaml", run_folder, kExperimentId, name);
}

// Replaces one whole line; false where it is not there.
bool replace_line(std::string& text, const std::string& line, const std::string& by) {
  const std::size_t at = text.find("\n" + line + "\n");
  if (at == std::string::npos) return false;
  text.replace(at + 1, line.size(), by);
  return true;
}

}  // namespace

std::string file_uri(const std::string& path) {
  constexpr std::string_view kPlain = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/";
  std::string uri = "file://";
  for (const char c : path) {
    if (kPlain.find(c) != std::string_view::npos) {
      uri += c;
    } else {
      uri += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
  }
  return uri;
}

std::expected<void, runtime::HostError> make_tracking(runtime::Host& host, const std::string& run_folder,
                                                      const Record& record) {
  const std::string root = fmt::format("{}/mlflow/{}", run_folder, kExperimentId);
  if (auto made = host.write(root + "/meta.yaml", experiment_meta(run_folder, record)); !made) return made;
  const std::string run = root + "/" + record.name;
  if (auto made = host.write(run + "/meta.yaml", run_meta(run_folder, record)); !made) return made;
  // mlflow takes a run for broken that has none of these.
  const std::string title = record.display_name.empty() ? record.name : record.display_name;
  for (const auto& [key, value] : record.tags) {
    if (key.find('/') != std::string::npos || key.starts_with('.')) continue;  // no name of a file
    if (auto made = host.write(run + "/tags/" + key, value); !made) return made;
  }
  return host.write(run + "/tags/mlflow.runName", title);
}

std::expected<void, runtime::HostError> end_tracking(runtime::Host& host, const std::string& run_folder,
                                                     const Record& record) {
  const std::string path = meta_path(run_folder, record.name);
  std::expected<std::string, runtime::HostError> text = host.read(path);
  if (!text) return {};  // the job has removed it: there is nothing to end
  const int status = record.state == State::completed ? kFinished
                     : record.state == State::failed  ? kFailed
                                                      : kKilled;
  const bool open =
      replace_line(*text, fmt::format("status: {}", kRunning), fmt::format("status: {}", status));
  if (!open) return {};
  const Time end = record.ended.value_or(record.created);
  replace_line(*text, "end_time: null", fmt::format("end_time: {}", milliseconds_of(end)));
  return host.write(path, *text);
}

}  // namespace local
