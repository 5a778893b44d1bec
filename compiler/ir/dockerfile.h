// The Dockerfiles that stand for an environment: what the service does with an image and a conda file, as far
// as it is known (its published Dockerfiles and build logs up to 2024-10), so that the image can be built
// here.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace ir {

// The folder in the build context that holds what the conda layer copies; the service uses it too.
inline constexpr std::string_view kSetupFolder = "azureml-environment-setup";
inline constexpr std::string_view kSetupConda = "azureml-environment-setup/conda.yml";
inline constexpr std::string_view kSetupPip = "azureml-environment-setup/requirements.txt";

// What builders understand: `classic` is every one (the service builds with the classic Docker builder),
// `buildkit` keeps downloads of conda and pip in cache mounts between builds.
enum class Dialect : std::uint8_t { classic, buildkit };

struct CondaLayer {
  std::string prefix;  // conda_prefix()
  bool pip = false;    // whether kSetupPip is there
};

// A Dockerfile over a named image; without a layer the image's own Python runs.
std::string dockerfile_over(std::string_view image, const std::optional<CondaLayer>& layer, Dialect dialect);

// A Dockerfile's text with the layer at its end. The instructions are single lines, so that they mean the
// same whatever the text's escape character is.
std::string dockerfile_with(std::string_view text, const CondaLayer& layer, Dialect dialect);

// A Dockerfile's text that nothing is installed over: the variable alone that marks images of Azure ML.
std::string dockerfile_marked(std::string_view text);

}  // namespace ir
