// One analysis: a file and its imports, resolved, evaluated and checked.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "base/diagnostics.h"
#include "base/files.h"
#include "sema/model.h"

namespace sema {

// The checked program of the file at `path` (or of `text`, which stands for it). Nothing where the file
// cannot be read.
std::unique_ptr<Model> analyze(const std::string& path, std::optional<std::string> text,
                               const base::Files& files, const Options& options,
                               base::Diagnostics& diagnostics);

// An expression in the place of a file of the program: as the command `eval` takes it. Poison where it is
// wrong.
struct Evaluated {
  std::unique_ptr<Model> model;
  Value value;
};
std::optional<Evaluated> evaluate_in(const std::string& path, std::string_view expression,
                                     const base::Files& files, const Options& options,
                                     base::Diagnostics& diagnostics);

// Takes back what `# allow(name): reason` names; reports those that name nothing, and what cannot be taken
// back. `known` are the names of all diagnostics.
void apply_suppressions(const Model& model, const std::vector<const base::DiagnosticInfo*>& known,
                        base::Diagnostics& diagnostics);

}  // namespace sema
