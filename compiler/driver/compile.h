// The front door of the compiler: a path in, findings and a checked program out. Commands, tests and fuzzers
// call this.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/diagnostics.h"
#include "base/files.h"
#include "facts/date.h"
#include "sema/model.h"

namespace driver {

struct Options {
  sema::Options sema;
  facts::Date today;
  bool rules = true;  // false: language and schema only (`eval`)
};

struct Compilation {
  std::unique_ptr<sema::Model> model;  // always there; what could not be checked is missing in it
  base::Diagnostics diagnostics;       // settled; suppressions applied
};

// Compiles a file and what it imports. The path is read through `files`; `text` instead where it is given (an
// editor's unsaved buffer, standard input). A root file that cannot be read gives an empty optional: a
// failure of the world.
std::optional<Compilation> compile(std::string_view path, const base::Files& files, const Options& options,
                                   std::optional<std::string> text = std::nullopt);

}  // namespace driver
