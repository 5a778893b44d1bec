// A rule looks at the checked program and reports what is wrong or doubtful with it. One rule a file, one row in
// table.cpp; a rule knows no other rule.
#pragma once

#include <span>

#include "base/diagnostics.h"
#include "base/files.h"
#include "facts/date.h"
#include "sema/model.h"

namespace rules {

struct Context {
  const sema::Model& model;
  const base::Files& files;
  facts::Date today;             // --as-of; decides what is retired, never what is emitted
};

struct Rule {
  std::span<const base::DiagnosticInfo* const> reports;  // every row it may report
  void (*run)(const Context&, base::Diagnostics&);
};

// All rules, in the order in which they run.
std::span<const Rule* const> table();

}  // namespace rules
