// Colours, or none.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/diagnostics.h"

namespace render {

enum class Style : std::uint8_t { plain, strong, error, warning, hint, gutter, good, dim };

struct Paint {
  bool on = false;

  // `text` between the escapes of a style; as it is where colours are off or there is nothing to paint.
  std::string operator()(Style style, std::string_view text) const;
};

Style style_of(base::Severity severity);
std::string_view name_of(base::Severity severity);  // "error", "warning", "hint"

}  // namespace render
