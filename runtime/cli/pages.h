// The pages on diagnostics, docs/diagnostics/NAME.md, as the build compiled them in.
#pragma once

#include <span>
#include <string_view>

#include "base/embedded.h"

namespace cli {

std::span<const base::EmbeddedFile> pages();
// The text of the page; empty where there is none.
std::string_view page_on(std::string_view name);

}  // namespace cli
