// The Dockerfile of an environment: its text, or the file in its build context.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "formats/dockerfile.h"
#include "rules/rule.h"
#include "rules/text_place.h"

namespace rules {

struct DockerfileOf {
  const sema::Declaration* environment = nullptr;
  TextPlace place;
  formats::Dockerfile file;
  const sema::FieldValue* field = nullptr;  // base_dockerfile, or the context's path
  std::string context;                      // folder of the build context; empty: the text stands alone
  std::string path;                         // of the file in the context
};

// Nothing where there is no Dockerfile, or its text is not known.
std::optional<DockerfileOf> dockerfile_of(const Context& context, const sema::Declaration& environment);

// Those of all environments, each text once, with the first environment that has it.
std::vector<DockerfileOf> dockerfiles(const Context& context);

}  // namespace rules
