// Inputs and outputs of a job in its request.
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "ir/plan.h"

namespace backends {

nlohmann::ordered_json inputs_json(const ir::Plan& plan, const sema::Ports& ports);
nlohmann::ordered_json outputs_json(const ir::Plan& plan, const sema::Ports& ports);

// Where a path's content lies when the request is sent: of a local one the place of its upload, else the
// address.
std::string address_of(const ir::Plan& plan, const sema::Path& path);

}  // namespace backends
