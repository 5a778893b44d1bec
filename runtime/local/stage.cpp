#include "runtime/local/stage.h"

#include <fmt/core.h>

#include <filesystem>

#include "runtime/local/copy.h"
#include "runtime/walk.h"
#include "snapshot/snapshot.h"

namespace local {
namespace {

namespace fs = std::filesystem;
using runtime::HostError;
using Result = std::expected<void, HostError>;

Result make_folder(const std::string& path) {
  std::error_code error;
  fs::create_directories(path, error);
  if (error) return std::unexpected(runtime::host_error("create folder", path, error.value()));
  return {};
}

std::string absolute(const std::string& path) {
  std::error_code error;
  const fs::path real = fs::canonical(path, error);
  return error ? fs::absolute(path).lexically_normal().string() : real.string();
}

Result stage_code(const Job& job, const std::string& work, const base::Files& files,
                  const std::function<bool()>& stop, Record& record) {
  if (auto made = make_folder(work); !made) return made;
  if (job.code.empty()) return {};
  if (files.kind(job.code) == base::FileKind::missing) {
    return std::unexpected(HostError{fmt::format("cannot read `{}`: no such file or folder", job.code)});
  }
  const snapshot::Snapshot taken = snapshot::take(files, job.code, {.extra_patterns = job.extra_ignore});
  record.snapshot = {job.code, taken.files.size(), taken.bytes, taken.ignored.size(), taken.ignored_bytes,
                     {}};
  std::vector<std::string> paths;
  for (const snapshot::File& file : taken.files) paths.push_back(file.path);
  const std::string from = taken.single_file ? std::string(base::folder_of(job.code)) : job.code;
  if (auto copied = copy_files(from.empty() ? "." : from, paths, work, stop); !copied) return copied;
  if (!stop()) record.snapshot.content_hash = snapshot::content_hash(files, taken).value_or("");
  return {};
}

// A name becomes a file's: what came from YAML need not be an identifier.
Result check_name(std::string_view what, const std::string& name) {
  const bool plain = plain_word(name) && name.find('/') == std::string::npos && !name.starts_with('.');
  if (plain) return {};
  return std::unexpected(
      HostError{fmt::format("{} `{}` has a name that no folder can have here", what, name)});
}

bool mode_is(const Input& input, std::string_view word) { return input.mode.find(word) != std::string::npos; }

Result check_data(const Input& input) {
  if (input.value.empty()) {
    return std::unexpected(HostError{
        fmt::format("input `{}` has no value; give one with `--input {}=PATH`", input.name, input.name)});
  }
  if (remote(input.value)) {
    return std::unexpected(HostError{fmt::format(
        "input `{}` is `{}`, which is not on this machine; give a copy of it with `--input {}=PATH`",
        input.name, input.value, input.name)});
  }
  std::error_code error;
  const fs::file_status status = fs::status(input.value, error);
  if (!fs::exists(status)) {
    return std::unexpected(HostError{
        fmt::format("cannot read `{}`, the input `{}`: no such file or folder", input.value, input.name)});
  }
  const bool folder = fs::is_directory(status);
  const bool wants_folder = input.type == "uri_folder" || input.type == "mltable";
  if ((wants_folder && !folder) || (input.type == "uri_file" && folder)) {
    return std::unexpected(HostError{fmt::format("input `{}` takes a {} ({}), and `{}` is a {}", input.name,
                                                 wants_folder ? "folder" : "file", input.type, input.value,
                                                 folder ? "folder" : "file")});
  }
  return {};
}

// Where the data lies below inputs/: a folder by the input's name, a file in such a folder by its own.
std::string place_of(const Input& input, const std::string& source, bool folder) {
  if (folder) return input.name;
  const std::string name(base::name_of(source));
  const std::string extension = fs::path(name).extension().string();
  return input.name + "/" + (plain_word(name) ? name : "data" + (plain_word(extension) ? extension : ""));
}

Result copy_data(const std::string& source, bool folder, const std::string& target,
                 const std::function<bool()>& stop) {
  std::vector<std::string> paths;
  if (!folder) {
    std::error_code error;
    fs::copy_file(source, target, error);
    if (error) return std::unexpected(runtime::host_error("copy", source, error.value()));
    return {};
  }
  for (const base::FileEntry& file : runtime::walk(source).files) paths.push_back(file.path);
  if (auto made = make_folder(target); !made) return made;
  return copy_files(source, paths, target, stop);
}

// Data that is mounted in the service is used where it lies: its own path, or a link where a shell would cut
// that up.
Result stage_data(const Input& input, const Place& place, const std::function<bool()>& stop, Staged& staged) {
  if (auto fine = check_data(input); !fine) return fine;
  const std::string source = absolute(input.value);
  const bool folder = fs::is_directory(source);
  const std::string below = "/inputs/" + place_of(input, source, folder);
  if (auto made = make_folder(std::string(base::folder_of(place.folder() + below))); !made) return made;
  staged.inputs[input.name] = place.shown() + below;
  if (mode_is(input, "download")) return copy_data(source, folder, place.folder() + below, stop);
  std::error_code error;
  fs::create_symlink(source, place.folder() + below, error);
  if (error) return std::unexpected(runtime::host_error("link", place.folder() + below, error.value()));
  if (plain_word(source)) staged.inputs[input.name] = source;
  if (mode_is(input, "direct") || mode_is(input, "rw_")) return {};
  if (const std::optional<std::string> print = fingerprint(source)) staged.guarded[source] = *print;
  return {};
}

Result stage_input(const Input& input, const Place& place, const std::function<bool()>& stop, Staged& staged,
                   Record& record) {
  if (auto fine = check_name("input", input.name); !fine) return fine;
  if (literal_type(input.type) || (mode_is(input, "direct") && remote(input.value))) {
    staged.inputs[input.name] = input.value;
    record.inputs.push_back({input.name, input.type, input.mode, input.value, {}, false});
    return {};
  }
  if (auto done = stage_data(input, place, stop, staged); !done) return done;
  const std::string mode = input.mode.empty() ? "ro_mount" : input.mode;
  record.inputs.push_back(
      {input.name, input.type, mode, absolute(input.value), staged.inputs[input.name], false});
  return {};
}

Result stage_output(const Output& output, const Place& place, Staged& staged, Record& record) {
  if (auto fine = check_name("output", output.name); !fine) return fine;
  const std::string below = "outputs/" + output.name;
  // A file is the job's to make, at this path.
  const std::string folder = place.folder() + "/" + (output.type == "uri_file" ? "outputs" : below);
  if (auto made = make_folder(folder); !made) return made;
  staged.outputs[output.name] = place.shown() + "/" + below;
  record.outputs.push_back({output.name, output.type, below, output.path, 0, 0});
  return {};
}

void measure(const std::string& run_folder, OutputRecord& output) {
  const std::string path = run_folder + "/" + output.path;
  std::error_code error;
  if (fs::is_regular_file(path, error)) {
    output.files = 1;
    output.bytes = fs::file_size(path, error);
    return;
  }
  for (const base::FileEntry& file : runtime::walk(path).files) {
    ++output.files;
    output.bytes += file.size;
  }
}

}  // namespace

std::expected<Staged, HostError> stage(const Job& job, const Place& place, const base::Files& files,
                                       const std::function<bool()>& stop, Record& record) {
  Staged staged;
  const std::string work = place.folder() + "/work";
  if (auto done = stage_code(job, work, files, stop, record); !done) return std::unexpected(done.error());
  for (const char* folder : {"/outputs", "/logs"}) {
    if (auto made = make_folder(work + folder); !made) return std::unexpected(made.error());
  }
  for (const Input& input : job.inputs) {
    if (auto done = stage_input(input, place, stop, staged, record); !done)
      return std::unexpected(done.error());
  }
  for (const Output& output : job.outputs) {
    if (auto done = stage_output(output, place, staged, record); !done) return std::unexpected(done.error());
  }
  return staged;
}

Result collect(const Staged& staged, const std::string& run_folder, Record& record) {
  if (auto made = make_folder(run_folder + "/outputs"); !made) return made;
  const auto outputs = move_filled(run_folder + "/work/outputs", run_folder + "/outputs/default");
  if (!outputs) return std::unexpected(outputs.error());
  const auto logs = move_filled(run_folder + "/work/logs", run_folder + "/logs");
  if (!logs) return std::unexpected(logs.error());
  if (*outputs) record.outputs.push_back({"default", "uri_folder", "outputs/default", {}, 0, 0});
  for (OutputRecord& output : record.outputs) measure(run_folder, output);
  for (InputRecord& input : record.inputs) {
    const auto guarded = staged.guarded.find(input.value);
    if (guarded == staged.guarded.end() || fingerprint(input.value) == guarded->second) continue;
    input.changed = true;
    record.warnings.push_back(
        fmt::format("the job changed its input `{}`, which the service would only let it read", input.name));
  }
  return {};
}

bool literal_type(std::string_view type) {
  return type == "string" || type == "integer" || type == "number" || type == "boolean";
}

bool remote(std::string_view path) {
  return path.find("://") != std::string_view::npos || path.starts_with("azureml:");
}

}  // namespace local
