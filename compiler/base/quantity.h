// Durations and sizes as the language has them.
#pragma once

#include <compare>
#include <cstdint>
#include <string>

namespace base {

struct Duration {
  std::int64_t milliseconds = 0;
  auto operator<=>(const Duration&) const = default;
};

struct Size {
  std::int64_t bytes = 0;
  auto operator<=>(const Size&) const = default;
};

// Shortest spelling in the language: `1h30m`, `90s`, `512mb`. What no unit spells exactly keeps a decimal:
// `0.5s`.
std::string spelled(Duration value);
std::string spelled(Size value);
// Shortest spelling that reads back as the same number; a whole number without `.0`.
std::string spelled(double value);
// ISO 8601, as the official client writes it (isodate): `PT1H30M`, `P7D`, `P1DT2H`. Whole seconds.
std::string iso8601(Duration value);

}  // namespace base
