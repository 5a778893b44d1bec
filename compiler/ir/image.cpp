#include "ir/image.h"

#include <fmt/format.h>

#include "ir/conda.h"
#include "ir/diagnostics.h"
#include "ir/dockerfile.h"
#include "ir/identity.h"
#include "ir/job.h"
#include "ir/python_words.h"
#include "ir/upload.h"

namespace ir {

namespace {

constexpr std::string_view kDockerfile = "Dockerfile";
constexpr std::string_view kDockerignore = ".dockerignore";

std::optional<CondaLayer> layer_of(const std::optional<Conda>& conda) {
  if (!conda) return std::nullopt;
  return CondaLayer{conda_prefix(conda->text), !conda->requirements.empty()};
}

void add_setup(Image& image, const std::optional<Conda>& conda) {
  if (!conda) return;
  image.conda_file = conda->text;
  image.made.emplace(kSetupConda, conda->packages);
  if (!conda->requirements.empty()) image.made.emplace(kSetupPip, conda->requirements);
}

void take_named(Image& image, const std::optional<Conda>& conda) {
  const std::optional<CondaLayer> layer = layer_of(conda);
  image.dockerfile_path = kDockerfile;
  image.dockerfile = dockerfile_over(image.base, layer, Dialect::classic);
  if (layer) image.buildkit = dockerfile_over(image.base, layer, Dialect::buildkit);
  add_setup(image, conda);
}

// A Dockerfile's text, with the conda layer at its end where there is one.
void take_text(Image& image, const std::string& text, const std::optional<Conda>& conda) {
  const std::optional<CondaLayer> layer = layer_of(conda);
  image.dockerfile = layer ? dockerfile_with(text, *layer, Dialect::classic) : dockerfile_marked(text);
  if (layer) image.buildkit = dockerfile_with(text, *layer, Dialect::buildkit);
  add_setup(image, conda);
}

struct Around {
  const sema::Declaration& environment;
  const base::Files& files;
  const Settings& settings;
  base::Span at;
};

bool take_dockerfile(Image& image, std::string_view text, const std::optional<Conda>& conda,
                     const Around& around, base::Diagnostics& diagnostics) {
  image.source = Image::Source::dockerfile;
  image.dockerfile_path = kDockerfile;
  image.sends_dockerfile_path = true;
  take_text(image, std::string(text), conda);
  MadeContext context{
      std::string(around.environment.name.empty() ? "environment" : around.environment.name), {}, {}};
  context.made = image.made;
  context.made[std::string(kDockerfile)] = image.dockerfile;
  image.context = upload_of(around.files, context, around.at, diagnostics);
  return image.context.has_value();
}

// With conda, the context goes with another Dockerfile in it, and the files that this copies.
bool take_context_with(Image& image, const Around& around, base::Diagnostics& diagnostics) {
  MadeContext context{image.context->name, image.context->source, image.made};
  context.made[image.dockerfile_path] = image.dockerfile;
  const std::string ignore = base::join_path(image.context->source, kDockerignore);
  if (std::optional<std::string> text = around.files.read(ignore)) {
    if (!text->empty() && !text->ends_with('\n')) *text += '\n';
    context.made[std::string(kDockerignore)] = fmt::format("{}!{}\n", *text, kSetupFolder);
  }
  image.context = upload_of(around.files, context, around.at, diagnostics);
  return image.context.has_value();
}

bool take_context(Image& image, const sema::Body& build, const std::optional<Conda>& conda,
                  const Around& around, base::Diagnostics& diagnostics) {
  image.source = Image::Source::context;
  image.dockerfile_path = build.text("dockerfile_path");
  const sema::FieldValue* given = build.find("dockerfile_path");
  image.sends_dockerfile_path = given && !given->fallback && !image.dockerfile_path.empty();
  if (image.dockerfile_path.empty()) image.dockerfile_path = kDockerfile;
  const std::string_view local = local_path(build, "path");
  if (local.empty()) {
    const sema::FieldValue* path = build.find("path");
    const auto* address = path ? path->value.get<const sema::Path*>() : nullptr;
    if (address) image.address = (*address)->text;
    if (!conda) return true;
    diagnostics.report(around.at, conda_over_address)
        .with_help("install them in its Dockerfile, or give a folder of this machine");
    return false;
  }
  image.context =
      upload_of(around.files, LocalPath{local, around.settings.current_folder}, around.at, diagnostics);
  if (!image.context) return false;
  const std::string text = around.files.read(base::join_path(local, image.dockerfile_path)).value_or("");
  take_text(image, text, conda);
  return !conda || take_context_with(image, around, diagnostics);
}

base::Span place_of(const sema::FieldValue& field) {
  return field.value_at.known() ? field.value_at : field.value.at;
}

}  // namespace

std::optional<Image> image_of(const sema::Declaration& environment, sema::Model& model,
                              const base::Files& files, const Settings& settings,
                              base::Diagnostics& diagnostics) {
  const sema::Body& body = *environment.body;
  const CondaRead conda = read_conda(body, model, files, diagnostics);
  if (!conda.none && !conda.conda) return std::nullopt;
  Image image;
  bool good = true;
  Around around{environment, files, settings, environment.name_at};
  const sema::FieldValue* text = body.at_path("docker.base_dockerfile");
  const sema::FieldValue* build = body.at_path("docker.build_context");
  if (text && text->value.is<std::string_view>()) {
    around.at = place_of(*text);
    good = take_dockerfile(image, *text->value.get<std::string_view>(), conda.conda, around, diagnostics);
  } else if (build && build->value.is<const sema::Body*>()) {
    const sema::Body& inner = **build->value.get<const sema::Body*>();
    if (const sema::FieldValue* path = inner.find("path")) around.at = place_of(*path);
    good = take_context(image, inner, conda.conda, around, diagnostics);
  } else {
    image.base = body.text("docker.base_image");
    take_named(image, conda.conda);
  }
  if (!good) return std::nullopt;
  say_python(image, body, conda.conda);
  return image;
}

std::string anonymous_version(const Image& image) {
  AnonymousEnvironment definition;
  definition.image = image.base;
  if (image.source == Image::Source::named) {
    definition.conda_file = image.conda_file;
  } else {
    definition.context_hash = image.context ? image.context->object_hash : image.address;
    if (image.sends_dockerfile_path) definition.dockerfile_path = image.dockerfile_path;
  }
  return version_of(definition);
}

}  // namespace ir
