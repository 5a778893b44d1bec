// environments/NAME/: what an image is built from, ready for `buildah bud environments/NAME` or
// `docker build environments/NAME`: its Dockerfile, what that copies, and of a build context all that is
// uploaded.
#include <fmt/format.h>

#include <map>

#include "backends/backends.h"

namespace backends {

namespace {

constexpr std::string_view kDockerfile = "Dockerfile";
constexpr std::string_view kBuildkit = "Dockerfile.buildkit";

void add_context(std::map<std::string, Artifact>& files, const std::string& root, const ir::Upload& context) {
  for (const snapshot::File& file : context.files) {
    Artifact artifact{root + file.path, {}, {}};
    const auto made = context.made.find(file.path);
    if (made != context.made.end()) {
      artifact.bytes = made->second;
    } else {
      artifact.copy_of = base::join_path(context.source, file.path);
    }
    files[artifact.path] = std::move(artifact);
  }
}

// The Dockerfile always has its usual name here, wherever in the context it lies, so that one command builds
// any.
std::vector<Artifact> emit(const ir::Plan& plan) {
  std::map<std::string, Artifact> files;
  for (const ir::Step& step : plan.steps()) {
    if (!step.image || !step.image->address.empty()) continue;
    const ir::Image& image = *step.image;
    const std::string root = fmt::format("environments/{}/", image.folder);
    if (image.context) add_context(files, root, *image.context);
    for (const auto& [path, text] : image.made) files[root + path] = {root + path, text, {}};
    const std::string main = root + std::string(kDockerfile);
    files[main] = {main, image.dockerfile, {}};
    const std::string other = root + std::string(kBuildkit);
    if (!image.buildkit.empty() && !files.contains(other)) files[other] = {other, image.buildkit, {}};
  }
  std::vector<Artifact> out;
  for (auto& [path, artifact] : files) out.push_back(std::move(artifact));
  return out;
}

}  // namespace

constexpr Backend kDockerfileBackend{"dockerfile", "environments/NAME/Dockerfile and what it copies", emit};

}  // namespace backends
