// What will be built, uploaded and sent, in order. A Plan exists only for a program without errors: seal() alone makes
// one. So a backend needs no error path.
#pragma once

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
  std::string workspace_id;              // --workspace-id: /subscriptions/S/resourceGroups/G/providers/…/workspaces/W
  std::string api_version = "2026-05-01";
  std::string location = "<location>";
  std::string storage_account = "<account>";
  std::string storage_container = "<container>";
  std::string label_version;             // --resolve-labels-as; empty: labels stay
  std::string management = "https://management.azure.com";
};

// A local folder or file that is uploaded, as the ignore rules leave it.
struct Upload {
  std::string name;                      // base name of the folder: the last part of its address
  std::string source;                    // path on this machine; empty: made here (an environment's context)
  std::vector<snapshot::File> files;     // what goes, sorted
  std::uint64_t bytes = 0;
  std::string object_hash;               // md5: the folder in blob storage
  std::string content_hash;              // sha256
  bool single_file = false;
};

// An environment as it will be built: by the service, or here from what the dockerfile backend writes.
struct Image {
  enum class Source : std::uint8_t { named, dockerfile, context } source = Source::named;
  std::string base;                      // named: the image reference as it is sent
  std::string dockerfile;                // the text of what is built, conda layer included; every source has one
  std::string dockerfile_path;           // in the context
  std::optional<Upload> context;         // dockerfile, context: what is uploaded
  std::string conda_file;                // the text that is sent; empty: no conda layer
  std::string python;                    // in plain words: which interpreter runs, and where its packages come from
  std::string python_source;
};

enum class StepKind : std::uint8_t { registry, workspace, connection, datastore, code, environment, data, compute, job };

// One request, or what stands behind it.
struct Step {
  StepKind kind;
  std::string id;                        // NNN-KIND-NAME
  std::string name;                      // in Azure
  std::string version;                   // versioned ones
  const sema::Declaration* declaration = nullptr;   // nullptr: derived from another (code, a registry's connection)
  const sema::Declaration* owner = nullptr;         // of a derived one
  std::vector<std::size_t> needs;        // indices of steps that come before
  std::optional<Upload> upload;          // code, data
  std::optional<Image> image;            // environment
};

class Plan {
 public:
  const sema::Model& model() const { return *model_; }
  const Settings& settings() const { return settings_; }
  const std::vector<Step>& steps() const { return steps_; }
  // The step that makes what a declaration declares; nullptr for `existing` ones.
  const Step* step_of(const sema::Declaration& declaration) const;

 private:
  Plan() = default;
  friend std::optional<Plan> seal(const sema::Model&, const base::Files&, const Settings&, base::Diagnostics&);
  const sema::Model* model_ = nullptr;
  Settings settings_;
  std::vector<Step> steps_;
};

// The plan of the model's targets and all that they use. Nothing where there is an error, found before or here (no
// workspace, a field newer than the api-version).
std::optional<Plan> seal(const sema::Model& model, const base::Files& files, const Settings& settings,
                         base::Diagnostics& diagnostics);

}  // namespace ir
