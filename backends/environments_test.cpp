#include <gtest/gtest.h>

#include "backends/built_program.h"

namespace backends {
namespace {

constexpr const char* kConda = R"aml(
environment e {
  docker { base_image = "mcr.microsoft.com/azureml/openmpi4.1.0-ubuntu22.04:20250601.v1" }
  python {
    conda_dependencies {
      channels = ["conda-forge"]
      packages = ["python=3.11", "numpy=1.26.4"]
      pip      = ["fastai==2.7.17", "torch==2.4.0"]
    }
  }
})aml";

TEST(Environments, conda_goes_as_the_client_writes_it) {
  const Built built = build({kConda});
  ASSERT_TRUE(built.plan) << built.findings();
  const std::string file =
      "channels:\n- conda-forge\ndependencies:\n- python=3.11\n- numpy=1.26.4\n- pip:\n  - fastai==2.7.17\n"
      "  - torch==2.4.0\n";
  EXPECT_EQ(built.request("001-environment-e")["body"]["properties"]["condaFile"], file);
  EXPECT_EQ(built.text("environments/e/conda.yml"), file);
  EXPECT_EQ(built.text("environments/e/azureml-environment-setup/conda.yml"),
            "channels:\n- conda-forge\ndependencies:\n- python=3.11\n- numpy=1.26.4\n- pip\n");
  EXPECT_EQ(built.text("environments/e/azureml-environment-setup/requirements.txt"),
            "fastai==2.7.17\ntorch==2.4.0\n");
}

TEST(Environments, a_conda_file_is_read_and_sorted) {
  base::MemoryFiles files;
  files.add("conda/env.yml",
            "# mine\nname: e\nchannels: [conda-forge]\ndependencies:\n  - python=3.10\n  - pip:\n"
            "      - numpy==1.26.4\n");
  const Built built = build({R"aml(
environment e {
  docker { base_image = "mcr.microsoft.com/azureml/openmpi4.1.0-ubuntu22.04:latest" }
  python { conda_file = "conda/env.yml" }
})aml",
                             files});
  ASSERT_TRUE(built.plan) << built.findings();
  EXPECT_EQ(built.request("001-environment-e")["body"]["properties"]["condaFile"],
            "channels:\n- conda-forge\ndependencies:\n- python=3.10\n- pip:\n  - numpy==1.26.4\nname: e\n");
  EXPECT_NE(built.text("manifest.json").find("\"conda/env.yml\""), std::string::npos);
}

TEST(Environments, which_python_runs_is_said) {
  const Built built = build({kConda});
  ASSERT_TRUE(built.plan) << built.findings();
  const ir::Image& image = *built.plan->steps().front().image;
  EXPECT_EQ(image.python,
            "a new conda environment over the image: python 3.11, 1 more conda package from conda-forge, "
            "2 pip packages");
  EXPECT_EQ(image.python_source, "the image's own Python and packages are not seen by it");
}

TEST(Environments, an_image_as_it_is_keeps_its_python) {
  const Built built = build({R"aml(
environment e {
  docker { base_image = "mcr.microsoft.com/azureml/openmpi4.1.0-ubuntu22.04:20250601.v1" }
  python { user_managed_dependencies = true }
})aml"});
  ASSERT_TRUE(built.plan) << built.findings();
  const ir::Image& image = *built.plan->steps().front().image;
  EXPECT_EQ(image.python, "`python` on the PATH of the image, as it is (user_managed_dependencies)");
  EXPECT_NE(image.python_source.find("python 3.10"), std::string::npos) << image.python_source;
  EXPECT_TRUE(image.conda_file.empty());
}

TEST(Environments, the_text_of_a_dockerfile_is_sent_as_a_context) {
  const Built built =
      build({"environment e { docker { base_dockerfile = \"FROM ubuntu:22.04\\nRUN true\\n\" } }"});
  ASSERT_TRUE(built.plan) << built.findings();
  const auto properties = built.request("001-environment-e")["body"]["properties"];
  EXPECT_FALSE(properties.contains("image"));
  const std::string uri = properties["build"]["contextUri"];
  EXPECT_TRUE(uri.starts_with("https://<account>.blob.core.windows.net/<container>/LocalUpload/")) << uri;
  EXPECT_TRUE(uri.ends_with("/e/")) << uri;
  EXPECT_EQ(properties["build"]["dockerfilePath"], "Dockerfile");
  EXPECT_TRUE(built.text("environments/e/Dockerfile").starts_with("FROM ubuntu:22.04\nRUN true\n"));
}

TEST(Environments, conda_beside_a_text_is_appended_to_it) {
  const Built built = build({R"aml(
environment e {
  docker { base_dockerfile = "FROM ubuntu:22.04\n" }
  python { conda_dependencies { packages = ["python=3.11"] } }
})aml"});
  ASSERT_TRUE(built.plan) << built.findings();
  const std::string text = built.text("environments/e/Dockerfile");
  EXPECT_TRUE(text.starts_with("FROM ubuntu:22.04\n")) << text;
  EXPECT_NE(text.find("conda env create"), std::string::npos);
  EXPECT_EQ(text.find("requirements.txt"), std::string::npos);
  const ir::Upload& context = *built.plan->steps().front().image->context;
  ASSERT_EQ(context.files.size(), 2u);
  EXPECT_EQ(context.made.at("Dockerfile"), text);
}

TEST(Environments, a_context_is_sent_as_it_is) {
  base::MemoryFiles files;
  files.add("ctx/Dockerfile", "FROM ubuntu:22.04\nRUN echo hi\n");
  files.add("ctx/requirements.txt", "numpy\n");
  const Built built = build({"environment e { docker { build_context { path = \"ctx\" } } }", files});
  ASSERT_TRUE(built.plan) << built.findings();
  // The hash is the client's, recorded.
  const auto properties = built.request("001-environment-e")["body"]["properties"];
  EXPECT_EQ(properties["build"]["contextUri"],
            "https://<account>.blob.core.windows.net/<container>/LocalUpload/"
            "439d91b5f58580d5f9bf822253233206/ctx/");
  EXPECT_FALSE(properties["build"].contains("dockerfilePath"));
  EXPECT_EQ(built.find("environments/e/requirements.txt")->copy_of, "ctx/requirements.txt");
  EXPECT_TRUE(built.text("environments/e/Dockerfile").starts_with("FROM ubuntu:22.04\nRUN echo hi\n"));
}

TEST(Environments, equal_builds_have_equal_bytes) {
  const Built one = build({kConda}), two = build({kConda});
  ASSERT_EQ(one.artifacts.size(), two.artifacts.size());
  for (std::size_t i = 0; i < one.artifacts.size(); ++i) {
    EXPECT_EQ(one.artifacts[i].path, two.artifacts[i].path);
    EXPECT_EQ(one.artifacts[i].bytes, two.artifacts[i].bytes);
  }
}

}  // namespace
}  // namespace backends
