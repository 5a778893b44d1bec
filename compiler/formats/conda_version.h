// Conda's version specs; see conda_spec.h.
#pragma once

#include <optional>
#include <string_view>

#include "formats/range.h"

namespace formats {

// The first fault of a version spec such as `>=1,<2|3.*`, which starts at `at` of the text that places count
// in. Blanks in it are those that the author wrote.
std::optional<Fault> check_conda_version(std::string_view spec, std::size_t at);

}  // namespace formats
