#include "runtime/local/store.h"

#include <fmt/core.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>

#include "runtime/bytes.h"
#include "runtime/local/liveness.h"
#include "runtime/local/names.h"
#include "runtime/walk.h"

namespace local {
namespace {

using runtime::HostError;

std::string runs_folder(const Store& store) { return store.folder + "/runs"; }

// The record of a folder; the state that it has now.
std::optional<Record> read_record(const Store& store, const std::string& name) {
  const std::expected<std::string, int> text = runtime::read_whole(run_folder(store, name) + "/run.json");
  std::optional<Record> record = text ? from_json(*text) : std::nullopt;
  if (!record) return std::nullopt;
  record->name = name;  // of the folder, should someone have renamed it
  const bool open = record->state == State::preparing || record->state == State::running;
  if (open && !may_be_alive(record->keeper)) record->state = State::dead;
  return record;
}

std::vector<std::string> folder_names(const Store& store) {
  std::vector<std::string> names;
  std::error_code error;
  for (std::filesystem::directory_iterator at(runs_folder(store), error), end; !error && at != end;
       at.increment(error)) {
    names.push_back(at->path().filename().string());
  }
  return names;
}

HostError no_such_run(std::string_view name, bool any) {
  if (!any) return {"there are no runs yet; `amljob run FILE` makes one"};
  return {fmt::format("no run `{}`; `amljob runs` lists them", name)};
}

HostError several_runs(std::string_view name, std::vector<std::string> found) {
  std::sort(found.begin(), found.end());
  std::string list;
  for (std::size_t i = 0; i < found.size() && i < 8; ++i) list += (i == 0 ? "`" : ", `") + found[i] + "`";
  if (found.size() > 8) list += fmt::format(" and {} more", found.size() - 8);
  return {fmt::format("{} runs begin with `{}`: {}", found.size(), name, list)};
}

// Runs are private: commands and outputs may hold what others should not see.
std::expected<void, HostError> make_private(const std::string& folder) {
  std::error_code error;
  if (std::filesystem::is_directory(folder, error)) return {};
  std::filesystem::create_directories(folder, error);
  if (!error) std::filesystem::permissions(folder, std::filesystem::perms::owner_all, error);
  if (error) return std::unexpected(runtime::host_error("create folder", folder, error.value()));
  return {};
}

}  // namespace

std::expected<Store, HostError> open_store(runtime::Host& host, std::string_view state) {
  std::string folder(state);
  if (folder.empty()) {
    const std::string base = host.env("XDG_STATE_HOME").value_or("");
    const std::string home = host.env("HOME").value_or("");
    // The standard of these variables ignores relative paths.
    if (base.starts_with('/')) folder = base + "/amljob";
    if (folder.empty() && !home.empty()) folder = home + "/.local/state/amljob";
  }
  if (folder.empty()) {
    return std::unexpected(
        HostError{"cannot tell where runs are kept: neither $XDG_STATE_HOME nor $HOME is set; "
                  "give a folder with `--state`"});
  }
  std::error_code error;
  const std::filesystem::path whole = std::filesystem::absolute(folder, error).lexically_normal();
  std::string path = error ? folder : whole.string();
  if (path.size() > 1 && path.ends_with('/')) path.pop_back();
  return Store{path};
}

std::string run_folder(const Store& store, std::string_view name) {
  return fmt::format("{}/{}", runs_folder(store), name);
}

std::expected<std::string, HostError> new_run(const Store& store) {
  if (auto made = make_private(store.folder); !made) return std::unexpected(made.error());
  if (auto made = make_private(runs_folder(store)); !made) return std::unexpected(made.error());
  constexpr int kTries = 100;
  for (int i = 0; i < kTries; ++i) {
    std::string name = random_name();
    if (mkdir(run_folder(store, name).c_str(), 0700) == 0) return name;
    if (errno != EEXIST)
      return std::unexpected(runtime::host_error("create folder", run_folder(store, name), errno));
  }
  return std::unexpected(
      HostError{fmt::format("cannot find a name for a new run in `{}`", runs_folder(store))});
}

std::vector<Record> all_runs(const Store& store) {
  std::vector<Record> runs;
  for (const std::string& name : folder_names(store)) {
    if (std::optional<Record> record = read_record(store, name)) runs.push_back(std::move(*record));
  }
  std::sort(runs.begin(), runs.end(), [](const Record& a, const Record& b) {
    return a.created != b.created ? a.created > b.created : a.name < b.name;
  });
  return runs;
}

std::expected<Record, HostError> find_run(const Store& store, std::string_view name) {
  if (name == "latest") {
    std::vector<Record> runs = all_runs(store);
    if (runs.empty()) return std::unexpected(no_such_run(name, false));
    return std::move(runs.front());
  }
  std::vector<std::string> found;
  const std::vector<std::string> names = folder_names(store);
  for (const std::string& one : names) {
    if (one == name) found.assign(1, one);
    if (one == name) break;
    if (!name.empty() && one.starts_with(name)) found.push_back(one);
  }
  if (found.size() > 1) return std::unexpected(several_runs(name, found));
  if (found.empty()) return std::unexpected(no_such_run(name, !names.empty()));
  std::optional<Record> record = read_record(store, found[0]);
  if (record) return std::move(*record);
  return std::unexpected(HostError{fmt::format("the record of run `{}` cannot be read", found[0])});
}

std::string log_path(const Store& store, std::string_view name) {
  return run_folder(store, name) + "/user_logs/std_log.txt";
}

std::vector<OutputFile> output_files(const Store& store, std::string_view name) {
  std::vector<OutputFile> files;
  const std::string root = run_folder(store, name);
  for (const std::string folder :
       {"artifacts", "logs", "outputs", "user_logs", "work/logs", "work/outputs"}) {
    for (const base::FileEntry& entry : runtime::walk(root + "/" + folder).files) {
      files.push_back({folder + "/" + entry.path, entry.size});
    }
  }
  return files;
}

std::expected<void, HostError> remove_run(const Store& store, std::string_view name) {
  const std::expected<Record, HostError> record = find_run(store, name);
  if (!record) return std::unexpected(record.error());
  if (record->name != name)
    return std::unexpected(no_such_run(name, true));  // a beginning of a name is not enough
  if (record->state == State::running || record->state == State::preparing) {
    return std::unexpected(HostError{fmt::format("cannot remove `{}`: it is running", name)});
  }
  std::error_code error;
  const std::string folder = run_folder(store, name);
  std::filesystem::remove_all(folder, error);
  if (error) return std::unexpected(runtime::host_error("remove", folder, error.value()));
  return {};
}

}  // namespace local
