// Versions of the service's interface.
#pragma once

#include <string_view>

#include "schema/version.h"

namespace ir {

// What a version has: that of the newest known stable one that is not later. `2022-10-01-preview` has what
// 2022-10-01 has; previews from 2026-03-15 on also have what no stable version has yet.
schema::Api api_of(std::string_view version);
// The name of the first version that has something: `2024-04-01`, `2026-03-15-preview`.
std::string_view first_with(schema::Api api);

}  // namespace ir
