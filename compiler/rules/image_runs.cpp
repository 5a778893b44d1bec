// Images in which a job's command does not run as it is written: an ENTRYPOINT that takes it, another
// architecture, no shell. Source: how docker runs a command; the runtime's programs are linux/amd64
// (getindata/kedro-azureml#87).
#include <fmt/format.h>

#include "formats/docker_image.h"
#include "formats/image_reference.h"
#include "rules/dockerfiles.h"
#include "rules/rules.h"

namespace rules {
namespace {

AMLJOB_DIAGNOSTIC_ROW(entrypoint_swallows, warning, "`ENTRYPOINT {}` does not run the job's command",
                      std::string)
AMLJOB_DIAGNOSTIC_ROW(other_platform, warning, "`{}` is not what the service's machines run", std::string)
AMLJOB_DIAGNOSTIC_ROW(unfit_image, warning, "an image from `{}` cannot run a job", std::string)

// Images whose programs are linked to another C library, or that hold none.
bool without_glibc(std::string_view base) {
  const auto image = formats::parse_image_reference(base);
  if (!image) return false;
  const std::string repository = formats::repository(*image);
  const bool alpine = image->tag.find("alpine") != std::string::npos;
  return alpine || repository == "docker.io/library/alpine" || repository == "docker.io/library/busybox";
}

void check_platform(const DockerfileOf& of, base::Diagnostics& diagnostics) {
  for (const formats::DockerStage& stage : of.file.stages) {
    const formats::DockerFlag* flag = of.file.instructions[stage.from].flag("platform");
    if (!flag || flag->value.empty() || flag->value.find('$') != std::string::npos) continue;
    if (flag->value == "linux/amd64" || flag->value == "linux/x86_64" || flag->value == "linux") continue;
    diagnostics.report(of.place.at(flag->at), other_platform, flag->value)
        .with_label("they are linux/amd64")
        .with_help("write `--platform=linux/amd64`, or take the flag away");
  }
}

void check(const DockerfileOf& of, base::Diagnostics& diagnostics) {
  check_platform(of, diagnostics);
  if (of.file.stages.empty()) return;
  const formats::DockerImage image = formats::final_image(of.file);
  if (image.entrypoint == formats::EntrypointEffect::swallows) {
    diagnostics.report(of.place.at(image.entrypoint_at), entrypoint_swallows, image.entrypoint_text)
        .with_label("the command would be its arguments, or be lost")
        .with_help("take it away, or end it with `exec \"$@\"`");
  }
  if (image.scratch || without_glibc(image.base)) {
    diagnostics.report(of.place.at(image.base_at), unfit_image, image.scratch ? "scratch" : image.base)
        .with_label(image.scratch ? "it has no shell" : "the service's own programs in it need glibc")
        .with_help("take an image of Debian or Ubuntu, such as one of `mcr.microsoft.com/azureml`");
  }
}

void run(const Context& context, base::Diagnostics& diagnostics) {
  for (const DockerfileOf& one : dockerfiles(context)) check(one, diagnostics);
}

constexpr const base::DiagnosticInfo* kReports[] = {&entrypoint_swallows, &other_platform, &unfit_image};

}  // namespace

const Rule kImageRuns{kReports, run};

}  // namespace rules
