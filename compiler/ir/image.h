// How an environment's image is made, and what of it is sent.
#pragma once

#include <optional>

#include "base/diagnostics.h"
#include "base/files.h"
#include "ir/plan.h"
#include "sema/model.h"

namespace ir {

// Nothing where a file of it is wrong, which is reported. `folder` is left to the caller.
std::optional<Image> image_of(const sema::Declaration& environment, sema::Model& model,
                              const base::Files& files, const Settings& settings,
                              base::Diagnostics& diagnostics);

// The version that an environment without a name has in Azure.
std::string anonymous_version(const Image& image);

}  // namespace ir
