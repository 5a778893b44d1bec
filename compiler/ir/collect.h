// Makes the steps of a program, each thing once, not yet in order.
#pragma once

#include <map>
#include <vector>

#include "base/diagnostics.h"
#include "base/files.h"
#include "ir/plan.h"
#include "sema/model.h"

namespace ir {

struct Collected {
  std::vector<Step> steps;                             // `needs` are indices into it
  std::map<const sema::Declaration*, std::size_t> of;  // equal environments without a name share a step
  std::vector<std::size_t> targets;                    // of the model's targets
};

// What is wrong with a file that goes is reported, and its step is not whole then.
Collected collect(sema::Model& model, const base::Files& files, const Settings& settings,
                  base::Diagnostics& diagnostics);

// A name as a part of a file's name: letters, digits, `_`, `-` and inner dots.
std::string file_name(std::string_view name);

}  // namespace ir
