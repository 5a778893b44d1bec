// What is wrong with the instructions of a Dockerfile that has been read; see dockerfile.h for the kinds.
#pragma once

#include <string_view>

#include "formats/dockerfile.h"

namespace formats {

// Adds to file.problems, in no order.
void check_instructions(Dockerfile& file, std::string_view text);
void check_stages(Dockerfile& file);

}  // namespace formats
