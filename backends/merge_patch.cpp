#include "backends/merge_patch.h"

#include <nlohmann/json.hpp>

namespace backends {

using Json = nlohmann::ordered_json;

void merge_patch(Json& target, const Json& patch) {
  if (!patch.is_object()) {
    target = patch;
    return;
  }
  if (!target.is_object()) target = Json::object();
  for (const auto& [key, value] : patch.items()) {
    if (value.is_null()) {
      target.erase(key);
    } else {
      merge_patch(target[key], value);
    }
  }
}

}  // namespace backends
