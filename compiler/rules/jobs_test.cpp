#include <gtest/gtest.h>

#include "rules/findings_for_tests.h"

namespace rules {
namespace {

using Lines = std::vector<std::string>;

const std::string kEnvironment =
    "environment e { docker { base_image = "
    "\"mcr.microsoft.com/azureml/openmpi4.1.0-ubuntu22.04:20250601.v1\" } }\n";

std::string job(const std::string& fields) {
  return kEnvironment + "job j {\n  environment = e\n  compute = \"serverless\"\n  " + fields + "\n}\n";
}

base::MemoryFiles code() {
  base::MemoryFiles files;
  files.add("src/train.py", "print(1)\n");
  files.add("src/lib/util.py", "print(2)\n");
  files.add("src/old.py", "print(3)\n");
  files.add("src/.amlignore", "# old things\nold.py\n");
  return files;
}

Lines in(const std::string& fields) { return findings(job(fields), code()).all(); }

TEST(Scripts, in_the_code_and_not) {
  EXPECT_EQ(in("code = \"src\"  script = \"train.py\""), Lines{});
  EXPECT_EQ(in("code = \"src\"  script = \"./lib/util.py\""), Lines{});
  EXPECT_EQ(in("script = \"train.py\""), Lines{"script-without-code \"train.py\""});
  EXPECT_EQ(in("code = \"src\"  script = \"../train.py\""), Lines{"script-outside \"../train.py\""});
  EXPECT_EQ(in("code = \"src\"  script = \"lib\""), Lines{"script-not-found \"lib\""});
  const Findings found = findings(job("code = \"src\"  script = \"trian.py\""), code());
  EXPECT_EQ(found.all(), Lines{"script-not-found \"trian.py\""});
  EXPECT_EQ(found.diagnostics.all()[0].label, "did you mean `train.py`?");
}

TEST(Scripts, left_out_by_a_line) {
  const Findings found = findings(job("code = \"src\"  script = \"old.py\""), code());
  EXPECT_EQ(found.all(), Lines{"script-ignored \"old.py\""});
  EXPECT_EQ(found.written(found.diagnostics.all()[0].notes.at(0).at), "old.py");
}

TEST(Commands, files_that_they_run) {
  EXPECT_EQ(in("code = \"src\"  command = \"python train.py && bash -c 'x'\""), Lines{});
  EXPECT_EQ(in("code = \"src\"  command = \"python -u trian.py\""), Lines{"command-file-missing trian.py"});
  EXPECT_EQ(in("code = \"src\"  command = \"python old.py\""), Lines{"command-file-ignored old.py"});
  EXPECT_EQ(in("code = \"src\"  command = \"git clone x && python y.py\""), Lines{});
  EXPECT_EQ(in("code = \"src\"  command = \"python -m train\""), Lines{});
  EXPECT_EQ(in("command = \"python train.py\""), Lines{"command-without-code train.py"});
}

TEST(Commands, what_the_shell_makes_of_them) {
  EXPECT_EQ(in("command = \"echo 'x\"").at(0).substr(0, 12), "shell-syntax");
  EXPECT_EQ(in("command = \"sleep 5 &\""), Lines{"background-command &"});
  EXPECT_EQ(in("command = \"sleep 5 & wait\""), Lines{});
  EXPECT_EQ(in("command = \"pip install numpy>=1.2\""), Lines{"redirected-version numpy>=1.2"});
  EXPECT_EQ(in("command = \"echo a\\r\\necho b\"").at(0).substr(0, 15), "carriage-return");
  EXPECT_EQ(in("command = \"ls '${inputs.d}'\"  inputs { d: uri_folder = \"azureml:pets:1\" }"),
            Lines{"path-in-single-quotes ${inputs.d}"});
}

TEST(Commands, notations_that_are_not_checked) {
  EXPECT_EQ(in("command = r\"echo ${{inputs.x}}\"  inputs { x: integer = 1 }"),
            Lines{"unchecked-expression ${{inputs.x}}"});
  const Findings found = findings(job("command = \"echo {inputs.x}\"  inputs { x: integer = 1 }"));
  EXPECT_EQ(found.all(), Lines{"single-brace {inputs.x}"});
  EXPECT_EQ(found.diagnostics.all()[0].fixes.at(0).edits[0].text, "${inputs.x}");
  EXPECT_EQ(in("command = \"awk '{print $1}' x.txt\""), Lines{});
}

TEST(Ports, that_nothing_uses) {
  EXPECT_EQ(in("command = \"echo hi\"  inputs { x: integer = 1 }  outputs { y: uri_folder }"),
            (Lines{"unused-input x", "unused-output y"}));
  EXPECT_EQ(in("command = \"echo $AZURE_ML_INPUT_x\"  inputs { x: integer = 1 }"), Lines{});
  EXPECT_EQ(
      in("code = \"src\"  script = \"train.py\"  arguments = [\"-n\", inputs.x]  inputs { x: integer = 1 }"),
      Lines{});
  base::MemoryFiles files = code();
  files.add("src/train.py", "import os\nos.environ['AZURE_ML_INPUT_x']\n");
  EXPECT_EQ(findings(job("code = \"src\"  script = \"train.py\"  inputs { x: integer = 1 }"), files).all(),
            Lines{});
}

TEST(Variables, of_the_service_and_with_secrets) {
  EXPECT_EQ(in("command = \"env\"  environment_variables { AZUREML_RUN_ID = \"x\" }"),
            Lines{"reserved-variable AZUREML_RUN_ID"});
  EXPECT_EQ(in("command = \"env\"  environment_variables { AZUREML_MINE = \"x\" }"),
            Lines{"reserved-prefix AZUREML_MINE"});
  EXPECT_EQ(in("command = \"env\"  environment_variables { DB_PASSWORD = \"hunter2hunter\" }"),
            Lines{"secret-variable \"hunter2hunter\""});
  EXPECT_EQ(in("command = \"curl https://ann:s3cr3t-word@host.example.com/x\"").size(), 1U);
}

TEST(Uploads, empty_large_and_not_meant) {
  base::MemoryFiles files = code();
  files.add("src/.git/HEAD", "ref\n");
  EXPECT_EQ(findings(job("code = \"src\"  script = \"train.py\""), files).all(),
            Lines{"needless-upload \"src\""});
  base::MemoryFiles none;
  none.add("src/.amlignore", "*\n");
  EXPECT_EQ(findings(job("code = \"src\"  command = \"env\""), none).all(), Lines{"empty-code \"src\""});
}

TEST(Uploads, secrets_in_them) {
  base::MemoryFiles files = code();
  files.add("src/.env", "A=b\n");
  const std::string token = std::string("ghp_") + "Ab1Cd2Ef3Gh4Ij5Kl6Mn7Op8Qr9St0Uv1Wx2";
  files.add("src/lib/util.py", "x = 1\ntoken = '" + token + "'\n");
  const Findings found = findings(job("code = \"src\"  script = \"train.py\""), files);
  EXPECT_EQ(found.count("secret-in-upload"), 1U);
  ASSERT_EQ(found.count("secret-in-uploaded-text"), 1U);
  EXPECT_EQ(found.find("secret-in-uploaded-text")->message.find(token), std::string::npos);
}

TEST(Limits, that_are_documented) {
  EXPECT_EQ(in("command = \"env\"  limits { timeout = 30d }"), Lines{"timeout-over-lifetime 30d"});
  EXPECT_EQ(in("command = \"env\"  experiment_name = \"" + std::string(257, 'x') + "\"").size(), 1U);
  EXPECT_EQ(in("command = \"env\"  tags { a = \"" + std::string(1001, 'x') + "\" }").size(), 1U);
}

TEST(Data, types_and_what_lies_there) {
  const auto data = [](const std::string& fields) {
    return findings("data d { " + fields + " }", code()).all();
  };
  EXPECT_EQ(data("path = \"src/train.py\""), Lines{"data-type-and-path \"src/train.py\""});
  EXPECT_EQ(data("type = \"uri_file\"  path = \"src/train.py\""), Lines{});
  EXPECT_EQ(data("type = \"mltable\"  path = \"src\""), Lines{"no-mltable-file \"src\""});
}

TEST(References, that_move) {
  EXPECT_EQ(in("command = \"ls ${inputs.d}\"  inputs { d: uri_folder = \"azureml:pets@latest\" }"),
            Lines{"floating-reference \"azureml:pets@latest\""});
  const std::string curated =
      "job j { command = \"env\"  compute = \"serverless\"  environment = "
      "\"azureml://registries/azureml/environments/";
  EXPECT_EQ(findings(curated + "sklearn-1.5/versions/3\" }").all(), Lines{});
  EXPECT_EQ(findings(curated + "sklearn-1.6/versions/3\" }").count("unknown-curated-environment"), 1U);
}

}  // namespace
}  // namespace rules
