// The versions of the service's REST interface that the tables know.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace schema {

// In order of their dates; a row's `since` is compared with these.
enum class Api : std::uint8_t {
  first,
  v2023_04_01,
  v2024_04_01,
  v2025_06_01,
  v2026_05_01,
  preview_2026_03_15
};

struct ApiVersion {
  Api api;
  std::string_view name;
};

// Stable ones, oldest first. From 2022-10-01 on no field was removed or moved (the published resource
// schemas, Azure/azure-resource-manager-schemas at a1454431, 2026-08-16).
inline constexpr std::array<ApiVersion, 5> kApiVersions = {{
    {Api::first, "2022-10-01"},
    {Api::v2023_04_01, "2023-04-01"},
    {Api::v2024_04_01, "2024-04-01"},
    {Api::v2025_06_01, "2025-06-01"},
    {Api::v2026_05_01, "2026-05-01"},
}};

}  // namespace schema
