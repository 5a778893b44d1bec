// Applying safe fixes to a text.
#pragma once

#include <cstdint>
#include <string>

#include "base/diagnostics.h"
#include "base/source.h"

namespace cli {

struct Mended {
  std::string text;
  std::uint32_t fixes = 0;  // that were applied
};

// The text of `file` with the fixes of all findings that have one safe fix (hints only where `hints`), as far
// as all its edits are in this file and none overlaps one that was applied before it: what is left over is
// for another round.
Mended apply_fixes(const base::SourceMap& sources, base::FileId file, const base::Diagnostics& diagnostics,
                   bool hints);

}  // namespace cli
