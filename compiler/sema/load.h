// Files to modules: reading, parsing, lowering, and following imports.
#pragma once

#include "sema/session.h"

namespace sema {

// Loads a file and all that it imports, names declared; nullptr where it cannot be read (not reported).
// `text` instead of what the disk holds, where given.
Module* load(Session& session, const std::string& path, std::optional<std::string> text);

}  // namespace sema
