#include "ir/identity.h"

#include <gtest/gtest.h>

#include <regex>

namespace ir {
namespace {

constexpr const char* kImage = "mcr.microsoft.com/azureml/openmpi4.1.0-ubuntu20.04";
constexpr const char* kConda =
    "channels:\n- conda-forge\ndependencies:\n- python=3.10\n- pip:\n  - numpy==1.26.4\nname: e\n";
constexpr const char* kContext = "439d91b5f58580d5f9bf822253233206";

// Values recorded from azure-ai-ml 1.4.0.
TEST(Identity, anonymous_environments_have_the_clients_versions) {
  EXPECT_EQ(version_of({kImage, "", "", {}}), "60557a1b0a854bbe243f996cc0a2c340");
  EXPECT_EQ(version_of({kImage, kConda, "", {}}), "2a199ad461138c8249b18ebe6bdd01b8");
  EXPECT_EQ(version_of({"", "", kContext, {}}), "8dc0287b0fa48a66779e6e6f392de6d2");
  EXPECT_EQ(version_of({"", "", kContext, "Dockerfile"}), "d5a4de8f7e936982901f10b928624b79");
  const std::string latest = "mcr.microsoft.com/azureml/openmpi4.1.0-ubuntu22.04:latest";
  EXPECT_EQ(version_of({latest, "", "", {}}), "071c7872ccd87e520d5d93332fc037f0");
  EXPECT_EQ(version_of({latest, kConda, "", {}}), "e58e832b227d60bd713e9cd9327b5c2b");
}

TEST(Identity, code_names_are_uuids_of_folder_and_content) {
  const std::string name = code_name("src", "b876409bf77c8c8b769f4451cec7b1a7", "b3913687");
  const std::regex uuid("[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
  EXPECT_TRUE(std::regex_match(name, uuid)) << name;
  EXPECT_EQ(name, code_name("src", "b876409bf77c8c8b769f4451cec7b1a7", "b3913687"));
  EXPECT_NE(name, code_name("lib", "b876409bf77c8c8b769f4451cec7b1a7", "b3913687"));
  EXPECT_NE(name, code_name("src", "b876409bf77c8c8b769f4451cec7b1a8", "b3913687"));
}

TEST(Identity, conda_prefix_hangs_on_the_text_alone) {
  EXPECT_EQ(conda_prefix("a").size(), std::string("/azureml-envs/azureml_").size() + 32);
  EXPECT_EQ(conda_prefix("a"), conda_prefix("a"));
  EXPECT_NE(conda_prefix("a"), conda_prefix("b"));
}

TEST(Identity, connections_are_named_after_the_address) {
  EXPECT_EQ(connection_name("myregistry.azurecr.io"), "myregistry-azurecr-io");
  EXPECT_EQ(connection_name("localhost:5000"), "localhost-5000");
  const std::string name = connection_name("a-very-long-registry-name-of-a-team.azurecr.io");
  EXPECT_EQ(name.size(), 33u);
  EXPECT_NE(name, connection_name("a-very-long-registry-name-of-a-town.azurecr.io"));
}

}  // namespace
}  // namespace ir
