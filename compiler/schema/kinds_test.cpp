#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "schema/kind.h"
#include "schema/well_formed.h"

namespace schema {
namespace {

const Block* inside(const Type& type) {
  if (type.shape == Shape::block) return type.block;
  return type.of != nullptr ? inside(*type.of) : nullptr;
}

// Fields that are sent and whose place in the body no row says, as KIND.FIELD….
void collect_hooks(const Block& block, const std::string& at, std::vector<std::string>& found) {
  for (const auto& field : block.fields) {
    const auto path = at + "." + std::string{field.name};
    if (field.rest.empty()) {
      if (field.name != "name" && field.name != "version") found.push_back(path);
    } else if (const auto* inner = inside(field.type)) {
      collect_hooks(*inner, path, found);
    }
  }
}

// What the rest backend has code for. The list may only shrink.
TEST(Kinds, fields_that_rows_do_not_place) {
  std::vector<std::string> found;
  for (const auto* kind : kinds()) collect_hooks(kind->body, std::string{kind->name}, found);
  const std::vector<std::string> expected = {
      "workspace.config",
      "workspace.subscription_id",
      "workspace.resource_group",  // the address, not the body
      "workspace.identity.user_assigned_identities",
      "registry.config",
      "registry.subscription_id",
      "registry.resource_group",
      "registry.replication_locations",
      "environment.docker",
      "environment.python",
      "environment.environment_variables",
      "compute.network_settings",
      "compute.identity.user_assigned_identities",
      "job.script",
      "job.arguments",
      "job.code",
  };
  EXPECT_EQ(found, expected);
}

TEST(Kinds, are_found_by_name) {
  for (const auto* kind : kinds()) EXPECT_EQ(find_kind(kind->name), kind);
  EXPECT_EQ(find_kind("pipeline"), nullptr);
  EXPECT_EQ(find_kind(""), nullptr);
}

TEST(Kinds, are_here_or_later) {
  for (const auto& later : later_kinds()) EXPECT_EQ(find_kind(later), nullptr) << later;
  EXPECT_EQ(kinds().size() + later_kinds().size(), 19u);
}

TEST(Kinds, a_row_of_two_goes_by_the_discriminator) {
  const auto& compute = find_kind("compute")->body;
  const auto* cluster = compute.find("ssh_settings", "amlcompute");
  const auto* instance = compute.find("ssh_settings", "computeinstance");
  ASSERT_TRUE(cluster && instance);
  EXPECT_NE(cluster, instance);
  EXPECT_EQ(compute.find("ssh_settings"), cluster);
  EXPECT_EQ(compute.find("ssh_settings", "kubernetes"), nullptr);
  EXPECT_EQ(compute.find("description", "kubernetes"), compute.find("description"));
}

TEST(Kinds, a_flaw_is_found) {
  static constexpr Field two[] = {{.name = "size", .type = {}, .doc = "One."},
                                  {.name = "size", .type = {}, .doc = "Two."}};
  EXPECT_EQ(flaw_of(Block{.name = "b", .doc = "A block.", .fields = two}), "two rows of a name");
  static constexpr Field undocumented[] = {{.name = "size", .type = {}, .doc = "no sentence"}};
  EXPECT_EQ(flaw_of(Block{.name = "b", .doc = "A block.", .fields = undocumented}),
            "a doc that is no sentence");
  static constexpr std::string_view older[] = {"count"};
  static constexpr Field clash[] = {{.name = "size", .type = {}, .doc = "One.", .was = older},
                                    {.name = "count", .type = {}, .doc = "Two."}};
  EXPECT_EQ(flaw_of(Block{.name = "b", .doc = "A block.", .fields = clash}),
            "an older name that is a present one");
  static constexpr Field astray[] = {{.name = "size", .type = {}, .doc = "One.", .rest = "a..b"}};
  EXPECT_EQ(flaw_of(Block{.name = "b", .doc = "A block.", .fields = astray}), "no path of a body");
  static constexpr Field empty_range[] = {
      {.name = "size", .type = {.shape = Shape::integer, .min = 2, .max = 1}, .doc = "One."}};
  EXPECT_EQ(flaw_of(Block{.name = "b", .doc = "A block.", .fields = empty_range}), "an empty range");
}

TEST(Ports, modes_are_words_of_the_options) {
  const auto holds = [](const Block& options, std::string_view mode) {
    const auto words = options.find("mode")->type.words;
    return std::ranges::find(words, mode, &Word::name) != words.end();
  };
  for (const auto& type : port_types()) {
    EXPECT_EQ(find_port_type(type.name), &type);
    for (const auto& mode : type.input_modes) EXPECT_TRUE(holds(input_options(), mode)) << mode;
    for (const auto& mode : type.output_modes) EXPECT_TRUE(holds(output_options(), mode)) << mode;
    EXPECT_EQ(type.literal, type.input_modes.empty());
  }
  EXPECT_EQ(find_port_type("path"), nullptr);
}

}  // namespace
}  // namespace schema
