// The canonical form of an .amljob file (`amljob fmt`). It has no options, formatting twice changes nothing
// more, and the meaning stays: only blanks, line breaks, commas at the end of lists, and `NAME = { … }`
// (written `NAME { … }`) change.
#pragma once

#include <string>

#include "base/source.h"
#include "syntax/tree.h"

namespace format {

// The text of a file of `sources` in its canonical form, with LF at the end of each line. An item in which
// the parser reported something, or with a comment in the middle of an expression, is left as it is.
std::string formatted(const base::SourceMap& sources, const syntax::Tree& tree);

}  // namespace format
