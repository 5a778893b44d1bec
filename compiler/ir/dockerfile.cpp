#include "ir/dockerfile.h"

#include <fmt/format.h>

namespace ir {

namespace {

constexpr std::string_view kSyntax = "# syntax=docker/dockerfile:1\n";
// By this variable programs know an image of Azure ML.
constexpr std::string_view kMark = "ENV AZUREML_ENVIRONMENT_IMAGE=True\n";

// conda and pip stand in layers of their own: a changed pip line leaves conda's layer in the cache.
std::string conda_layer(const CondaLayer& layer, Dialect dialect) {
  constexpr std::string_view kStubs =
      "if [ -d /usr/local/cuda/lib64/stubs ]; then ldconfig /usr/local/cuda/lib64/stubs; fi";
  std::string out = fmt::format("COPY {} /{}/\n", kSetupConda, kSetupFolder);
  if (dialect == Dialect::buildkit) {
    out += fmt::format(
        "RUN --mount=type=cache,target=/var/cache/conda-pkgs,sharing=locked {}"
        " && CONDA_PKGS_DIRS=/var/cache/conda-pkgs conda env create -p {} -f /{}"
        " && find {} -type d -name __pycache__ -prune -exec rm -rf {{}} + && ldconfig\n",
        kStubs, layer.prefix, kSetupConda, layer.prefix);
  } else {
    out += fmt::format(
        "RUN {} && conda env create -p {} -f /{} && conda clean -aqy"
        " && find {} -type d -name __pycache__ -prune -exec rm -rf {{}} + && ldconfig\n",
        kStubs, layer.prefix, kSetupConda, layer.prefix);
  }
  out += fmt::format("ENV PATH={}/bin:$PATH\n", layer.prefix);
  out += fmt::format("ENV AZUREML_CONDA_ENVIRONMENT_PATH={}\n", layer.prefix);
  out += fmt::format("ENV LD_LIBRARY_PATH={}/lib:$LD_LIBRARY_PATH\n", layer.prefix);
  if (!layer.pip) return out;
  out += fmt::format("COPY {} /{}/\n", kSetupPip, kSetupFolder);
  if (dialect == Dialect::buildkit) {
    out += fmt::format("RUN --mount=type=cache,target=/root/.cache/pip {}/bin/pip install -r /{}\n",
                       layer.prefix, kSetupPip);
  } else {
    out += fmt::format("RUN {}/bin/pip install --no-cache-dir -r /{}\n", layer.prefix, kSetupPip);
  }
  return out;
}

std::string around(const std::optional<CondaLayer>& layer, Dialect dialect) {
  std::string out = "USER root\nRUN mkdir -p \"$HOME/.cache\"\nWORKDIR /\n";
  if (layer) out += conda_layer(*layer, dialect);
  return out + std::string(kMark) + "CMD [\"bash\"]\n";
}

std::string ended(std::string_view text) {
  std::string out(text);
  if (!out.ends_with('\n')) out += '\n';
  return out;
}

// Whether a text begins with a `# syntax=` of its own: it is read only there, before anything else.
bool names_syntax(std::string_view text) {
  const std::string_view line = text.substr(0, text.find('\n'));
  const std::size_t word = line.find_first_not_of("# \t");
  return line.starts_with('#') && word != std::string_view::npos && line.substr(word).starts_with("syntax");
}

}  // namespace

std::string dockerfile_over(std::string_view image, const std::optional<CondaLayer>& layer, Dialect dialect) {
  std::string out(dialect == Dialect::buildkit ? kSyntax : "");
  out += fmt::format("FROM {}\n", image);
  return out + around(layer, dialect);
}

std::string dockerfile_with(std::string_view text, const CondaLayer& layer, Dialect dialect) {
  std::string out(dialect == Dialect::buildkit && !names_syntax(text) ? kSyntax : "");
  return out + ended(text) + "\n# The conda layer.\n" + around(layer, dialect);
}

std::string dockerfile_marked(std::string_view text) {
  return fmt::format("{}\n# What the service adds to the images of its environments.\n{}", ended(text),
                     kMark);
}

}  // namespace ir
