#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>

#include "rules/rule.h"

namespace rules {
namespace {

TEST(Table, has_each_rule_that_a_file_defines) {
  std::size_t defined = 0;
  for (const auto& entry : std::filesystem::directory_iterator("compiler/rules")) {
    if (entry.path().extension() != ".cpp") continue;
    std::stringstream text;
    text << std::ifstream(entry.path()).rdbuf();
    defined += text.str().find("\nconst Rule k") != std::string::npos;
  }
  EXPECT_EQ(table().size(), defined);
  EXPECT_EQ(std::set<const Rule*>(table().begin(), table().end()).size(), defined);
}

TEST(Table, each_row_has_a_name_of_its_own_and_a_headline_as_headlines_are) {
  std::set<std::string_view> names;
  for (const Rule* rule : table()) {
    EXPECT_FALSE(rule->reports.empty());
    for (const base::DiagnosticInfo* row : rule->reports) {
      EXPECT_TRUE(names.insert(row->name).second) << row->name;
      EXPECT_FALSE(row->text.ends_with('.')) << row->name;
      EXPECT_LE(row->text.size(), 80U) << row->name;
      for (const char* word : {"invalid", "illegal", "please", "Please", "sorry", "unexpected", "!"}) {
        EXPECT_EQ(row->text.find(word), std::string_view::npos) << row->name;
      }
    }
  }
}

}  // namespace
}  // namespace rules
