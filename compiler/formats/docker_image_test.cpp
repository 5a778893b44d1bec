#include "formats/docker_image.h"

#include <gtest/gtest.h>

namespace formats {
namespace {

DockerImage image_of(std::string_view text) { return final_image(parse_dockerfile(text)); }

TEST(DockerImageTest, is_that_of_the_last_stage_and_those_below) {
  const DockerImage image = image_of(
      "FROM python:3.11 AS base\nENV A=1\nWORKDIR /app\nFROM x\nENV A=9\nFROM base\nENV B=${A}2 "
      "PATH=/opt/venv/bin:$PATH\n"
      "USER me\nWORKDIR sub\n");
  EXPECT_EQ(image.base, "python:3.11");
  EXPECT_EQ(image.user, "me");
  EXPECT_EQ(image.workdir, "/app/sub");
  EXPECT_EQ(image.environment, (std::vector<std::pair<std::string, std::string>>{{"A", "1"}, {"B", "12"}}));
  EXPECT_EQ(image.path, std::vector<std::string>{"/opt/venv/bin"});
  EXPECT_FALSE(image.path_is_whole);
}

TEST(DockerImageTest, path_says_which_python_runs) {
  EXPECT_EQ(python_folder(image_of("FROM x\nENV PATH /opt/conda/bin:$PATH\n")), "/opt/conda/bin");
  EXPECT_EQ(python_folder(image_of("FROM x\nENV PATH=/a/bin:${PATH}\nENV PATH=/opt/venv/bin:${PATH}\n")),
            "/opt/venv/bin");
  EXPECT_EQ(python_folder(image_of("FROM x\nENV V=/opt/venv\nENV PATH=\"$V/bin:$PATH\"\n")), "/opt/venv/bin");
  EXPECT_EQ(python_folder(image_of("FROM x\nENV PATH=/usr/local/cuda/bin:$PATH\n")), "");
  EXPECT_EQ(python_folder(image_of("FROM x\nENV PATH /opt/conda/envs/y/bin:$PATH\n")),
            "/opt/conda/envs/y/bin");
  EXPECT_TRUE(image_of("FROM x\nENV PATH=/usr/bin:/bin\n").path_is_whole);
  EXPECT_EQ(python_folder(image_of("")), "");
}

TEST(DockerImageTest, entrypoints) {
  const auto effect = [](const std::string& text) {
    return image_of("FROM x\nENTRYPOINT " + text + "\n").entrypoint;
  };
  EXPECT_EQ(image_of("FROM x\n").entrypoint, EntrypointEffect::none);
  EXPECT_EQ(effect("[]"), EntrypointEffect::none);
  EXPECT_EQ(effect("[\"\"]"), EntrypointEffect::none);
  EXPECT_EQ(effect("[\"/usr/bin/tini\", \"--\"]"), EntrypointEffect::passes_on);
  EXPECT_EQ(effect("[\"conda\", \"run\", \"-n\", \"e\"]"), EntrypointEffect::passes_on);
  EXPECT_EQ(effect("[\"sh\", \"-c\", \"exec \\\"$@\\\"\", \"--\"]"), EntrypointEffect::passes_on);
  EXPECT_EQ(effect("[\"sh\", \"-c\"]"), EntrypointEffect::passes_on);
  EXPECT_EQ(effect("[\"sh\", \"-c\", \"echo hi\"]"), EntrypointEffect::swallows);
  EXPECT_EQ(effect("[\"python\", \"train.py\"]"), EntrypointEffect::swallows);
  EXPECT_EQ(effect("python train.py"), EntrypointEffect::swallows);
  EXPECT_EQ(effect("[\"/entrypoint.sh\"]"), EntrypointEffect::unknown);
  EXPECT_EQ(effect("[\"bash\"]"), EntrypointEffect::unknown);
}

}  // namespace
}  // namespace formats
