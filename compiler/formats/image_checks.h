// What is wrong with each part of an image reference; see image_reference.h. Each takes the part and where it
// starts in the text, and gives the first fault.
#pragma once

#include <optional>
#include <string_view>

#include "formats/range.h"

namespace formats {

// What no part may hold (blanks, a scheme), looked for first since it says more than "not a path".
std::optional<Fault> check_foreign(std::string_view text);
// The host, with its port, at the start of the text.
std::optional<Fault> check_host(std::string_view host);
std::optional<Fault> check_path(std::string_view path, std::size_t at);
std::optional<Fault> check_tag(std::string_view tag, std::size_t at);
std::optional<Fault> check_digest(std::string_view digest, std::size_t at);

}  // namespace formats
