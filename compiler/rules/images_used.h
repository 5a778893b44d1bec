// The images that environments name: in `base_image`, and in each `FROM` of their Dockerfiles.
#pragma once

#include <string>
#include <vector>

#include "formats/image_reference.h"
#include "rules/rule.h"
#include "rules/text_place.h"

namespace rules {

struct ImageUse {
  const sema::Declaration* environment = nullptr;
  std::string text;  // the reference, variables filled in
  formats::ImageReference image;
  base::Span at;          // of the reference: of a field the whole value
  formats::Range within;  // of the reference in `place`
  TextPlace place;
  bool from_dockerfile = false;
  bool last_stage = true;  // of a Dockerfile: the stage that becomes the image is built on it
};

// What can be read as a reference; each place once.
const std::vector<ImageUse>& images_used(const Context& context);
std::vector<ImageUse> images_used(const Context& context, const sema::Declaration& environment);

// Where a part of the reference stands.
base::Span part_of(const ImageUse& use, formats::Range part);

}  // namespace rules
