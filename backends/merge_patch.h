// RFC 7396: how `raw { }` changes a request.
#pragma once

#include <nlohmann/json_fwd.hpp>

namespace backends {

// Members of `patch` replace those of `target`, objects merge, null removes. A patch that is no object
// replaces all.
void merge_patch(nlohmann::ordered_json& target, const nlohmann::ordered_json& patch);

}  // namespace backends
