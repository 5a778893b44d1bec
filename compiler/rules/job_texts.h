// The texts of a job that the service fills in: its command, or its arguments, and its environment variables.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "rules/rule.h"
#include "rules/text_place.h"

namespace rules {

struct JobText {
  const sema::Value* value = nullptr;
  std::string_view field;  // `command`, `arguments`, `environment_variables`
};
// All of them, lists opened; also those of output paths.
std::vector<JobText> job_texts(const sema::Body& job);

}  // namespace rules
