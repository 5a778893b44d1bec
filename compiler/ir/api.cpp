#include "ir/api.h"

#include "facts/date.h"
#include "ir/plan.h"

namespace ir {

namespace {

constexpr std::string_view kPreview = "-preview";
constexpr std::string_view kPreviewWithMore = "2026-03-15-preview";
constexpr std::size_t kDateLength = 10;

}  // namespace

schema::Api api_of(std::string_view version) {
  if (version.ends_with(kPreview) && version >= kPreviewWithMore) return schema::Api::preview_2026_03_15;
  schema::Api api = schema::Api::first;
  for (const schema::ApiVersion& known : schema::kApiVersions) {
    if (known.name <= version.substr(0, kDateLength)) api = known.api;
  }
  return api;
}

std::string_view first_with(schema::Api api) {
  for (const schema::ApiVersion& known : schema::kApiVersions) {
    if (known.api == api) return known.name;
  }
  return kPreviewWithMore;
}

bool is_api_version(std::string_view text) {
  if (text.ends_with(kPreview)) text.remove_suffix(kPreview.size());
  return facts::parse_date(text).has_value();
}

}  // namespace ir
