// A page on a diagnostic as `explain` shows it.
#pragma once

#include <string>
#include <string_view>

#include "base/diagnostics.h"
#include "render/paint.h"

namespace cli {

// The page's Markdown for a terminal: title and severity first, code indented, prose wrapped. Without a page:
// what the row itself says.
std::string page_text(const base::DiagnosticInfo& row, std::string_view markdown, const render::Paint& paint);

}  // namespace cli
