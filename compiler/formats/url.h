// Parts of an address that matter where it is written down.
#pragma once

#include <optional>
#include <string_view>

#include "formats/range.h"

namespace formats {

// `USER:PASSWORD` (or a token alone) before the `@` of the first address in a text, where both are literal:
// not
// `${USER}:${TOKEN}`, and not the bare user of `git@host`.
std::optional<Range> url_credentials(std::string_view text);

// Whether a text is an address: a scheme and `://`.
bool is_url(std::string_view text);

}  // namespace formats
