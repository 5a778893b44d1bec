// The table of kinds, and look-ups in rows.
#include "schema/kinds/kinds.h"

#include <algorithm>
#include <array>

namespace schema {
namespace {

constexpr std::array<const Kind*, 8> kKinds = {&kWorkspace,  &kRegistry, &kEnvironment, &kCompute,
                                               &kConnection, &kData,     &kDatastore,   &kJob};
// In the language, and not in this version.
constexpr std::array<std::string_view, 11> kLaterKinds = {"automl",     "component", "deployment", "endpoint",
                                                          "finetuning", "model",     "parallel",   "pipeline",
                                                          "schedule",   "spark",     "sweep"};

bool goes_beside(const Field& field, std::string_view word) {
  return field.only.empty() || std::ranges::find(field.only, word) != field.only.end();
}

}  // namespace

std::span<const Kind* const> kinds() { return kKinds; }
std::span<const std::string_view> later_kinds() { return kLaterKinds; }

const Kind* find_kind(std::string_view name) {
  const auto at = std::ranges::find(kKinds, name, &Kind::name);
  return at == kKinds.end() ? nullptr : *at;
}

const Field* Block::find(std::string_view field) const {
  const auto at = std::ranges::find(fields, field, &Field::name);
  return at == fields.end() ? nullptr : &*at;
}

const Field* Block::find(std::string_view field, std::string_view word) const {
  const auto at = std::ranges::find_if(
      fields, [&](const Field& each) { return each.name == field && goes_beside(each, word); });
  return at == fields.end() ? nullptr : &*at;
}

}  // namespace schema
