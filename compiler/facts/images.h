// Azure ML's base images and curated environments, and until when their Ubuntu and Python are supported.
// Sources: Azure/AzureML-Containers README at 7482feaf (2026-03-16), how-to-troubleshoot-environments.md of
// MicrosoftDocs/azure-ai-docs at 05e88d3d (2026-07-02), Azure/azureml-assets at 4b41f8cc (2026-07-23),
// release-cycle.json of python/devguide at 020b05c7, ubuntu.md of endoflife-date at 021ca13a.
#pragma once

#include <span>
#include <string_view>

#include "facts/date.h"

namespace facts {

inline constexpr Date kImagesAsOf{2026, 7, 23};

enum class ImageStatus : std::uint8_t {
  supported,   // in the list of what is patched
  deprecated,  // listed as such: the service reports it at registration; old tags can still be pulled
  unlisted,    // Azure ML's, and in neither list
};

struct BaseImage {
  std::string_view repository;  // `mcr.microsoft.com/azureml/base`; all of its tags
  ImageStatus status;
  std::string_view ubuntu = {};  // `22.04`; empty: not known
  std::string_view python = {};  // of its Miniconda; empty: not known
  std::string_view cuda = {};    // empty: none
};

// Sorted by repository.
std::span<const BaseImage> base_images();
// HOST/PATH without tag and digest; the path's case does not count. nullptr: not one of the table.
const BaseImage* find_base_image(std::string_view repository);
// A supported image to use instead: of the same CUDA major version where there is one, else the newest with
// CUDA, for one with CUDA; of the newest Ubuntu.
const BaseImage* closest_supported(const BaseImage& image);
// Whether images of this repository have `conda` and `dpkg`, which the service's conda layer needs: those of
// Azure ML's base images do, and well-known images that do not are told apart. unknown: look at the image.
enum class HasConda : std::uint8_t { yes, no, unknown };
HasConda has_conda(std::string_view repository);

struct CuratedEnvironment {
  std::string_view name;    // `sklearn-1.5`
  std::string_view python;  // what it has, whatever its name says
  std::string_view note = {};
};
std::span<const CuratedEnvironment> curated_environments();
const CuratedEnvironment* find_curated(std::string_view name);

// A release and the first day on which nobody mends it any more. Sources that give only a month: its last
// day.
struct Lifetime {
  std::string_view version;  // `3.9`
  Date end;
};
std::span<const Lifetime> python_lifetimes();
std::span<const Lifetime> ubuntu_lifetimes();
// By major and minor version: `3.9.18` is of `3.9`. nullptr: not in the table.
const Lifetime* python_lifetime(std::string_view version);
const Lifetime* ubuntu_lifetime(std::string_view version);

}  // namespace facts
