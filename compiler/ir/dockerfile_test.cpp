#include "ir/dockerfile.h"

#include <gtest/gtest.h>

namespace ir {
namespace {

const CondaLayer kLayer{"/azureml-envs/azureml_0", true};

TEST(Dockerfile, an_image_without_conda_keeps_its_own_python) {
  EXPECT_EQ(dockerfile_over("ubuntu:22.04", std::nullopt, Dialect::classic),
            "FROM ubuntu:22.04\n"
            "USER root\n"
            "RUN mkdir -p \"$HOME/.cache\"\n"
            "WORKDIR /\n"
            "ENV AZUREML_ENVIRONMENT_IMAGE=True\n"
            "CMD [\"bash\"]\n");
}

TEST(Dockerfile, conda_and_pip_have_layers_of_their_own) {
  const std::string text = dockerfile_over("ubuntu:22.04", kLayer, Dialect::classic);
  const std::size_t create = text.find("conda env create -p /azureml-envs/azureml_0 ");
  const std::size_t copy = text.find("COPY azureml-environment-setup/requirements.txt");
  const std::size_t install = text.find("/bin/pip install");
  ASSERT_NE(create, std::string::npos) << text;
  EXPECT_LT(create, copy);
  EXPECT_LT(copy, install);
  EXPECT_NE(text.find("ENV PATH=/azureml-envs/azureml_0/bin:$PATH\n"), std::string::npos);
  EXPECT_NE(text.find("ENV LD_LIBRARY_PATH=/azureml-envs/azureml_0/lib:$LD_LIBRARY_PATH\n"),
            std::string::npos);
  EXPECT_NE(text.find("ENV AZUREML_CONDA_ENVIRONMENT_PATH=/azureml-envs/azureml_0\n"), std::string::npos);
}

TEST(Dockerfile, the_classic_dialect_has_nothing_of_buildkit) {
  const std::string classic = dockerfile_over("ubuntu:22.04", kLayer, Dialect::classic);
  EXPECT_EQ(classic.find("--mount"), std::string::npos);
  EXPECT_EQ(classic.find("<<"), std::string::npos);
  EXPECT_EQ(classic.find("syntax="), std::string::npos);
  const std::string buildkit = dockerfile_over("ubuntu:22.04", kLayer, Dialect::buildkit);
  EXPECT_TRUE(buildkit.starts_with("# syntax=docker/dockerfile:1\nFROM ubuntu:22.04\n"));
  EXPECT_NE(buildkit.find("--mount=type=cache"), std::string::npos);
}

TEST(Dockerfile, without_pip_nothing_is_copied_for_it) {
  const std::string text = dockerfile_over("ubuntu:22.04", CondaLayer{"/p", false}, Dialect::classic);
  EXPECT_EQ(text.find("requirements"), std::string::npos);
}

TEST(Dockerfile, a_text_keeps_its_own_lines_first) {
  const std::string text = dockerfile_with("FROM ubuntu\nRUN true", kLayer, Dialect::classic);
  EXPECT_TRUE(text.starts_with("FROM ubuntu\nRUN true\n\n# The conda layer.\nUSER root\n")) << text;
  EXPECT_EQ(text.find("\\\n"), std::string::npos) << "an escape character could mean something else";
  const std::string own =
      dockerfile_with("# syntax=docker/dockerfile:1.7\nFROM a\n", kLayer, Dialect::buildkit);
  EXPECT_TRUE(own.starts_with("# syntax=docker/dockerfile:1.7\nFROM a\n")) << own;
}

TEST(Dockerfile, a_text_without_a_layer_gets_the_mark_alone) {
  EXPECT_EQ(dockerfile_marked("FROM a"),
            "FROM a\n\n# What the service adds to the images of its environments.\n"
            "ENV AZUREML_ENVIRONMENT_IMAGE=True\n");
}

}  // namespace
}  // namespace ir
