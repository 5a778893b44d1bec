// The conda environment that an environment declares: its fields, or its conda file, as one text.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "base/files.h"
#include "sema/model.h"

namespace ir {

struct Conda {
  std::string text;  // what is sent: PyYAML's dump of it with sorted keys, as the official client writes it
  std::string packages;      // the same without what pip installs, for a layer of its own
  std::string requirements;  // what pip installs, a line each; empty: nothing
  std::vector<std::string> channels;
  std::string python;           // `3.11`, `>=3.10`; empty: conda chooses
  std::size_t conda_count = 0;  // packages but python and pip
  std::size_t pip_count = 0;
};

// Of a `python { }` block; `none` is set where it declares no conda environment. A conda file becomes an
// input of the model; what is wrong with it is reported.
struct CondaRead {
  bool none = false;
  std::optional<Conda> conda;
};
CondaRead read_conda(const sema::Body& environment, sema::Model& model, const base::Files& files,
                     base::Diagnostics& diagnostics);

}  // namespace ir
