// What is wrong with the instructions of a Dockerfile that has been read; see dockerfile.h for the kinds.
#pragma once

#include <optional>
#include <string_view>

#include "formats/dockerfile.h"

namespace formats {

// A NUL, or a byte that is no UTF-8: then nothing else is worth saying.
std::optional<DockerProblem> check_text(std::string_view text);

// Each adds to file.problems, in no order.
void check_instructions(Dockerfile& file);
void check_stages(Dockerfile& file);

}  // namespace formats
