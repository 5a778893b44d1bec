#include "base/quantity.h"

#include <fmt/format.h>

#include <array>
#include <cmath>
#include <string_view>

namespace base {

namespace {

struct Unit {
  std::string_view name;
  std::int64_t worth;
};

template <std::size_t N>
std::string in_units(std::int64_t value, const std::array<Unit, N>& units) {
  std::string out = value < 0 ? "-" : "";
  // As unsigned, so that the smallest value has an opposite.
  std::uint64_t rest = value < 0 ? 0 - static_cast<std::uint64_t>(value) : static_cast<std::uint64_t>(value);
  for (const Unit& unit : units) {
    const auto worth = static_cast<std::uint64_t>(unit.worth);
    if (rest / worth == 0) continue;
    out += fmt::format("{}{}", rest / worth, unit.name);
    rest %= worth;
  }
  return out;
}

}  // namespace

std::string spelled(Duration value) {
  static constexpr std::array<Unit, 4> kUnits = {{{"d", 86400}, {"h", 3600}, {"m", 60}, {"s", 1}}};
  if (value.milliseconds % 1000 != 0)
    return fmt::format("{}s", static_cast<double>(value.milliseconds) / 1000);
  return value.milliseconds == 0 ? "0s" : in_units(value.milliseconds / 1000, kUnits);
}

std::string spelled(Size value) {
  static constexpr std::array<Unit, 5> kUnits = {
      {{"tb", 1LL << 40}, {"gb", 1LL << 30}, {"mb", 1LL << 20}, {"kb", 1LL << 10}, {"b", 1}}};
  return value.bytes == 0 ? "0b" : in_units(value.bytes, kUnits);
}

std::string spelled(double value) {
  if (std::abs(value) < 1e15 && value == std::floor(value))
    return fmt::format("{}", static_cast<std::int64_t>(value));
  return fmt::format("{}", value);
}

std::string iso8601(Duration value) {
  static constexpr std::array<Unit, 4> kUnits = {{{"D", 86400}, {"H", 3600}, {"M", 60}, {"S", 1}}};
  if (value.milliseconds < 1000) return "PT0S";
  const std::string text = in_units(value.milliseconds / 1000, kUnits);
  const std::size_t day = text.find('D');
  if (day == std::string::npos) return "PT" + text;
  const std::string rest = text.substr(day + 1);
  return "P" + text.substr(0, day + 1) + (rest.empty() ? "" : "T" + rest);
}

}  // namespace base
