// One program, compiled for a command that works with it.
#pragma once

#include <expected>
#include <memory>
#include <string>

#include "ir/plan.h"
#include "runtime/cli/request.h"
#include "runtime/cli/unit.h"
#include "runtime/disk_files.h"

namespace cli {

struct Loaded {
  std::unique_ptr<runtime::DiskFiles> files;
  Request request;
  Unit unit;  // with its compilation

  const sema::Model& model() const { return *unit.compilation->model; }
};

struct LoadOptions {
  bool need_values = false;  // a param without a value is an error
  bool rules = true;
};

// Compiles the program of the first operand; the second one is the target. What is wrong with it is not
// printed yet. An exit code where it cannot be read.
std::expected<Loaded, Exit> load(const Arguments& arguments, Console& console, const LoadOptions& options);

// Prints the findings on standard error. An exit code where the program has errors.
std::expected<void, Exit> require_good(const Loaded& loaded, const Arguments& arguments, Console& console);

struct Planned {
  Loaded loaded;
  ir::Plan plan;
};

// Seals and prints the findings: a plan only of a program without errors. Without
// `need_workspace` placeholders stand for a workspace that nothing names.
std::expected<Planned, Exit> seal_plan(Loaded loaded, const Arguments& arguments, Console& console,
                                       bool need_workspace);
// load() and seal_plan().
std::expected<Planned, Exit> make_plan(const Arguments& arguments, Console& console, bool need_workspace);

}  // namespace cli
