// No command writes or prints a secret: a program whose secrets hold a mark is put through every command, and
// the mark is looked for in all that was printed and in every file below the scratch folder.
#include <gtest/gtest.h>

#include <filesystem>

#include "harness/folder.h"
#include "harness/process.h"

namespace {

namespace fs = std::filesystem;

constexpr const char* kMark = "s3cr3t-mark-8f2a";

constexpr const char* kProgram = R"(workspace { config = "config.json" }
secret password = env("REGISTRY_PASSWORD")
secret from-file = file("token.txt")

environment private {
  docker {
    base_image = "pets.azurecr.io/fastai:2.7.13"
    base_image_registry { address = "pets.azurecr.io"  username = "puller"  password = password }
  }
  python { user_managed_dependencies = true }
}
connection packages {
  type   = "python_feed"
  target = "https://packages.example.com/simple"
  credentials { type = "pat"  pat = from-file }
}
job show {
  code        = "src"
  command     = "python show.py"
  environment = private
  compute     = "serverless"
}
)";

// Commands that may refuse: what counts is what they say.
constexpr const char* kCommands[] = {
    "amljob check program.amljob --hints",
    "amljob check program.amljob --format json",
    "amljob check program.amljob --format sarif",
    "amljob check wrong.amljob",
    "amljob check wrong.amljob --format json",
    "amljob check wrong.amljob --diff",
    "amljob build program.amljob -o out",
    "amljob build program.amljob connection.packages -o out-connection",
    "amljob plan program.amljob",
    "amljob eval program.amljob",
    "amljob eval program.amljob password",
    "amljob eval program.amljob 'private.docker'",
    "amljob eval program.amljob '\"${password}\"'",
    "amljob snapshot program.amljob",
    "amljob fmt --check program.amljob",
    "amljob graph program.amljob",
    "amljob run program.amljob show",
    "amljob runs --format json",
    "amljob show",
    "amljob show --format json",
    "amljob logs",
    "amljob doctor",
    "amljob check program.amljob --verbose",
};

// A secret used where text belongs: the refusals must not quote its value.
constexpr const char* kWrong = R"(secret password = env("REGISTRY_PASSWORD")
let shown = "the password is ${password}"
environment e { docker { base_image = password } }
job j {
  command     = "login ${password}"
  environment = e
  compute     = "serverless"
  environment_variables { PASSWORD = password }
}
)";

TEST(Secrets, are_in_no_output_and_no_file) {
  const harness::Scratch scratch;
  const fs::path work = scratch.path() / "work";
  harness::write_file(work / "program.amljob", kProgram);
  harness::write_file(work / "wrong.amljob", kWrong);
  harness::write_file(work / "config.json", R"({"subscription_id": "00000000-0000-0000-0000-000000000000",)"
                                            R"( "resource_group": "g", "workspace_name": "w"})");
  // The job does not print its own environment; a run must not hand secrets to it in the first place.
  harness::write_file(work / "src/show.py",
                      "import os\nprint(sorted(k for k in os.environ if 'AZUREML' in k))\n");
  harness::write_file(work / "token.txt", kMark);
  harness::Environment environment = harness::environment_in(scratch.path());
  environment["REGISTRY_PASSWORD"] = kMark;
  for (const char* command : kCommands) {
    const harness::Outcome outcome = harness::run_line(command, work, environment);
    EXPECT_EQ(outcome.out.find(kMark), std::string::npos) << command << "\n" << outcome.out;
    EXPECT_EQ(outcome.err.find(kMark), std::string::npos) << command << "\n" << outcome.err;
    EXPECT_LT(outcome.code, 128) << command << "\n" << outcome.err;
  }
  fs::remove(work / "token.txt");
  std::size_t files = 0;
  for (const auto& [path, text] : harness::files_below(scratch.path())) {
    ++files;
    EXPECT_EQ(text.find(kMark), std::string::npos) << path;
  }
  EXPECT_GT(files, 8U) << "the commands wrote nothing: the test looks at the wrong place";
}

// The test above can fail: a job that prints the variable is found.
TEST(Secrets, would_be_found) {
  const harness::Scratch scratch;
  harness::Environment environment = harness::environment_in(scratch.path());
  environment["REGISTRY_PASSWORD"] = kMark;
  const harness::Outcome outcome =
      harness::run_line("echo $REGISTRY_PASSWORD > file", scratch.path(), environment);
  EXPECT_EQ(outcome.code, 0);
  EXPECT_NE(harness::read_file(scratch.path() / "file").find(kMark), std::string::npos);
}

}  // namespace
