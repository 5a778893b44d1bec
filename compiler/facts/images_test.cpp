#include "facts/images.h"

#include <gtest/gtest.h>

#include "facts/runtime_variables.h"

namespace facts {
namespace {

TEST(BaseImages, are_found_by_repository) {
  ASSERT_NE(find_base_image("mcr.microsoft.com/azureml/base"), nullptr);
  EXPECT_EQ(find_base_image("mcr.microsoft.com/azureml/base")->status, ImageStatus::deprecated);
  EXPECT_EQ(find_base_image("mcr.microsoft.com/azureml/openmpi4.1.0-ubuntu22.04")->python, "3.10");
  EXPECT_EQ(find_base_image("MCR.microsoft.com/azureml/openmpi5.0-ubuntu24.04")->status,
            ImageStatus::supported);
  EXPECT_EQ(find_base_image("docker.io/library/python"), nullptr);
}

TEST(BaseImages, have_a_supported_one_beside_them) {
  const auto instead = [](std::string_view name) {
    return closest_supported(*find_base_image(name))->repository;
  };
  EXPECT_EQ(instead("mcr.microsoft.com/azureml/base"), "mcr.microsoft.com/azureml/openmpi5.0-ubuntu24.04");
  EXPECT_EQ(instead("mcr.microsoft.com/azureml/openmpi4.1.0-ubuntu20.04"),
            "mcr.microsoft.com/azureml/openmpi5.0-ubuntu24.04");
  EXPECT_EQ(instead("mcr.microsoft.com/azureml/base-gpu"),
            "mcr.microsoft.com/azureml/openmpi5.0-cuda13.1-ubuntu24.04");
  EXPECT_EQ(instead("mcr.microsoft.com/azureml/openmpi5.0-cuda12.4-ubuntu22.04"),
            "mcr.microsoft.com/azureml/openmpi5.0-cuda12.8-ubuntu24.04");
}

TEST(BaseImages, with_and_without_conda) {
  EXPECT_EQ(has_conda("docker.io/library/python"), HasConda::no);
  EXPECT_EQ(has_conda("docker.io/continuumio/miniconda3"), HasConda::yes);
  EXPECT_EQ(has_conda("mcr.microsoft.com/azureml/openmpi5.0-ubuntu24.04"), HasConda::yes);
  EXPECT_EQ(has_conda("docker.io/fastdotai/fastai2"), HasConda::unknown);
}

TEST(Lifetimes, go_by_major_and_minor) {
  EXPECT_EQ(python_lifetime("3.9.18")->end, (Date{2025, 10, 31}));
  EXPECT_EQ(python_lifetime("3.10")->version, "3.10");
  EXPECT_EQ(python_lifetime("3"), nullptr);
  EXPECT_EQ(python_lifetime("3.1"), nullptr);
  EXPECT_EQ(ubuntu_lifetime("20.04")->end, (Date{2025, 5, 31}));
}

TEST(Curated, are_found_by_name) {
  EXPECT_EQ(find_curated("sklearn-1.5")->python, "3.10");
  EXPECT_EQ(find_curated("sklearn"), nullptr);
}

TEST(RuntimeVariables, are_told_apart) {
  EXPECT_EQ(runtime_variable("AZUREML_RUN_ID"), RuntimeVariable::service);
  EXPECT_EQ(runtime_variable("AZUREML_RUN_TOKEN"), RuntimeVariable::secret);
  EXPECT_EQ(runtime_variable("AZURE_ML_INPUT_data"), RuntimeVariable::service);
  EXPECT_EQ(runtime_variable("AZUREML_FOO"), RuntimeVariable::reserved);
  EXPECT_EQ(runtime_variable("AZUREML_ARTIFACTS_DEFAULT_TIMEOUT"), RuntimeVariable::tuning);
  EXPECT_EQ(runtime_variable("OMP_NUM_THREADS"), RuntimeVariable::free);
  EXPECT_EQ(runtime_variable("azureml_run_id"), RuntimeVariable::free);
}

}  // namespace
}  // namespace facts
