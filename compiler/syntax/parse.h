// From a text to its syntax tree: lex, repair (only if brackets do not match), tag, parse.
#pragma once

#include "base/diagnostics.h"
#include "base/source.h"
#include "syntax/tree.h"

namespace syntax {

// The tree of a file of `sources`. Never fails, never throws: what is wrong is reported, at most once a line,
// with a fix where one is certain, and the rest of the text is in the tree. The tree points into `sources`.
Tree parse(const base::SourceMap& sources, base::FileId file, base::Diagnostics& diagnostics);

// The same for a text that is a list of members (a file of `NAME = value` lines): the root's one child is a
// `block`.
Tree parse_members(const base::SourceMap& sources, base::FileId file, base::Diagnostics& diagnostics);

// The same for a text that is one expression: the root's one child is an EXPR.
Tree parse_expression(const base::SourceMap& sources, base::FileId file, base::Diagnostics& diagnostics);

}  // namespace syntax
