// The .amljob front end's half of lowering: tree to document.
#pragma once

#include <memory>

#include "base/diagnostics.h"
#include "surface/document.h"
#include "syntax/tree.h"

namespace surface {

// Never fails: what the tree lacks is `missing` in the document. The document points into the tree's source,
// which must outlive it; the tree itself need not.
std::unique_ptr<Document> from_tree(const base::SourceMap& sources, const syntax::Tree& tree,
                                    base::Diagnostics& diagnostics);

}  // namespace surface
