#include "rules/images_used.h"

#include "rules/dockerfiles.h"
#include "rules/shared.h"
#include "rules/walk.h"

namespace rules {
namespace {

// Whether the last stage is built on `stage`.
bool is_bottom(const formats::Dockerfile& file, std::size_t stage) {
  std::size_t at = file.stages.size() - 1;
  while (file.stages[at].base) at = *file.stages[at].base;
  return at == stage;
}

void from_dockerfile(const DockerfileOf& dockerfile, std::vector<ImageUse>& out) {
  for (std::size_t i = 0; i < dockerfile.file.stages.size(); ++i) {
    const formats::DockerStage& stage = dockerfile.file.stages[i];
    if (stage.scratch || stage.base || !stage.resolved) continue;
    const auto image = formats::parse_image_reference(*stage.resolved);
    if (!image) continue;
    out.push_back({dockerfile.environment, *stage.resolved, *image, dockerfile.place.at(stage.image_at),
                   stage.image_at, dockerfile.place, true, is_bottom(dockerfile.file, i)});
  }
}

}  // namespace

std::vector<ImageUse> images_used(const Context& context, const sema::Declaration& environment) {
  std::vector<ImageUse> out;
  if (const sema::FieldValue* field = given(*environment.body, "docker.base_image")) {
    TextPlace place(context.model.sources, field->value);
    const auto image = formats::parse_image_reference(place.text());
    if (place.known() && image) {
      const formats::Range whole = formats::range(0, place.text().size());
      out.push_back({&environment, place.text(), *image, place.all(), whole, place});
    }
  }
  if (const std::optional<DockerfileOf> dockerfile = dockerfile_of(context, environment)) {
    from_dockerfile(*dockerfile, out);
  }
  return out;
}

const std::vector<ImageUse>& images_used(const Context& context) {
  if (context.shared.images) return *context.shared.images;
  std::vector<ImageUse>& out = context.shared.images.emplace();
  Seen seen;
  for (const sema::Declaration* environment : declarations_of(context, "environment")) {
    for (ImageUse& use : images_used(context, *environment)) {
      if (seen.first(use.at)) out.push_back(std::move(use));
    }
  }
  return out;
}

base::Span part_of(const ImageUse& use, formats::Range part) {
  // With variables filled in the parts have no place of their own.
  if (formats::text_at(use.place.text(), use.within) != use.text) return use.at;
  return use.place.at(formats::shifted(part, use.within.begin));
}

}  // namespace rules
