// Pieces of the language that stand in no .amljob file: a value on the command line, the lines of a params
// file, an expression to evaluate. They are parsed with the grammar that files are parsed with.
#pragma once

#include <memory>

#include "base/diagnostics.h"
#include "surface/document.h"

namespace surface {

struct Fragment {
  std::unique_ptr<Document> document;
  ExprId expr = 0;  // expression(): 0 where there is none
  BodyId body = 0;  // members()
};

// The whole text of `file` as one expression. Spans are those of the file.
Fragment expression(base::SourceMap& sources, base::FileId file, base::Diagnostics& diagnostics);

// The whole text of `file` as the members of a body: lines `NAME = value`.
Fragment members(base::SourceMap& sources, base::FileId file, base::Diagnostics& diagnostics);

}  // namespace surface
