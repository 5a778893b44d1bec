#include "ir/python_words.h"

#include <fmt/format.h>

#include "facts/date.h"
#include "facts/images.h"
#include "formats/dockerfile.h"
#include "formats/image_reference.h"

namespace ir {

namespace {

std::string counted(std::size_t count, std::string_view noun) {
  return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

// "python 3.11, 2 more conda packages from conda-forge, 1 pip package".
std::string contents(const Conda& conda) {
  std::string out = "whichever python conda chooses";
  if (!conda.python.empty()) out = "python " + conda.python;
  if (conda.conda_count > 0) out += ", " + counted(conda.conda_count, "more conda package");
  if (!conda.channels.empty()) out += " from " + fmt::format("{}", fmt::join(conda.channels, ", "));
  if (conda.pip_count > 0) out += ", " + counted(conda.pip_count, "pip package");
  return out;
}

// The image that the last stage of a Dockerfile is built on, through its earlier stages; empty: not known.
std::string base_of(std::string_view dockerfile) {
  const formats::Dockerfile file = formats::parse_dockerfile(dockerfile);
  if (file.stages.empty()) return {};
  const formats::DockerStage* stage = &file.stages.back();
  while (stage->base) stage = &file.stages[*stage->base];
  return stage->resolved.value_or("");
}

// "python 3.10 of its Miniconda" for an image of the table.
std::string known_python(std::string_view image) {
  const auto reference = formats::parse_image_reference(image);
  if (!reference) return {};
  const facts::BaseImage* base = facts::find_base_image(formats::repository(*reference));
  return base && !base->python.empty() ? std::string(base->python) : std::string();
}

std::string_view thing(const Image& image) {
  return image.source == Image::Source::named ? "the image" : "the image that the Dockerfile builds";
}

void say_own_python(Image& image, const sema::Body& environment) {
  const sema::FieldValue* field = environment.at_path("python.user_managed_dependencies");
  const auto* managed = field && !field->fallback ? field->value.get<bool>() : nullptr;
  const std::string_view why = managed ? "user_managed_dependencies" : "no conda dependencies are given";
  const std::string base = image.source == Image::Source::named ? image.base : base_of(image.dockerfile);
  const std::string version = known_python(base);
  image.python = fmt::format("`python` on the PATH of {}, as it is ({})", thing(image), why);
  image.python_source = "its packages are those of the image; nothing is installed";
  if (version.empty()) return;
  image.python_source += fmt::format("; {} brings python {}, by the table of {}",
                                     image.source == Image::Source::named ? "it" : "its base", version,
                                     facts::to_string(facts::kImagesAsOf));
}

}  // namespace

void say_python(Image& image, const sema::Body& environment, const std::optional<Conda>& conda) {
  if (!conda) {
    say_own_python(image, environment);
    return;
  }
  image.python = fmt::format("a new conda environment over {}: {}", thing(image), contents(*conda));
  image.python_source = "the image's own Python and packages are not seen by it";
}

}  // namespace ir
