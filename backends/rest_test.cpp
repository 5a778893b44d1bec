#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "backends/built_program.h"
#include "backends/rest_hooks.h"

namespace backends {
namespace {

using nlohmann::ordered_json;

constexpr const char* kJob = R"aml(
secret pull = env("PULL_PASSWORD")
environment img {
  docker {
    base_image = "pets.azurecr.io/vision/fastai:2.7.13"
    base_image_registry { address = "pets.azurecr.io"  username = "puller"  password = pull }
  }
  environment_variables { OMP = "1"  MODE = "env" }
}
compute gpu { size = "Standard_NC4as_T4_v3"  idle_time_before_scale_down = 10m  tier = "low_priority" }
data pets { type = "uri_folder"  path = "pets" }
## Trains.
job train {
  experiment_name = "e"
  code = "src"
  script = "train it.py"
  arguments = ["--epochs", inputs.epochs, "--lr=${inputs.lr}", "a b", "--flag", inputs.flag, "--out",
               outputs.model]
  environment = img
  compute = gpu
  environment_variables { MODE = "job" }
  inputs {
    epochs: integer = 5
    lr: number = 0.00001
    flag: boolean = true
    text: string = "x y"
    pets: uri_folder = pets { mode = "download" }
    file: uri_file = "table.csv"
    asset: uri_folder = "azureml:other@latest"
    web: uri_file = "https://example.com/a.csv"
  }
  outputs { model: custom_model }
  limits { timeout = 1h30m }
  resources { instance_count = 2  shm_size = 4gb }
}
)aml";

base::MemoryFiles job_files() {
  base::MemoryFiles files;
  files.add("src/train it.py", "print(1)\n");
  files.add("pets/cat.jpg", "cat");
  files.add("table.csv", "a\n1\n");
  return files;
}

TEST(Rest, a_job_goes_with_all_that_it_needs_in_order) {
  const Built built = build({kJob, job_files()});
  ASSERT_TRUE(built.plan) << built.findings();
  EXPECT_EQ(built.requests(),
            (std::vector<std::string>{"001-connection-pets-azurecr-io", "002-code-src", "003-environment-img",
                                      "004-data-pets", "005-compute-gpu", "006-job-train"}));
  const ordered_json job = built.request("006-job-train");
  EXPECT_EQ(job["needs"],
            ordered_json({"002-code-src", "003-environment-img", "004-data-pets", "005-compute-gpu"}));
  EXPECT_EQ(job["method"], "PUT");
  EXPECT_EQ(job["url"],
            "https://management.azure.com" + std::string(kWorkspace) + "/jobs/train?api-version=2026-05-01");
  EXPECT_EQ(built.request("003-environment-img")["needs"], ordered_json({"001-connection-pets-azurecr-io"}));
}

TEST(Rest, words_are_quoted_and_what_the_run_knows_is_not) {
  const Built built = build({kJob, job_files()});
  ASSERT_TRUE(built.plan) << built.findings();
  const ordered_json properties = built.request("006-job-train")["body"]["properties"];
  EXPECT_EQ(
      properties["command"],
      "python 'train it.py' --epochs ${{inputs.epochs}} --lr=${{inputs.lr}} 'a b' --flag ${{inputs.flag}} "
      "--out ${{outputs.model}}");
  EXPECT_EQ(properties["environmentVariables"], ordered_json({{"OMP", "1"}, {"MODE", "job"}}));
  EXPECT_EQ(properties["description"], "Trains.");
  EXPECT_EQ(properties["displayName"], "train");
  EXPECT_EQ(properties["limits"], ordered_json({{"timeout", "PT1H30M"}, {"jobLimitsType", "Command"}}));
  EXPECT_EQ(properties["resources"]["shmSize"], "4g");
  EXPECT_EQ(properties["jobType"], "Command");
}

TEST(Rest, inputs_are_as_the_client_sends_them) {
  const Built built = build({kJob, job_files()});
  ASSERT_TRUE(built.plan) << built.findings();
  const ordered_json inputs = built.request("006-job-train")["body"]["properties"]["inputs"];
  EXPECT_EQ(inputs["epochs"], ordered_json({{"jobInputType", "literal"}, {"value", "5"}}));
  EXPECT_EQ(inputs["lr"]["value"], "1e-05");
  EXPECT_EQ(inputs["flag"]["value"], "True");
  EXPECT_EQ(inputs["text"]["value"], "x y");
  EXPECT_EQ(inputs["pets"]["uri"], std::string(kWorkspace) + "/data/pets/versions/1");
  EXPECT_EQ(inputs["pets"]["mode"], "Download");
  EXPECT_EQ(inputs["asset"]["uri"], "azureml:other@latest");
  EXPECT_EQ(inputs["web"]["uri"], "https://example.com/a.csv");
  const std::string file = inputs["file"]["uri"];
  EXPECT_TRUE(file.starts_with("azureml://datastores/workspaceblobstore/paths/LocalUpload/")) << file;
  EXPECT_TRUE(file.ends_with("/table.csv")) << file;
}

TEST(Rest, labels_are_resolved_where_it_is_said_how) {
  ir::Settings settings;
  settings.label_version = "7";
  const Built built = build({kJob, job_files(), settings});
  ASSERT_TRUE(built.plan) << built.findings();
  EXPECT_EQ(built.request("006-job-train")["body"]["properties"]["inputs"]["asset"]["uri"],
            std::string(kWorkspace) + "/data/other/versions/7");
}

TEST(Rest, code_and_environment_and_login_have_the_clients_bodies) {
  ir::Settings settings;
  settings.storage_account = "acct", settings.storage_container = "box", settings.location = "eastus";
  const Built built = build({kJob, job_files(), settings});
  ASSERT_TRUE(built.plan) << built.findings();
  const ordered_json code = built.request("002-code-src")["body"]["properties"];
  EXPECT_TRUE(
      code["codeUri"].get<std::string>().starts_with("https://acct.blob.core.windows.net/box/LocalUpload/"));
  EXPECT_TRUE(code["codeUri"].get<std::string>().ends_with("/src"));
  EXPECT_EQ(code["properties"]["hash_version"], "202208");
  EXPECT_EQ(code["isAnonymous"], true);
  const ordered_json login = built.request("001-connection-pets-azurecr-io")["body"]["properties"];
  EXPECT_EQ(login, ordered_json::parse(R"({"category":"ContainerRegistry","target":"pets.azurecr.io",
      "authType":"UsernamePassword","credentials":{"username":"puller","password":"<secret:pull>"}})"));
  EXPECT_EQ(built.request("003-environment-img")["body"]["properties"]["image"],
            "pets.azurecr.io/vision/fastai:2.7.13");
  EXPECT_EQ(built.request("004-data-pets")["body"]["properties"]["dataType"], "uri_folder");
}

TEST(Rest, a_cluster_has_what_the_client_sends) {
  ir::Settings settings;
  settings.location = "eastus";
  const Built built = build({kJob, job_files(), settings});
  ASSERT_TRUE(built.plan) << built.findings();
  const ordered_json expected =
      ordered_json::parse(R"({"location":"eastus","properties":{"computeType":"AmlCompute",
    "properties":{"osType":"Linux","vmSize":"Standard_NC4as_T4_v3","vmPriority":"LowPriority",
    "remoteLoginPortPublicAccess":"NotSpecified","enableNodePublicIp":true,
    "scaleSettings":{"minNodeCount":0,"maxNodeCount":4,"nodeIdleTimeBeforeScaleDown":"PT10M"}}}})");
  // Compared without order.
  EXPECT_EQ(nlohmann::json::parse(built.request("005-compute-gpu")["body"].dump()),
            nlohmann::json::parse(expected.dump()));
}

