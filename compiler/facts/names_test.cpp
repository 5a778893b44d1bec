#include "facts/names.h"

#include <gtest/gtest.h>

namespace facts {
namespace {

std::string problem(NameOf of, std::string_view name) {
  const auto wrong = check_name(of, name);
  if (!wrong) return "";
  EXPECT_LE(wrong->end, name.size());
  return std::string(name.substr(wrong->begin, wrong->end - wrong->begin)) + ": " + wrong->what;
}

TEST(Names, what_the_service_takes) {
  for (const auto* name : {"gpu-cluster", "cpu1", "a-b", "gpu-cluster1", "GPU", "a-1b", "cpu-2x"}) {
    EXPECT_EQ(problem(NameOf::compute, name), "") << name;
  }
  EXPECT_EQ(problem(NameOf::asset, "x"), "");
  EXPECT_EQ(problem(NameOf::asset, std::string(255, 'a')), "");
  EXPECT_EQ(problem(NameOf::asset, "1_a-b"), "");
  EXPECT_EQ(problem(NameOf::workspace, "ml_ws-1"), "");
  EXPECT_EQ(problem(NameOf::endpoint, "my-endpoint"), "");
  EXPECT_EQ(problem(NameOf::step, "_fit_2"), "");
  EXPECT_EQ(problem(NameOf::io_key, "trainData_1"), "");
  EXPECT_EQ(problem(NameOf::pipeline_input, "group.member_1"), "");
  EXPECT_EQ(problem(NameOf::uuid, "00000000-aaaa-BBBB-1111-012345678901"), "");
}

TEST(Names, what_the_service_refuses) {
  EXPECT_EQ(problem(NameOf::compute, "gpu-cluster-1"),
            "-1: the name of a compute does not end with `-` and digits");
  EXPECT_EQ(problem(NameOf::compute, "1gpu"), "1: the name does not start with `1`");
  EXPECT_EQ(problem(NameOf::compute, "ab"), "ab: the name has 2 characters, and needs 3");
  EXPECT_EQ(problem(NameOf::compute, "a_b"), "_: `_` is not allowed in it");
  EXPECT_EQ(problem(NameOf::compute, std::string(25, 'a')),
            std::string(25, 'a') + ": the name has 25 characters, and may have 24");
  EXPECT_EQ(problem(NameOf::asset, ""), ": the name is empty");
  EXPECT_EQ(problem(NameOf::asset, "my env"), " : blank is not allowed in it");
  EXPECT_EQ(problem(NameOf::asset, "caf\xc3\xa9"), "\xc3\xa9: `\xc3\xa9` is not allowed in it");
  EXPECT_EQ(problem(NameOf::asset, "-x"), "-: the name does not start with `-`");
  EXPECT_EQ(problem(NameOf::asset, "a.b"), ".: `.` is not allowed in it");
  EXPECT_EQ(problem(NameOf::asset, std::string(256, 'a')),
            std::string(256, 'a') + ": the name has 256 characters, and may have 255");
  EXPECT_EQ(problem(NameOf::endpoint, "end-"), "-: the name does not end with `-`");
  EXPECT_EQ(problem(NameOf::step, "Fit"), "F: `F` is not allowed in it");
  EXPECT_EQ(problem(NameOf::step, "a-b"), "-: `-` is not allowed in it");
  EXPECT_EQ(problem(NameOf::io_key, "9x"), "9: the name does not start with `9`");
  EXPECT_EQ(problem(NameOf::pipeline_input, "a..b"), ".: a group starts with a letter or `_`");
  EXPECT_EQ(problem(NameOf::pipeline_input, "a."), ".: a group starts with a letter or `_`");
  EXPECT_EQ(problem(NameOf::uuid, "0000-1"), "0000-1: the name has 6 characters, and needs 36");
}

TEST(Names, are_mended_where_the_result_is_a_name) {
  EXPECT_EQ(mended_name(NameOf::compute, "gpu-cluster-1"), "gpu-cluster1");
  EXPECT_EQ(mended_name(NameOf::compute, "gpu_cluster"), "gpu-cluster");
  EXPECT_EQ(mended_name(NameOf::compute, "ab"), "");
  EXPECT_EQ(mended_name(NameOf::compute, "0"), "");
  EXPECT_EQ(mended_name(NameOf::io_key, "train-data"), "train_data");
  EXPECT_EQ(mended_name(NameOf::step, "Fit-All"), "fit_all");
  EXPECT_EQ(mended_name(NameOf::asset, "my env.v2"), "my-env-v2");
  EXPECT_EQ(mended_name(NameOf::asset, "fine"), "");
}

TEST(Names, reserved_ones) {
  EXPECT_EQ(reserved_environment_prefix("AzureML-sklearn").prefix, "AzureML");
  EXPECT_TRUE(reserved_environment_prefix("Microsoft-x").exact);
  EXPECT_EQ(reserved_environment_prefix("azureml-x").prefix, "AzureML");
  EXPECT_FALSE(reserved_environment_prefix("azureml-x").exact);
  EXPECT_EQ(reserved_environment_prefix("my-azureml").prefix, "");
  EXPECT_TRUE(is_reserved_output("Default"));
  EXPECT_FALSE(is_reserved_output("defaults"));
}

TEST(Names, shared_memory_sizes) {
  EXPECT_FALSE(check_shm_size("2g"));
  EXPECT_FALSE(check_shm_size("512M"));
  EXPECT_EQ(check_shm_size("2gb")->what, "the unit is one letter: `b`, `k`, `m` or `g`");
  EXPECT_EQ(check_shm_size("2gb")->begin, 1U);
  EXPECT_TRUE(check_shm_size("2"));
  EXPECT_TRUE(check_shm_size("0g"));
  EXPECT_TRUE(check_shm_size("g"));
  EXPECT_TRUE(is_not_blank("- x"));
  EXPECT_FALSE(is_not_blank("-/."));
}

}  // namespace
}  // namespace facts
