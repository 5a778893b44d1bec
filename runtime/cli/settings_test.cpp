#include "runtime/cli/settings.h"

#include <gtest/gtest.h>

namespace cli {
namespace {

std::string refusal(std::string_view text) {
  const auto settings = parse_settings(text, "amljob.toml", "/p");
  return settings ? "accepted" : settings.error();
}

TEST(Settings, empty_file_sets_nothing) {
  const auto settings = parse_settings("# nothing\n", "amljob.toml", "/p");
  ASSERT_TRUE(settings);
  EXPECT_TRUE(settings->levels.empty());
  EXPECT_FALSE(settings->excludes("/p/a.amljob"));
}

TEST(Settings, levels_are_in_the_order_of_the_text) {
  const auto settings = parse_settings(
      "[check.severities]\nunused-name = \"error\"\n\"tests/**\" = { unused-name = \"off\" }\n",
      "amljob.toml", "/p");
  ASSERT_TRUE(settings) << settings.error();
  ASSERT_EQ(settings->levels.size(), 2U);
  EXPECT_FALSE(settings->levels[0].glob);
  EXPECT_EQ(settings->levels[0].level, Level::error);
  EXPECT_TRUE(settings->levels[1].glob);
  EXPECT_EQ(settings->levels[1].level, Level::off);
}

TEST(Settings, excludes_folders_and_files_and_takes_them_back) {
  const auto settings = parse_settings(
      "[check]\nexclude = [\"vendor/\", \"*.gen.amljob\", \"!keep.gen.amljob\"]\n", "amljob.toml", "/p");
  ASSERT_TRUE(settings) << settings.error();
  EXPECT_TRUE(settings->excludes("/p/vendor/a.amljob"));
  EXPECT_TRUE(settings->excludes("/p/a/b.gen.amljob"));
  EXPECT_FALSE(settings->excludes("/p/keep.gen.amljob"));
  EXPECT_FALSE(settings->excludes("/p/a.amljob"));
}

TEST(Settings, mistakes_have_a_place) {
  EXPECT_EQ(refusal("[chekc]\n"), "amljob.toml:1:2: no setting `chekc`; did you mean `check`?");
  EXPECT_EQ(refusal("[check]\nseveritys = 1\n"),
            "amljob.toml:2:1: no setting `severitys` in `[check]`; did you mean `severities`?");
  EXPECT_EQ(refusal("[check.severities]\nunused-nam = \"off\"\n"),
            "amljob.toml:2:1: no diagnostic `unused-nam`; did you mean `unused-name`?");
  EXPECT_EQ(refusal("[check.severities]\nunknown-field = \"warning\"\n"),
            "amljob.toml:2:1: `unknown-field` is certainly an error and cannot be lowered");
  EXPECT_EQ(refusal("[check.severities]\nunused-name = \"loud\"\n"),
            "amljob.toml:2:1: a level is error, warning, hint or off, not `loud`");
  EXPECT_EQ(refusal("[check]\nexclude = \"x\"\n"), "amljob.toml:2:11: `exclude` takes a list of patterns");
  EXPECT_EQ(refusal("[build]\napi-version = 2\n"), "amljob.toml:2:15: `api-version` takes a string");
  EXPECT_TRUE(refusal("[check\n").starts_with("amljob.toml:1:")) << refusal("[check\n");
}

TEST(Settings, defaults_of_build_are_options) {
  const auto settings = parse_settings("[build]\nlocation = \"westeurope\"\n", "amljob.toml", "/p");
  ASSERT_TRUE(settings);
  EXPECT_EQ(settings->build.at("--location"), "westeurope");
}

}  // namespace
}  // namespace cli
