// Azure ML's base images that nobody mends any more, and those that no list has; images on an Ubuntu past its
// end. Source: facts/images.h.
#include <fmt/format.h>

#include "base/nearest.h"
#include "facts/images.h"
#include "rules/images_used.h"
#include "rules/rules.h"

namespace rules {
namespace {

AMLJOB_DIAGNOSTIC_ROW(deprecated_image, warning, "the image `{}` is known to be deprecated", std::string_view)
AMLJOB_DIAGNOSTIC_ROW(unlisted_image, warning, "the image `{}` is in no known list of supported ones",
                      std::string_view)
AMLJOB_DIAGNOSTIC_ROW(unknown_image, warning, "no base image `{}` is known", std::string_view)
AMLJOB_DIAGNOSTIC_ROW(end_of_life_ubuntu, warning, "Ubuntu {} is known to be past its end of life",
                      std::string_view)

constexpr std::string_view kAzureml = "mcr.microsoft.com/azureml/";

std::string successor_of(const facts::BaseImage& image) {
  const facts::BaseImage* closest = facts::closest_supported(image);
  return closest ? fmt::format("; closest supported one `{}`, with a dated tag", closest->repository)
                 : std::string();
}

void report_unknown(const ImageUse& use, std::string_view repository, base::Diagnostics& diagnostics) {
  base::Diagnostic& report = diagnostics.report(use.at, unknown_image, repository);
  std::vector<std::string_view> names;
  for (const facts::BaseImage& image : facts::base_images()) names.push_back(image.repository);
  if (const auto near = base::nearest(repository, names); !near.empty()) {
    report.with_label(fmt::format("did you mean `{}`?", near));
  }
  report.with_help(fmt::format("by the table of {}; it may be newer", facts::to_string(facts::kImagesAsOf)));
}

// `20.04` of `ubuntu:20.04` and `nvidia/cuda:12.2.0-runtime-ubuntu20.04`.
std::string_view ubuntu_of_tag(std::string_view repository, std::string_view tag) {
  if (repository == "docker.io/library/ubuntu") return tag.substr(0, 5);
  constexpr std::string_view kWord = "ubuntu";
  const std::size_t at = tag.find(kWord);
  return at == std::string_view::npos ? std::string_view{} : tag.substr(at + kWord.size(), 5);
}

void check_ubuntu(const Context& context, const ImageUse& use, std::string_view version,
                  base::Diagnostics& diagnostics) {
  const facts::Lifetime* life = facts::ubuntu_lifetime(version);
  if (!life || life->end > context.today) return;
  diagnostics.report(use.at, end_of_life_ubuntu, life->version)
      .with_label(fmt::format("no more security fixes since {}", facts::to_string(life->end)))
      .with_help(fmt::format("by the table of {}; choose an image of Ubuntu 22.04 or later",
                             facts::to_string(facts::kImagesAsOf)));
}

void check(const Context& context, const ImageUse& use, base::Diagnostics& diagnostics) {
  const std::string repository = formats::repository(use.image);
  const facts::BaseImage* image = facts::find_base_image(repository);
  if (!image) {
    const bool curated =
        repository.starts_with("mcr.microsoft.com/azureml/curated/") || repository.ends_with("-inference");
    if (repository.starts_with(kAzureml) && !curated) return report_unknown(use, repository, diagnostics);
    return check_ubuntu(context, use, ubuntu_of_tag(repository, use.image.tag), diagnostics);
  }
  const std::string as_of = fmt::format("by the table of {}", facts::to_string(facts::kImagesAsOf));
  if (image->status == facts::ImageStatus::deprecated) {
    diagnostics.report(use.at, deprecated_image, image->repository)
        .with_label("nobody mends it any more; its tags can still be pulled")
        .with_help(as_of + successor_of(*image));
  } else if (image->status == facts::ImageStatus::unlisted) {
    diagnostics.report(use.at, unlisted_image, image->repository).with_help(as_of + successor_of(*image));
  } else {
    check_ubuntu(context, use, image->ubuntu, diagnostics);
  }
}

void run(const Context& context, base::Diagnostics& diagnostics) {
  for (const ImageUse& use : images_used(context)) {
    if (use.last_stage) check(context, use, diagnostics);
  }
}

constexpr const base::DiagnosticInfo* kReports[] = {&deprecated_image, &unlisted_image, &unknown_image,
                                                    &end_of_life_ubuntu};

}  // namespace

const Rule kBaseImageSupport{kReports, run};

}  // namespace rules
