// What a job says by several fields together: its command, its code, its variables, its image.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "ir/pieces.h"
#include "ir/plan.h"

namespace ir {

struct JobText {
  Pieces command;
  // Those of its environment, then its own; the job's value wins, in the place of the environment's.
  std::vector<std::pair<std::string, Pieces>> variables;
  std::string code_id;  // of the code asset; empty: none
};
JobText text_of(const Plan& plan, const sema::Declaration& job);

// The environment that a job declares or names here; nullptr where it is one in Azure.
const sema::Declaration* environment_of(const sema::Declaration& job);
// The `base_image_registry` of an environment; nullptr without one.
const sema::Body* login_of(const sema::Declaration& environment);
// A path of this machine that a field names; empty: none, or an address.
std::string_view local_path(const sema::Body& body, std::string_view field);

}  // namespace ir
