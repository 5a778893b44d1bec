// What compiling reads from outside of the text, recorded as it is read.
#pragma once

#include "sema/session.h"

namespace sema {

// A path as written at `at`, seen from the current folder: relative to the file that it stands in. What the
// command line gives is relative to the current folder.
std::string path_of(Session& session, std::string_view path, Span at, Where where);

// The source of a file, read once; 0 where it cannot be read.
base::FileId read_source(Session& session, const std::string& path);

// An environment variable; nothing where it is not set.
std::optional<std::string> variable(Session& session, const std::string& name);

}  // namespace sema
