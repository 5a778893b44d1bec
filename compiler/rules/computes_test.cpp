#include <gtest/gtest.h>

#include "rules/findings_for_tests.h"

namespace rules {
namespace {

using Lines = std::vector<std::string>;

const std::string kEnvironment =
    "environment e { docker { base_image = "
    "\"mcr.microsoft.com/azureml/openmpi4.1.0-ubuntu22.04:20250601.v1\" } }\n";

std::string on(const std::string& compute, const std::string& fields) {
  return kEnvironment + "compute cpu { " + compute +
         " }\njob j {\n  environment = e\n  compute = cpu\n  command = \"env\"\n  " + fields + "\n}\n";
}

TEST(VmSizes, gone_going_and_unknown) {
  const Findings found = findings("compute cpu { size = \"STANDARD_NC6\" }");
  EXPECT_EQ(found.all(), Lines{"retired-vm-size \"STANDARD_NC6\""});
  const base::Diagnostic& one = found.diagnostics.all()[0];
  EXPECT_EQ(one.message, "VM size `STANDARD_NC6` is known to be retired");
  EXPECT_NE(one.help.find("since 2023-08-31, by the table of 2026-11-23; closest current size `"),
            std::string::npos)
      << one.help;
  EXPECT_EQ(findings("compute cpu { size = \"STANDARD_NC6\" }", {}, {2020, 1, 1}).count("retired-vm-size"),
            0U);
  const Findings near = findings("compute cpu { size = \"Standard_NC4as_T4_v\" }");
  EXPECT_EQ(near.all(), Lines{"unknown-vm-size \"Standard_NC4as_T4_v\""});
  EXPECT_EQ(near.diagnostics.all()[0].label, "did you mean `Standard_NC4as_T4_v3`?");
  EXPECT_EQ(findings("compute cpu { description = \"x\" }").all(), Lines{});
}

TEST(Instances, numbers_that_do_not_fit) {
  EXPECT_EQ(findings("compute cpu { min_instances = 5  max_instances = 4 }").all(), Lines{"min-over-max 5"});
  EXPECT_EQ(findings("compute cpu { min_instances = 5 }").all(), Lines{"min-over-max 5"});
  EXPECT_EQ(findings("compute cpu { max_instances = 0 }").all(), Lines{"no-nodes 0"});
  EXPECT_EQ(findings("compute cpu { max_instances = 150 }").all(), Lines{"many-nodes 150"});
  EXPECT_EQ(findings("compute cpu { min_instances = 1  max_instances = 4 }").all(),
            Lines{"nodes-always-on 1"});
  EXPECT_EQ(findings(on("max_instances = 2",
                        "resources { instance_count = 4 }  distribution { type = \"pytorch\" }"))
                .all(),
            Lines{"more-nodes-than-cluster 4"});
}

TEST(Distribution, counts) {
  const std::string gpus = "size = \"Standard_NC64as_T4_v3\"";
  EXPECT_EQ(findings(on("max_instances = 2", "resources { instance_count = 2 }")).all(),
            Lines{"no-distribution 2"});
  EXPECT_EQ(findings(on(gpus, "distribution { type = \"pytorch\"  process_count_per_instance = 8 }")).all(),
            Lines{"more-processes-than-gpus 8"});
  EXPECT_EQ(findings(on(gpus, "distribution { type = \"pytorch\" }")).all(), Lines{"idle-gpus \"pytorch\""});
  EXPECT_EQ(findings(on(gpus, "distribution { type = \"mpi\" }")).all(), Lines{});
  EXPECT_EQ(findings(on(gpus, "distribution { type = \"pytorch\"  process_count_per_instance = 4 }")).all(),
            Lines{});
  EXPECT_EQ(findings(on("max_instances = 2",
                        "resources { instance_count = 2 }  distribution { type = \"tensorflow\"  "
                        "worker_count = 2  parameter_server_count = 1 }"))
                .all(),
            Lines{"worker-count 2"});
}

TEST(ComputeOfJob, settings_that_say_nothing) {
  EXPECT_EQ(findings(on("max_instances = 1", "resources { instance_type = \"Standard_D4s_v3\" }")).all(),
            Lines{"unused-instance-type instance_type"});
  EXPECT_EQ(findings(on("max_instances = 1", "queue_settings { job_tier = \"spot\" }")).all(),
            Lines{"unused-queue-settings queue_settings"});
  EXPECT_EQ(findings(on("tier = \"low_priority\"", "")).all(), Lines{"nodes-taken-away cpu"});
  EXPECT_EQ(findings(kEnvironment + "job j { environment = e  compute = \"serverless\"  command = \"env\"  "
                                    "identity { type = \"managed\" } }")
                .all(),
            Lines{"serverless-identity \"managed\""});
}

}  // namespace
}  // namespace rules
