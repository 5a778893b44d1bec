#include "runtime/cli/commands.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <set>

#include "runtime/cli/frame/help.h"
#include "runtime/cli/frame/parse.h"

namespace cli {
namespace {

// The words of an example up to what is the shell's: quotes taken off.
std::vector<std::string> words_of(std::string_view line) {
  std::vector<std::string> words(1);
  bool quoted = false;
  for (const char c : line) {
    if (!quoted && (c == '|' || c == '>' || c == '<' || c == '&')) break;
    if (c == '\'') {
      quoted = !quoted;
    } else if (c == ' ' && !quoted) {
      words.emplace_back();
    } else {
      words.back() += c;
    }
  }
  std::erase(words, "");
  return words;
}

TEST(Commands, every_row_is_whole) {
  for (const frame::Command* command : commands()) {
    EXPECT_EQ(command->examples.size(), 3U) << command->name;
    EXPECT_GE(command->exits.size(), 2U) << command->name;
    EXPECT_FALSE(command->doc.ends_with('.')) << command->name;
    EXPECT_LE(command->doc.size(), 75U) << command->name;
    std::set<std::string_view> names;
    for (const frame::Option* option : command->options) {
      EXPECT_TRUE(names.insert(option->name).second) << command->name << " " << option->name;
      EXPECT_FALSE(option->doc.empty() || option->doc.ends_with('.')) << option->name;
      EXPECT_FALSE(option->value.empty() && !option->words.empty()) << option->name;
    }
  }
}

TEST(Commands, every_example_is_a_command_line) {
  for (const frame::Command* command : commands()) {
    for (const frame::Example& example : command->examples) {
      const auto parsed = frame::parse(commands(), words_of(example.line));
      EXPECT_TRUE(parsed) << example.line << ": " << parsed.error();
    }
  }
}

TEST(Commands, docs_are_what_the_table_says) {
  std::ifstream file("docs/commands.md");
  const std::string written(std::istreambuf_iterator<char>(file), {});
  EXPECT_EQ(written, frame::markdown(commands()))
      << "write it with: amljob help --markdown > docs/commands.md";
}

}  // namespace
}  // namespace cli
