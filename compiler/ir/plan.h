// What will be built, uploaded and sent, in order. A Plan exists only for a program without errors: seal()
// alone makes one. So a backend needs no error path.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "base/files.h"
#include "sema/model.h"
#include "snapshot/snapshot.h"

namespace ir {

// What only the service or the command line knows.
struct Settings {
  std::string workspace_id;  // --workspace-id: /subscriptions/S/resourceGroups/G/providers/…/workspaces/W
  std::string api_version = "2026-05-01";
  std::string location = "<location>";
  std::string storage_account = "<account>";
  std::string storage_container = "<container>";
  std::string label_version;  // --resolve-labels-as; empty: labels stay
  std::string management = "https://management.azure.com";
  std::string current_folder;  // absolute: only for the base name of an uploaded `.` or `..`
  // False (plan, run): nothing is written to be sent. Where nothing names a workspace, placeholders stand for
  // it; code and data that would be uploaded are listed and not read, so their hashes are empty.
  bool need_workspace = true;
};

// A local folder or file that is uploaded, as the ignore rules leave it.
struct Upload {
  std::string name;                   // base name of the folder: the last part of its address
  std::string source;                 // path on this machine; empty: made here (a Dockerfile's text)
  std::vector<snapshot::File> files;  // what goes, sorted by path in lower case
  // Those of `files` that the compiler writes, with their text; they stand instead of the source's own.
  std::map<std::string, std::string> made;
  std::uint64_t bytes = 0;
  std::string object_hash;   // md5: the folder in blob storage
  std::string content_hash;  // sha256
  bool single_file = false;
  std::string ignore_file;  // `.amlignore`; empty: the folder has none
  std::uint64_t ignored_files = 0;
  std::uint64_t ignored_bytes = 0;
};

// An environment as it will be built: by the service, or here from what the dockerfile backend writes.
struct Image {
  enum class Source : std::uint8_t { named, dockerfile, context } source = Source::named;
  std::string folder;           // its own below `environments/`
  std::string base;             // named: the image reference as it is sent
  std::string dockerfile;       // the text of what is built, conda layer included; every source has one
  std::string buildkit;         // the same with cache mounts; empty where that would be no other text
  std::string dockerfile_path;  // in the context
  bool sends_dockerfile_path = false;       // it was given: the service takes `Dockerfile` otherwise
  std::map<std::string, std::string> made;  // what `dockerfile` copies and is in no context: path → text
  std::optional<Upload> context;            // dockerfile, context: what is uploaded
  std::string address;                      // context: where it lies, if that is not here
  std::string conda_file;                   // the text that is sent; empty: no conda layer
  std::string python;                       // in plain words: which interpreter runs
  std::string python_source;                // … and where its packages come from, and why
};

enum class StepKind : std::uint8_t {
  registry,
  workspace,
  connection,
  datastore,
  code,
  environment,
  data,
  compute,
  job
};
// `registry`, `workspace`, …: as in ids.
std::string_view word(StepKind kind);
// The step that a kind of the language becomes; nothing for kinds that are not sent.
std::optional<StepKind> step_kind(std::string_view word);

// One request, or what stands behind it.
struct Step {
  StepKind kind;
  std::string id;       // NNN-KIND-NAME
  std::string name;     // in Azure
  std::string version;  // versioned ones
  const sema::Declaration* declaration =
      nullptr;                               // nullptr: derived from another (code, a registry's connection)
  const sema::Declaration* owner = nullptr;  // of a derived one: the first that needs it
  std::vector<std::size_t> needs;            // indices of steps that come before
  std::optional<Upload> upload;              // code, data
  std::vector<Upload> inputs;                // job: local inputs, in the order of their names in the text
  std::optional<Image> image;                // environment
};

// Where all of it goes: a workspace, or a registry.
struct Home {
  std::string
      id;  // /subscriptions/S/resourceGroups/G/providers/Microsoft.MachineLearningServices/workspaces/W
  std::string subscription, group, name;  // empty ones: not known
  bool registry = false;
  bool known = false;  // false: `id` is of placeholders
};

class Plan {
 public:
  const sema::Model& model() const { return *model_; }
  const Settings& settings() const { return settings_; }
  const Home& home() const { return home_; }
  const std::vector<Step>& steps() const { return steps_; }
  // The step that makes what a declaration declares; nullptr for `existing` ones.
  const Step* step_of(const sema::Declaration& declaration) const;
  // The step of the code asset of a local path, the connection of an address; nullptr where there is none.
  const Step* code_of(std::string_view path) const;
  // What is uploaded of a local path that is data (an input's, or a data asset's).
  const Upload* data_of(std::string_view path) const;

 private:
  Plan() = default;
  friend std::optional<Plan> seal(sema::Model&, const base::Files&, const Settings&, base::Diagnostics&);
  const sema::Model* model_ = nullptr;
  Settings settings_;
  Home home_;
  std::vector<Step> steps_;
  std::map<const sema::Declaration*, std::size_t> step_of_;
};

// The plan of the model's targets and all that they use. Nothing where there is an error, found before or
// here (no workspace, a field newer than the api-version). A config.json that is read becomes a source and an
// input of the model. The model outlives the plan.
std::optional<Plan> seal(sema::Model& model, const base::Files& files, const Settings& settings,
                         base::Diagnostics& diagnostics);

// Whether a text is an api-version: `2026-05-01`, `2022-10-01-preview`.
bool is_api_version(std::string_view text);
// Whether a text is the id of a workspace, as --workspace-id takes it.
bool is_workspace_id(std::string_view text);

}  // namespace ir
