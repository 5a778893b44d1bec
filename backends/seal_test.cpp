// Where a program goes, and what keeps it from being sealed.
#include <gtest/gtest.h>

#include "backends/built_program.h"
#include "ir/describe.h"
#include "ir/local.h"

namespace backends {
namespace {

constexpr const char* kCompute = "compute cpu { size = \"Standard_DS3_v2\" }\n";

std::string findings_of(Program program) { return build(std::move(program)).findings(); }

base::MemoryFiles config(std::string text) {
  base::MemoryFiles files;
  files.add("config.json", std::move(text));
  return files;
}

const std::string kWithConfig = std::string("workspace { config = \"config.json\" }\n") + kCompute;

TEST(Seal, the_config_says_where_it_goes) {
  const Built built =
      build({kWithConfig, config(R"({"subscription_id":"S","resource_group":"G","workspace_name":"N"})")});
  ASSERT_TRUE(built.plan) << built.findings();
  EXPECT_EQ(built.plan->home().id,
            "/subscriptions/S/resourceGroups/G/providers/Microsoft.MachineLearningServices/workspaces/N");
  EXPECT_NE(built.text("manifest.json").find("config.json"), std::string::npos);
}

TEST(Seal, what_is_wrong_with_the_config_is_said) {
  EXPECT_NE(findings_of({kWithConfig, config("{ \"subscription_id\": ")}).find("config-not-json"),
            std::string::npos);
  const std::string lacks = findings_of({kWithConfig, config(R"({"subscription_id":"S"})")});
  EXPECT_NE(lacks.find("`config.json` lacks `resource_group` and `workspace_name`"), std::string::npos)
      << lacks;
  EXPECT_NE(findings_of({kWithConfig, config("[]")}).find("config-incomplete"), std::string::npos);
}

TEST(Seal, without_a_workspace_it_is_an_error_where_one_is_needed) {
  Program program{kCompute};
  program.text += "# workspace {\n";
  EXPECT_NE(findings_of(program).find("no-workspace"), std::string::npos);
  program.settings.need_workspace = false;
  const Built built = build(program);
  ASSERT_TRUE(built.plan) << built.findings();
  EXPECT_FALSE(built.plan->home().known);
}

TEST(Seal, the_command_line_wins_with_a_warning) {
  Program program{kWithConfig,
                  config(R"({"subscription_id":"S","resource_group":"G","workspace_name":"N"})")};
  program.settings.workspace_id = kWorkspace;
  const Built built = build(program);
  ASSERT_TRUE(built.plan) << built.findings();
  EXPECT_EQ(built.plan->home().id, kWorkspace);
  ASSERT_FALSE(built.diagnostics.all().empty());
  EXPECT_EQ(built.diagnostics.all().back().info->name, "workspace-overridden");
}

TEST(Seal, a_field_newer_than_the_version_is_named_with_its_first_one) {
  Program program{R"aml(
job j { command = "true"  compute = "serverless"  environment = "azureml:e:1"
  queue_settings { job_tier = "spot" } })aml"};
  program.settings.api_version = "2022-10-01";
  const std::string found = findings_of(program);
  EXPECT_NE(found.find("the service has `queue_settings` since 2024-04-01, and this is for 2022-10-01"),
            std::string::npos)
      << found;
  program.settings.api_version = "2024-04-01";
  EXPECT_EQ(findings_of(program), "");
}

TEST(Seal, plain_words_say_what_runs_and_what_it_costs) {
  base::MemoryFiles files;
  files.add("src/train.py", "print(1)\n");
  files.add("src/big.log", "x");
  files.add("src/.amlignore", "*.log\n");
  const Built built = build({R"aml(
environment e { docker { base_image = "ubuntu:22.04" } }
compute cpu { size = "Standard_NC4as_T4_v3"  idle_time_before_scale_down = 10m }
job train { experiment_name = "x"  code = "src"  command = "python train.py ${inputs.n}"
  environment = e  compute = cpu
  inputs { n: integer = 5 } })aml",
                             files});
  ASSERT_TRUE(built.plan) << built.findings();
  const std::string words = ir::in_plain_words(*built.plan);
  for (const char* part :
       {"environment e\n  image      ubuntu:22.04\n  python     `python` on the PATH of the image, as it is",
        "  nodes      created if absent: 0–4 × Standard_NC4as_T4_v3 (4 vCPU, 28 GB, 1× T4",
        "off after 10 min\n             idle",
        "job train  (experiment x)\n  runs       python train.py ${{inputs.n}}\n",
        "1 left out by .amlignore (1 byte)", "  inputs     n = 5\n",
        "  costs      1 node of cpu while it runs\n",
        "4 requests: 1 code, 1 environment, 1 compute, 1 job.\n"}) {
    EXPECT_NE(words.find(part), std::string::npos) << part << "\n---\n" << words;
  }
  EXPECT_TRUE(nlohmann::json::accept(ir::described_as_json(*built.plan)));
}

TEST(Seal, a_local_run_gets_values) {
  base::MemoryFiles files;
  files.add("src/train.py", "print(1)\n");
  files.add("pets/cat.jpg", "cat");
  const Built built = build({R"aml(
environment e { docker { base_image = "ubuntu:22.04" }  environment_variables { A = "1"  B = "2" } }
data pets { path = "pets" }
job train { code = "src"  script = "train.py"  arguments = ["--n", inputs.n]
  environment = e  compute = "local"
  environment_variables { B = "3" }
  inputs { n: number = 2  data: uri_folder = pets }
  outputs { model: uri_folder }
  limits { timeout = 90s } })aml",
                             files});
  ASSERT_TRUE(built.plan) << built.findings();
  const ir::LocalJob job = ir::local_job(*built.plan, *built.model->find("job", "train"));
  EXPECT_EQ(ir::service_text(job.command), "python train.py --n ${{inputs.n}}");
  ASSERT_EQ(job.inputs.size(), 2u);
  EXPECT_EQ(job.inputs[1].value, "pets");
  EXPECT_EQ(job.outputs.at(0).name, "model");
  EXPECT_EQ(job.code, "src");
  EXPECT_EQ(job.time_limit_ms, 90000);
  ASSERT_EQ(job.variables.size(), 2u);
  EXPECT_EQ(ir::service_text(job.variables[1].second), "3");
}

}  // namespace
}  // namespace backends
