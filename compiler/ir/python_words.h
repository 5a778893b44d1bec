// Which Python runs in an image, and with which packages, in plain words: what users ask most.
#pragma once

#include <optional>

#include "ir/conda.h"
#include "ir/plan.h"
#include "sema/value.h"

namespace ir {

// Fills `python` and `python_source` of an image whose other fields are set.
void say_python(Image& image, const sema::Body& environment, const std::optional<Conda>& conda);

}  // namespace ir