TEST(Rest, raw_is_merged_last) {
  const Built built = build({R"aml(
compute cpu {
  size = "Standard_DS3_v2"
  raw { properties { osType = none  isolatedNetwork = true  propertyBag { a = [1, "b"] } } }
})aml"});
  ASSERT_TRUE(built.plan) << built.findings();
  const ordered_json properties = built.request("001-compute-cpu")["body"]["properties"]["properties"];
  EXPECT_FALSE(properties.contains("osType"));
  EXPECT_EQ(properties["isolatedNetwork"], true);
  EXPECT_EQ(properties["propertyBag"], ordered_json::parse(R"({"a":[1,"b"]})"));
}

TEST(Rest, raw_without_a_place_is_an_error) {
  const std::string found =
      build({R"aml(environment e { docker { base_image = "ubuntu:22.04"  raw { x = 1 } } })aml"}).findings();
  EXPECT_NE(found.find("`raw` in `docker` has no place in the request"), std::string::npos) << found;
}

TEST(Rest, equal_environments_without_a_name_are_sent_once) {
  const Built built = build({R"aml(
job a { command = "true"  compute = "serverless"  environment { docker { base_image = "ubuntu:22.04" } } }
job b { command = "true"  compute = "serverless"  environment { docker { base_image = "ubuntu:22.04" } } }
)aml"});
  ASSERT_TRUE(built.plan) << built.findings();
  EXPECT_EQ(built.requests(), (std::vector<std::string>{"001-environment-CliV2AnonymousEnvironment",
                                                        "002-job-a", "003-job-b"}));
  EXPECT_EQ(built.request("002-job-a")["body"]["properties"]["environmentId"],
            built.request("003-job-b")["body"]["properties"]["environmentId"]);
  EXPECT_EQ(built.request("003-job-b")["needs"], ordered_json({"001-environment-CliV2AnonymousEnvironment"}));
}

TEST(Rest, one_registry_has_one_login) {
  const std::string found = build({R"aml(
secret one = env("A")
secret two = env("B")
environment a { docker { base_image = "r.azurecr.io/x:1"
  base_image_registry { address = "r.azurecr.io"  username = "u"  password = one } } }
environment b { docker { base_image = "r.azurecr.io/x:1"
  base_image_registry { address = "r.azurecr.io"  username = "u"  password = two } } }
)aml"})
                                .findings();
  EXPECT_NE(found.find("two different logins to `r.azurecr.io`"), std::string::npos) << found;
}

TEST(Rest, an_environment_in_a_job_has_the_clients_name_and_version) {
  const Built built = build({R"aml(
job j {
  command = "python a.py"
  compute = "serverless"
  environment { docker { base_image = "mcr.microsoft.com/azureml/openmpi4.1.0-ubuntu20.04" } }
})aml"});
  ASSERT_TRUE(built.plan) << built.findings();
  EXPECT_EQ(built.requests().back(), "002-job-j");
  const ordered_json job = built.request("002-job-j")["body"]["properties"];
  EXPECT_EQ(job["environmentId"], std::string(kWorkspace) +
                                      "/environments/CliV2AnonymousEnvironment/versions/"
                                      "60557a1b0a854bbe243f996cc0a2c340");
  EXPECT_FALSE(job.contains("computeId"));
  EXPECT_EQ(built.request("001-environment-CliV2AnonymousEnvironment")["body"]["properties"]["isAnonymous"],
            true);
  EXPECT_NE(built.find("environments/j-environment/Dockerfile"), nullptr);
}

TEST(Rest, hooks_become_no_more) {
  EXPECT_LE(kind_hooks().size(), 5u);
  EXPECT_LE(field_hooks().size(), 3u);
}

}  // namespace
}  // namespace backends
