#include "schema/name_rule.h"

namespace schema {

std::optional<facts::NameOf> rule_of(NameRule rule) {
  switch (rule) {
    case NameRule::none: return std::nullopt;
    case NameRule::compute: return facts::NameOf::compute;
    case NameRule::workspace: return facts::NameOf::workspace;
    case NameRule::connection: return facts::NameOf::connection;
    case NameRule::registry: return facts::NameOf::registry;
    case NameRule::asset:
    case NameRule::environment: return facts::NameOf::asset;
    case NameRule::endpoint: return facts::NameOf::endpoint;
    case NameRule::io_key: return facts::NameOf::io_key;
    case NameRule::step: return facts::NameOf::step;
    case NameRule::uuid: return facts::NameOf::uuid;
  }
  return std::nullopt;
}

}  // namespace schema
