#include <gtest/gtest.h>

#include "rules/findings_for_tests.h"

namespace rules {
namespace {

using Lines = std::vector<std::string>;

std::string environment(const std::string& python) {
  return "environment e {\n  docker { base_image = "
         "\"mcr.microsoft.com/azureml/openmpi4.1.0-ubuntu22.04:20250601.v1\" }\n"
         "  python { " +
         python + " }\n}\n";
}

std::string conda(const std::string& packages, const std::string& pip = "") {
  return environment("conda_dependencies { channels = [\"conda-forge\"]  packages = [" + packages + "]  " +
                     (pip.empty() ? "" : "pip = [" + pip + "] ") + "}");
}

Lines in(const std::string& program, base::MemoryFiles files = {}) {
  return findings(program, std::move(files)).all();
}

TEST(Conda, beside_the_images_own_python) {
  const std::string both = environment(
      "user_managed_dependencies = true  conda_dependencies { channels = [\"c\"]  packages = "
      "[\"python=3.11\"] }");
  EXPECT_EQ(in(both), Lines{"conda-and-user-managed conda_dependencies"});
  EXPECT_EQ(in(environment("user_managed_dependencies = false")),
            Lines{"no-conda-dependencies user_managed_dependencies"});
  EXPECT_EQ(in(environment("user_managed_dependencies = true")), Lines{});
}

TEST(Conda, texts_that_cannot_be_read) {
  EXPECT_EQ(in(conda("\"python=3.11\", \"numpy=>1.2\"")).at(0).substr(0, 21), "unreadable-conda-spec");
  const Findings pip = findings(conda("\"python=3.11\", \"pip=24.2\"", "\"numpy=1.26.4\""));
  EXPECT_EQ(pip.all(), Lines{"unreadable-requirement ="});
  ASSERT_EQ(pip.diagnostics.all()[0].fixes.size(), 1U);
  EXPECT_EQ(pip.diagnostics.all()[0].fixes[0].edits[0].text, "==");
  EXPECT_EQ(pip.diagnostics.all()[0].fixes[0].safe, base::Safe::yes);
}

TEST(Conda, files_that_are_not_sent) {
  EXPECT_EQ(in(conda("\"python=3.11\", \"pip=24.2\"", "\"-r requirements.txt\"")),
            Lines{"requirement-not-sent \"-r requirements.txt\""});
}

TEST(Conda, one_package_twice) {
  const Findings found =
      findings(conda("\"python=3.11\", \"numpy=1.25.0=py311\", \"pip=24.2\"", "\"numpy==1.26.4\""));
  EXPECT_EQ(found.count("pinned-differently"), 1U);
  EXPECT_EQ(findings(conda("\"python=3.11\", \"scipy=1.11\", \"scipy=1.11\"")).count("duplicate-package"),
            1U);
}

TEST(Conda, python) {
  EXPECT_EQ(in(conda("\"numpy=1.26.4\"")), Lines{"no-python [\"numpy=1.26.4\"]"});
  EXPECT_EQ(in(conda("\"python=3.8\"")), Lines{"end-of-life-python =3.8"});
  EXPECT_EQ(in(conda("\"python==3.11\"")).size(), 1U);
  EXPECT_EQ(findings(conda("\"python=3.11\""), {}, {2027, 7, 1}).count("ending-python"), 1U);
}

TEST(Conda, habits) {
  EXPECT_EQ(in(environment("conda_dependencies { packages = [\"python=3.11\"] }")),
            Lines{"no-channels conda_dependencies"});
  const Findings found = findings(conda("\"python=3.11\", \"numpy\"", "\"torch\""));
  EXPECT_EQ(found.all(), (Lines{"unpinned-packages \"numpy\"", "pip-not-listed \"torch\""}));
  EXPECT_EQ(found.diagnostics.all()[0].message, "`numpy` and `torch` can be another version tomorrow");
}

TEST(Conda, a_file_is_pointed_into) {
  base::MemoryFiles files;
  files.add("conda.yml",
            "chanels: [conda-forge]\ndependencies:\n  - python=3.8\n  - pip:\n      - numpy=1.2\n");
  const Findings found = findings(environment("conda_file = \"conda.yml\""), files);
  EXPECT_EQ(found.count("unknown-conda-key"), 1U);
  EXPECT_EQ(found.written(found.find("unknown-conda-key")->at), "chanels");
  EXPECT_EQ(found.written(found.find("end-of-life-python")->at), "=3.8");
  EXPECT_EQ(found.written(found.find("unreadable-requirement")->at), "=");
  EXPECT_EQ(found.count("no-channels"), 0U);
}

TEST(Conda, a_file_of_another_shape) {
  base::MemoryFiles files;
  files.add("conda.yml", "- python=3.11\n");
  EXPECT_EQ(findings(environment("conda_file = \"conda.yml\""), files).count("conda-file-shape"), 1U);
  files.add("conda.yml", "channels: [a\n");
  EXPECT_EQ(findings(environment("conda_file = \"conda.yml\""), files).count("conda-file-shape"), 1U);
}

TEST(Conda, parts_that_hang_on_a_param_are_not_missed) {
  const std::string program = "param version: string\n" + conda("\"python=${version}\"");
  EXPECT_EQ(in(program), Lines{});
}

}  // namespace
}  // namespace rules
