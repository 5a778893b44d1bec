// Rows in words, for reference pages, hover and completion.
#pragma once

#include <string>
#include <string_view>

#include "schema/kind.h"

namespace schema {

// What a field takes: "string", "integer, 1 to 65535", "list of strings", "`dedicated` or `low_priority`".
// Of more than 8 words only their number is said.
std::string described(const Type& type);
// "`a`, `b` and `c`", with the last joint as given.
std::string listed(std::span<const std::string_view> names, std::string_view joint);
// A group as a sentence: "Exactly one of `command` and `script`."
std::string described(const Group& group);
// "2024-04-01", "2026-03-15-preview".
std::string_view version_name(Api api);

}  // namespace schema
