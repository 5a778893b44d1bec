#include "facts/images.h"

#include <algorithm>

namespace facts {
namespace {

using enum ImageStatus;

#define AML "mcr.microsoft.com/azureml/"

constexpr BaseImage kImages[] = {
    {AML "base", deprecated},
    {AML "base-gpu", deprecated},
    {AML "base-lite", deprecated},
    {AML "intelmpi2018.3-cuda10.0-cudnn7-ubuntu16.04", deprecated, "16.04", {}, "10.0"},
    {AML "intelmpi2018.3-cuda9.0-cudnn7-ubuntu16.04", deprecated, "16.04", {}, "9.0"},
    {AML "intelmpi2018.3-ubuntu16.04", deprecated, "16.04"},
    {AML "o16n-base/python-slim", deprecated},
    {AML "openmpi3.1.2-cuda10.0-cudnn7-ubuntu16.04", deprecated, "16.04", {}, "10.0"},
    {AML "openmpi3.1.2-cuda10.0-cudnn7-ubuntu18.04", deprecated, "18.04", {}, "10.0"},
    {AML "openmpi3.1.2-cuda10.1-cudnn7-ubuntu18.04", deprecated, "18.04", {}, "10.1"},
    {AML "openmpi3.1.2-cuda10.2-cudnn7-ubuntu18.04", deprecated, "18.04", {}, "10.2"},
    {AML "openmpi3.1.2-cuda10.2-cudnn8-ubuntu18.04", deprecated, "18.04", {}, "10.2"},
    {AML "openmpi3.1.2-ubuntu16.04", deprecated, "16.04"},
    {AML "openmpi3.1.2-ubuntu18.04", deprecated, "18.04"},
    {AML "openmpi4.1.0-cuda11.0.3-cudnn8-ubuntu18.04", deprecated, "18.04", {}, "11.0.3"},
    {AML "openmpi4.1.0-cuda11.1-cudnn8-ubuntu18.04", deprecated, "18.04", {}, "11.1"},
    {AML "openmpi4.1.0-cuda11.3-cudnn8-ubuntu20.04", unlisted, "20.04", {}, "11.3"},
    {AML "openmpi4.1.0-cuda11.8-cudnn8-ubuntu22.04", unlisted, "22.04", {}, "11.8"},
    {AML "openmpi4.1.0-ubuntu20.04", deprecated, "20.04"},
    {AML "openmpi4.1.0-ubuntu22.04", supported, "22.04", "3.10"},
    {AML "openmpi5.0-cuda12.4-ubuntu22.04", supported, "22.04", "3.10", "12.4.1"},
    {AML "openmpi5.0-cuda12.5-ubuntu22.04", supported, "22.04", "3.10", "12.5.1"},
    {AML "openmpi5.0-cuda12.6-ubuntu24.04", supported, "24.04", "3.10", "12.6.3"},
    {AML "openmpi5.0-cuda12.8-ubuntu24.04", supported, "24.04", "3.10", "12.8.1"},
    {AML "openmpi5.0-cuda13.1-ubuntu24.04", supported, "24.04", "3.10", "13.1.1"},
    {AML "openmpi5.0-ubuntu24.04", supported, "24.04", "3.10"},
};
#undef AML

constexpr CuratedEnvironment kCurated[] = {
    {"acpt-pytorch-1.13-cuda11.7", "3.8"},
    {"acpt-pytorch-2.2-cuda12.1", "3.10", "has PyTorch 2.10.0 for CUDA 12.6, whatever its name says"},
    {"acpt-pytorch-2.8-cuda12.6", "3.10", "has PyTorch 2.10.0"},
    {"lightgbm-3.3", "3.10", "has LightGBM 4.6"},
    {"sklearn-1.0", "3.9", "its base image is deprecated"},
    {"sklearn-1.1", "3.9", "its base image is deprecated"},
    {"sklearn-1.5", "3.10"},
    {"tensorflow-2.16-cuda11", "3.11", "has CUDA 12.3"},
    {"tensorflow-2.16-cuda12", "3.11"},
};

constexpr Lifetime kPythons[] =
    {
        {"2.7", {2020, 1, 1}},    {"3.5", {2020, 9, 30}},   {"3.6", {2021, 12, 23}},
        {"3.7", {2023, 6, 27}},   {"3.8", {2024, 10, 31}},  {"3.9", {2025, 10, 31}},
        {"3.10", {2026, 10, 31}}, {"3.11", {2027, 10, 31}}, {"3.12", {2028, 10, 31}},
        {"3.13", {2029, 10, 31}}, {"3.14", {2030, 10, 31}},  // by the five-year rule, in no source that was
                                                             // read
};

constexpr Lifetime kUbuntus[] = {
    {"16.04", {2021, 4, 2}}, {"18.04", {2023, 5, 31}}, {"20.04", {2025, 5, 31}},
    {"22.04", {2027, 4, 1}}, {"24.04", {2029, 5, 31}}, {"26.04", {2031, 4, 30}},
};

// Images of others, by repository: with conda, and popular ones without.
constexpr std::string_view kWithConda[] = {
    "docker.io/continuumio/anaconda3", "docker.io/continuumio/miniconda3", "docker.io/condaforge/mambaforge",
    "docker.io/condaforge/miniforge3"};
constexpr std::string_view kWithoutConda[] = {"docker.io/library/alpine", "docker.io/library/busybox",
                                              "docker.io/library/debian", "docker.io/library/python",
                                              "docker.io/library/ubuntu", "docker.io/nvidia/cuda",
                                              "docker.io/library/fedora", "docker.io/library/r-base"};

static_assert(std::is_sorted(std::begin(kImages), std::end(kImages),
                             [](const BaseImage& a, const BaseImage& b) {
                               return a.repository < b.repository;
                             }));

std::string_view major_of(std::string_view version) { return version.substr(0, version.find('.')); }

const Lifetime* find_lifetime(std::span<const Lifetime> table, std::string_view version) {
  const std::size_t dot = version.find('.');
  const std::string_view short_one =
      dot == std::string_view::npos ? version : version.substr(0, version.find('.', dot + 1));
  const auto found =
      std::find_if(table.begin(), table.end(), [&](const Lifetime& l) { return l.version == short_one; });
  return found == table.end() ? nullptr : &*found;
}

bool contains(std::span<const std::string_view> list, std::string_view text) {
  return std::find(list.begin(), list.end(), text) != list.end();
}

}  // namespace

std::span<const BaseImage> base_images() { return kImages; }

const BaseImage* find_base_image(std::string_view repository) {
  std::string key(repository);
  for (char& c : key) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  const auto* found = std::find_if(std::begin(kImages), std::end(kImages),
                                   [&](const BaseImage& image) { return image.repository == key; });
  return found == std::end(kImages) ? nullptr : found;
}

const BaseImage* closest_supported(const BaseImage& image) {
  const bool gpu = !image.cuda.empty() || image.repository.ends_with("base-gpu");
  const BaseImage* best = nullptr;
  const auto rank = [&](const BaseImage& candidate) {
    return std::pair(major_of(candidate.cuda) == major_of(image.cuda), candidate.ubuntu);
  };
  for (const BaseImage& candidate : kImages) {
    if (candidate.status != supported || candidate.cuda.empty() == gpu) continue;
    if (best == nullptr || rank(candidate) >= rank(*best)) best = &candidate;
  }
  return best;
}

HasConda has_conda(std::string_view repository) {
  if (contains(kWithConda, repository)) return HasConda::yes;
  if (contains(kWithoutConda, repository)) return HasConda::no;
  const BaseImage* image = find_base_image(repository);
  return image != nullptr ? HasConda::yes : HasConda::unknown;
}

std::span<const CuratedEnvironment> curated_environments() { return kCurated; }

const CuratedEnvironment* find_curated(std::string_view name) {
  const auto* found =
      std::find_if(std::begin(kCurated), std::end(kCurated),
                   [&](const CuratedEnvironment& environment) { return environment.name == name; });
  return found == std::end(kCurated) ? nullptr : found;
}

std::span<const Lifetime> python_lifetimes() { return kPythons; }
std::span<const Lifetime> ubuntu_lifetimes() { return kUbuntus; }
const Lifetime* python_lifetime(std::string_view version) { return find_lifetime(kPythons, version); }
const Lifetime* ubuntu_lifetime(std::string_view version) { return find_lifetime(kUbuntus, version); }

}  // namespace facts
