// A conda environment on an image that has no conda. Source: build logs of the service: its conda layer runs
// `conda` and `dpkg` of the image; which images have none: facts/images.h.
#include <fmt/format.h>

#include <algorithm>

#include "facts/images.h"
#include "rules/dockerfiles.h"
#include "rules/images_used.h"
#include "rules/rules.h"
#include "rules/walk.h"

namespace rules {
namespace {

AMLJOB_DIAGNOSTIC_ROW(image_without_conda, warning, "the image `{}` is known to have no conda",
                      std::string_view)

constexpr std::string_view kInstallers[] = {"conda", "mamba", "miniforge"};

// Whether a Dockerfile brings conda itself.
bool installs_conda(const Context& context, const sema::Declaration& environment) {
  const std::optional<DockerfileOf> dockerfile = dockerfile_of(context, environment);
  if (!dockerfile) return false;
  const auto& instructions = dockerfile->file.instructions;
  return std::any_of(instructions.begin(), instructions.end(), [](const formats::Instruction& one) {
    std::string text = one.rest.text();
    for (char& c : text) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return one.kind != formats::DockerInstruction::from &&
           std::any_of(std::begin(kInstallers), std::end(kInstallers),
                       [&](std::string_view name) { return text.find(name) != std::string::npos; });
  });
}

void run(const Context& context, base::Diagnostics& diagnostics) {
  Seen seen;
  for (const sema::Declaration* environment : declarations_of(context, "environment")) {
    const sema::FieldValue* conda = given(*environment->body, "python.conda_dependencies");
    if (!conda) conda = given(*environment->body, "python.conda_file");
    const bool* by_user = value_of<bool>(*environment->body, "python.user_managed_dependencies");
    if (!conda || (by_user && *by_user)) continue;
    for (const ImageUse& use : images_used(context, *environment)) {
      const std::string repository = formats::repository(use.image);
      if (!use.last_stage || facts::has_conda(repository) != facts::HasConda::no) continue;
      if (installs_conda(context, *environment) || !seen.first(use.at)) continue;
      diagnostics.report(use.at, image_without_conda, use.text)
          .with_label("the build would stop with `conda: not found`")
          .note(conda->name_at, "conda is needed for this")
          .with_help(fmt::format("take an image of `mcr.microsoft.com/azureml`, or install the packages in a "
                                 "Dockerfile (known on {})",
                                 facts::to_string(facts::kImagesAsOf)));
    }
  }
}

constexpr const base::DiagnosticInfo* kReports[] = {&image_without_conda};

}  // namespace

const Rule kImageWithoutConda{kReports, run};

}  // namespace rules
