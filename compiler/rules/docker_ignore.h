// Which files of a build context a `.dockerignore` keeps from the builder. Source: docs of the Docker build
// context (docs.docker.com, read 2026-08): patterns count from the context's root, the last match wins, `!`
// brings back.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "snapshot/pattern.h"

namespace rules {

struct DockerIgnore {
  std::vector<snapshot::Pattern> patterns;  // each with its line

  // The line (from 1) that leaves a file out; nothing where it goes.
  std::optional<std::uint32_t> ignores(std::string_view path) const;
};

DockerIgnore read_dockerignore(std::string_view text);

}  // namespace rules
