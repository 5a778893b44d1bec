#include <gtest/gtest.h>

#include "rules/findings_for_tests.h"

namespace rules {
namespace {

using Lines = std::vector<std::string>;

std::string environment(const std::string& docker, const std::string& python = "") {
  return "environment e {\n  docker { " + docker + " }\n  " + python + "\n}\n";
}

std::string dockerfile(const std::string& lines) {
  return environment("base_dockerfile = r\"\"\"\n" + lines + "\n\"\"\"");
}

Lines in(const std::string& program, base::MemoryFiles files = {}) {
  return findings(program, std::move(files)).all();
}

TEST(Images, both_ways_at_once) {
  const Findings found =
      findings(environment("base_image = \"a/b:1.0\"  base_dockerfile = \"FROM a/b:1.0\""));
  EXPECT_EQ(found.all(), Lines{"image-and-dockerfile base_dockerfile"});
  const base::Diagnostic& one = *found.find("image-and-dockerfile");
  EXPECT_EQ(one.message, "`e` has both `base_image` and `base_dockerfile`");
  EXPECT_EQ(one.help, "keep one; with the Dockerfile write `base_image = none`");
  ASSERT_EQ(one.notes.size(), 1U);
  EXPECT_EQ(found.written(one.notes[0].at), "base_image");
  EXPECT_EQ(in(environment("base_image = none  base_dockerfile = \"FROM a/b:1.0\"")), Lines{});
}

TEST(Images, heirs_do_not_repeat_a_mistake) {
  const std::string both = environment("base_image = \"a/b:1.0\"  base_dockerfile = \"FROM a/b:1.0\"");
  EXPECT_EQ(in(both + "environment f extends e { description = \"x\" }"),
            Lines{"image-and-dockerfile base_dockerfile"});
}

TEST(Images, none_at_all) {
  EXPECT_EQ(in("environment e { description = \"x\" }"), Lines{"no-image e"});
  EXPECT_EQ(in("environment e { description = \"x\" }\nenvironment f extends e { docker { base_image = "
               "\"a/b:1\" } }"),
            Lines{});
  EXPECT_EQ(in("environment e { raw { image = \"a/b:1\" } }"), Lines{"raw-used raw"});
}

TEST(Images, names_that_cannot_be_read) {
  EXPECT_EQ(in(environment("base_image = \"Pets/train:1\"")).size(), 1U);
  EXPECT_EQ(findings(environment("base_image = \"a b:1\"")).count("unreadable-image"), 1U);
}

TEST(Images, floating_tags) {
  EXPECT_EQ(in(environment("base_image = \"fastdotai/fastai2:latest\"")),
            Lines{"floating-tag \"fastdotai/fastai2:latest\""});
  EXPECT_EQ(in(environment("base_image = \"fastdotai/fastai2\"")),
            Lines{"floating-tag \"fastdotai/fastai2\""});
  EXPECT_EQ(in(environment("base_image = \"fastdotai/fastai2:2.7\"")), Lines{});
  EXPECT_EQ(in(dockerfile("FROM a/b:latest")), Lines{"floating-tag a/b:latest"});
  EXPECT_EQ(in(dockerfile("ARG TAG=latest\nFROM a/b:$TAG")), Lines{"floating-tag a/b:$TAG"});
}

TEST(Images, a_registry_that_is_not_the_images) {
  const std::string login = "secret p = env(\"P\")\n";
  const auto docker = [](const std::string& image, const std::string& address) {
    return "base_image = \"" + image + "\" base_image_registry { address = \"" + address +
           "\" username = \"u\" password = p }";
  };
  const Findings found = findings(login + environment(docker("fastdotai/fastai2:1", "my.azurecr.io")));
  EXPECT_EQ(found.all(), Lines{"registry-not-used \"my.azurecr.io\""});
  const base::Diagnostic& one = *found.find("registry-not-used");
  EXPECT_EQ(one.message, "the registry `my.azurecr.io` is not where the image comes from");
  EXPECT_EQ(found.written(one.notes[0].at), "fastdotai");
  EXPECT_EQ(one.notes[0].text, "no host: this is pulled from docker.io");
  EXPECT_NE(one.help.find("`base_image = \"my.azurecr.io/fastdotai/fastai2:1\"`"), std::string::npos);
  EXPECT_EQ(in(login + environment(docker("my.azurecr.io/a:1", "https://MY.azurecr.io/"))), Lines{});
  EXPECT_EQ(in(login + environment(docker("a/b:1", "docker.io"))), Lines{});
}

TEST(Images, support_of_base_images) {
  const std::string azureml = "base_image = \"mcr.microsoft.com/azureml/";
  EXPECT_EQ(findings(environment(azureml + "base:intelmpi2018.3-ubuntu16.04\"")).count("deprecated-image"),
            1U);
  EXPECT_EQ(findings(environment(azureml + "openmpi4.1.0-ubuntu22.04:20250601.v1\"")).all(), Lines{});
  EXPECT_EQ(findings(environment(azureml + "openmpi4.1.0-ubuntu2204:20250601.v1\"")).count("unknown-image"),
            1U);
  EXPECT_EQ(findings(environment(azureml + "openmpi4.1.0-cuda11.8-cudnn8-ubuntu22.04:20250601.v1\""))
                .count("unlisted-image"),
            1U);
  EXPECT_EQ(in(environment("base_image = \"ubuntu:18.04\"")), Lines{"end-of-life-ubuntu \"ubuntu:18.04\""});
  EXPECT_EQ(in(environment("base_image = \"python:3.8-slim\"")),
            Lines{"end-of-life-python \"python:3.8-slim\""});
}

TEST(Images, conda_on_an_image_without_it) {
  const std::string conda =
      "python { conda_dependencies { channels = [\"conda-forge\"] packages = [\"python=3.11\"] } }";
  EXPECT_EQ(in(environment("base_image = \"python:3.11.9-slim\"", conda)),
            Lines{"image-without-conda \"python:3.11.9-slim\""});
  EXPECT_EQ(in(environment("base_image = \"continuumio/miniconda3:24.9.2-0\"", conda)), Lines{});
}

TEST(Dockerfiles, what_the_builder_refuses) {
  EXPECT_EQ(in(dockerfile("RUN echo hello")), Lines{"no-from RUN"});
  EXPECT_EQ(in(dockerfile("FROM a/b:1.0\nCOPYY x y")), Lines{"unknown-instruction COPYY"});
  EXPECT_EQ(in(dockerfile("FROM a/b:1.0\nONBUILD RUN true")), Lines{"onbuild ONBUILD"});
  EXPECT_EQ(in(dockerfile("FROM a/b:1.0\nRUN --mount=type=cache,target=/x true")),
            Lines{"needs-buildkit --mount=type=cache,target=/x"});
  EXPECT_EQ(in(dockerfile("FROM a/b:1.0\nWORKDIR /x # there")), Lines{"trailing-comment # there"});
  EXPECT_EQ(in(dockerfile("FROM a/b:1.0\nRUN echo 'x")).at(0).substr(0, 16), "dockerfile-shell");
  EXPECT_EQ(in(dockerfile("FROM a/b:1.0\nCMD ['a', 'b']")), Lines{"json-like-list ["});
  EXPECT_EQ(in(dockerfile("FROM a/b:1.0\nWORKDIR")), Lines{"dockerfile-syntax WORKDIR"});
}

TEST(Dockerfiles, a_version_that_the_shell_takes) {
  const Findings found = findings(dockerfile("FROM a/b:1.0\nRUN pip install numpy>=1.2"));
  EXPECT_EQ(found.all(), Lines{"redirected-version numpy>=1.2"});
  EXPECT_EQ(found.find("redirected-version")->fixes.size(), 1U);
}

TEST(Dockerfiles, one_in_a_file_is_pointed_into) {
  base::MemoryFiles files;
  files.add("docker/Dockerfile", "FROM a/b:1.0\nRUNN true\n");
  const Findings found = findings(environment("base_dockerfile = file(\"docker/Dockerfile\")"), files);
  EXPECT_EQ(found.all(), Lines{"unknown-instruction RUNN"});
  EXPECT_EQ(found.model->sources[found.diagnostics.all()[0].at.file].path(), "docker/Dockerfile");
}

TEST(Dockerfiles, a_report_in_a_file_names_the_field_that_reads_it) {
  base::MemoryFiles files;
  files.add("Dockerfile", "FROM a/b:latest\n");
  const Findings found = findings(environment("base_dockerfile = file(\"Dockerfile\")"), files);
  EXPECT_EQ(found.all(), Lines{"floating-tag a/b:latest"});
  EXPECT_EQ(found.written(found.diagnostics.all()[0].notes.at(0).at), "file(\"Dockerfile\")");
}

TEST(Dockerfiles, text_has_no_context) {
  EXPECT_EQ(in(dockerfile("FROM a/b:1.0\nCOPY requirements.txt /tmp/")),
            Lines{"not-in-context requirements.txt"});
  EXPECT_EQ(in(dockerfile("FROM a/b:1.0\nCOPY . /app/")), Lines{"context-without-files ."});
  EXPECT_EQ(in(dockerfile("FROM a/b:1.0 AS x\nFROM a/b:1.0\nCOPY --from=x /a /b")), Lines{});
}

TEST(Contexts, files_that_are_there_and_files_that_are_not) {
  base::MemoryFiles files;
  files.add("c/Dockerfile",
            "FROM a/b:1.0\nCOPY requirements.txt src/*.py /x/\nCOPY data /data\nCOPY secret.txt /\n");
  files.add("c/requirement.txt", "numpy\n");
  files.add("c/src/a.py", "pass\n");
  files.add("c/data/x", "1");
  files.add("c/secret.txt", "1");
  files.add("c/.dockerignore", "data/\n");
  files.add("c/.amlignore", "secret.txt\n");
  const Findings found = findings(environment("build_context { path = \"c\" }"), files);
  EXPECT_EQ(found.all(),
            (Lines{"not-in-context requirements.txt", "not-in-context data", "not-in-context secret.txt"}));
  const auto& all = found.diagnostics.all();
  EXPECT_EQ(all[0].label, "did you mean `requirement.txt`?");
  EXPECT_EQ(found.written(all[1].notes.at(0).at), "data/");
  EXPECT_EQ(found.written(all[2].notes.at(0).at), "secret.txt");
}

TEST(Contexts, without_a_dockerfile) {
  base::MemoryFiles files;
  files.add("c/dockerfile", "FROM a/b:1.0\n");
  const Findings found = findings(environment("build_context { path = \"c\" }"), files);
  EXPECT_EQ(found.all(), Lines{"no-dockerfile \"c\""});
  EXPECT_EQ(found.diagnostics.all()[0].label, "did you mean `dockerfile`?");
}

TEST(Contexts, size) {
  base::MemoryFiles files;
  files.add("c/Dockerfile", "FROM a/b:1.0\n");
  for (int i = 0; i < 100; ++i) files.add("c/f" + std::to_string(i), "x");
  EXPECT_EQ(findings(environment("build_context { path = \"c\" }"), files).count("large-context"), 1U);
}

TEST(ImageRuns, what_keeps_the_command_from_running) {
  EXPECT_EQ(in(dockerfile("FROM a/b:1.0\nENTRYPOINT [\"python\", \"app.py\"]")).at(0).substr(0, 19),
            "entrypoint-swallows");
  EXPECT_EQ(in(dockerfile("FROM --platform=linux/arm64 a/b:1.0")),
            Lines{"other-platform --platform=linux/arm64"});
  EXPECT_EQ(findings(dockerfile("FROM python:3.12-alpine")).count("unfit-image"), 1U);
}

}  // namespace
}  // namespace rules
