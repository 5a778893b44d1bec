// Images whose name can mean another image tomorrow. Users lose days to it: Azure/AzureML-Containers#170,
// Azure/azureml-examples#4012.
#include <fmt/format.h>

#include "rules/images_used.h"
#include "rules/rules.h"

namespace rules {
namespace {

AMLJOB_DIAGNOSTIC_ROW(floating_tag, warning, "`{}` can be another image tomorrow", std::string)

void run(const Context& context, base::Diagnostics& diagnostics) {
  for (const ImageUse& use : images_used(context)) {
    if (!formats::is_floating(use.image)) continue;
    base::Diagnostic& report = diagnostics.report(use.at, floating_tag, use.text);
    if (use.image.tag.empty()) report.with_label("no tag: `latest` is meant");
    const std::string_view name = std::string_view(use.text).substr(0, use.image.path_at.end);
    report.with_help(
        fmt::format("name what it is today: `{}@sha256:…`, or a tag with a version or date", name));
  }
}

constexpr const base::DiagnosticInfo* kReports[] = {&floating_tag};

}  // namespace

const Rule kFloatingTag{kReports, run};

}  // namespace rules
