// A rule looks at the checked program and reports what is wrong or doubtful with it. One rule a file, one row
// in table.cpp; a rule knows no other rule.
#pragma once

#include <span>
#include <string>

#include "base/diagnostics.h"
#include "base/files.h"
#include "facts/date.h"
#include "sema/model.h"

namespace rules {

// What several rules look at; made when the first of them asks (shared.h).
struct Shared;

struct Context {
  sema::Model& model;  // read only, but for its sources: a file that a report points into is added to them
  const base::Files& files;
  facts::Date today;  // --as-of; decides what is retired, never what is emitted
  Shared& shared;
};

struct Rule {
  std::span<const base::DiagnosticInfo* const> reports;  // every row it may report
  void (*run)(const Context&, base::Diagnostics&);
};

// All rules, in the order in which they run.
std::span<const Rule* const> table();

// Runs them.
void run_all(sema::Model& model, const base::Files& files, facts::Date today, base::Diagnostics& diagnostics);

}  // namespace rules
