#include "ir/api.h"

#include <gtest/gtest.h>

#include "ir/plan.h"

namespace ir {
namespace {

TEST(Api, a_version_has_what_the_newest_known_one_before_it_has) {
  EXPECT_EQ(api_of("2022-10-01"), schema::Api::first);
  EXPECT_EQ(api_of("2022-10-01-preview"), schema::Api::first);
  EXPECT_EQ(api_of("2022-05-01"), schema::Api::first);
  EXPECT_EQ(api_of("2023-06-01-preview"), schema::Api::v2023_04_01);
  EXPECT_EQ(api_of("2024-10-01"), schema::Api::v2024_04_01);
  EXPECT_EQ(api_of("2026-05-01"), schema::Api::v2026_05_01);
  EXPECT_EQ(api_of("2026-03-15-preview"), schema::Api::preview_2026_03_15);
}

TEST(Api, first_versions_have_names) {
  EXPECT_EQ(first_with(schema::Api::v2024_04_01), "2024-04-01");
  EXPECT_EQ(first_with(schema::Api::preview_2026_03_15), "2026-03-15-preview");
}

TEST(Api, texts_of_versions_are_told_from_others) {
  EXPECT_TRUE(is_api_version("2026-05-01"));
  EXPECT_TRUE(is_api_version("2022-10-01-preview"));
  EXPECT_FALSE(is_api_version("2026-13-01"));
  EXPECT_FALSE(is_api_version("latest"));
}

TEST(Api, ids_of_workspaces_are_told_from_others) {
  EXPECT_TRUE(is_workspace_id(
      "/subscriptions/s/resourceGroups/g/providers/Microsoft.MachineLearningServices/workspaces/w"));
  EXPECT_TRUE(is_workspace_id(
      "/subscriptions/s/resourcegroups/g/providers/microsoft.machinelearningservices/workspaces/w/"));
  EXPECT_FALSE(is_workspace_id("/subscriptions/s/resourceGroups/g"));
  EXPECT_FALSE(is_workspace_id("w"));
}

}  // namespace
}  // namespace ir
