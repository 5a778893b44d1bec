#include "runtime/cli/frame/parse.h"

#include <gtest/gtest.h>

#include "runtime/cli/frame/help.h"
#include "runtime/cli/frame/shells.h"

namespace frame {
namespace {

Exit nothing(const Arguments&, Console&) { return Exit::good; }

constexpr std::string_view kForms[] = {"text", "json"};
constexpr Option kForm{.name = "--format", .value = "FORMAT", .doc = "form of it", .words = kForms};
constexpr Option kDefine{.name = "-D", .value = "NAME=VALUE", .doc = "a param", .count = Count::many};
constexpr Option kOutput{.name = "--output", .letter = "-o", .value = "DIR", .doc = "where to"};
constexpr Option kFix{.name = "--fix", .doc = "mend [it]: 'now'"};
constexpr const Option* kOptions[] = {&kForm, &kDefine, &kOutput, &kFix};
constexpr Example kExamples[] = {{"check a", "one"}, {"check b", "two"}, {"check c", "three"}};
constexpr ExitRow kExits[] = {{Exit::good, "fine"}, {Exit::usage, "wrong"}};

constexpr Command make(std::string_view name, std::size_t least, std::size_t most) {
  return {.name = name,
          .doc = "Do it",
          .usage = "FILE [TARGET]",
          .least = least,
          .most = most,
          .operands = Operands::programs,
          .options = kOptions,
          .examples = kExamples,
          .exits = kExits,
          .run = nothing};
}
constexpr Command kCheck = make("check", 0, kAny), kBuild = make("build", 1, 2), kHelp = make("help", 0, 1),
                  kVersion = make("version", 0, 0);
constexpr const Command* kTable[] = {&kCheck, &kBuild, &kHelp, &kVersion};

std::expected<Arguments, std::string> parsed(std::vector<std::string> words) { return parse(kTable, words); }

std::string refusal(std::vector<std::string> words) {
  const auto result = parsed(std::move(words));
  return result ? "accepted" : result.error();
}

TEST(Parse, options_and_operands_in_any_order) {
  const auto it = parsed({"-C", "dir", "check", "a", "--format", "json", "b", "--fix", "-D", "x=1", "-Dy=2"});
  ASSERT_TRUE(it) << it.error();
  EXPECT_EQ(it->command, &kCheck);
  EXPECT_EQ(it->operands, (std::vector<std::string>{"a", "b"}));
  EXPECT_EQ(it->value(kForm), "json");
  EXPECT_TRUE(it->has(kFix));
  EXPECT_EQ(it->values(kDefine), (std::vector<std::string>{"x=1", "y=2"}));
  EXPECT_EQ(it->value(option::kFolder), "dir");
}

TEST(Parse, a_value_after_equals_a_letter_or_attached_to_it) {
  EXPECT_EQ(parsed({"check", "--format=json"})->value(kForm), "json");
  EXPECT_EQ(parsed({"check", "-o", "out"})->value(kOutput), "out");
  EXPECT_EQ(parsed({"check", "-oout"})->value(kOutput), "out");
  EXPECT_EQ(parsed({"check", "--output=a=b"})->value(kOutput), "a=b");
  EXPECT_EQ(parsed({"check", "--output="})->value(kOutput, "else"), "");
  EXPECT_EQ(parsed({"check"})->value(kOutput, "else"), "else");
}

TEST(Parse, dashes) {
  EXPECT_EQ(parsed({"check", "-"})->operands, (std::vector<std::string>{"-"}));
  EXPECT_EQ(parsed({"check", "--", "--fix", "-x"})->operands, (std::vector<std::string>{"--fix", "-x"}));
  EXPECT_EQ(parsed({"check", "-o", "--fix"})->value(kOutput), "--fix");
}

TEST(Parse, help_and_version_wherever_they_stand) {
  EXPECT_EQ(parsed({"check", "--help"})->command, &kHelp);
  EXPECT_EQ(parsed({"check", "-h", "x"})->operands, (std::vector<std::string>{"check"}));
  EXPECT_EQ(parsed({"--help"})->command, &kHelp);
  EXPECT_EQ(parsed({"build", "--help"})->command, &kHelp) << "though its operand is missing";
  EXPECT_EQ(parsed({"--version"})->command, &kVersion);
}

TEST(Parse, what_is_wrong_is_said_with_what_to_write) {
  EXPECT_EQ(refusal({"chekc"}), "no command `chekc`; did you mean `check`?");
  EXPECT_EQ(refusal({"frobnicate"}), "no command `frobnicate` (`amljob help` lists them)");
  EXPECT_EQ(refusal({"check", "--formt", "json"}),
            "`check` has no option `--formt`; did you mean `--format`?");
  EXPECT_EQ(refusal({"check", "--zzz"}), "`check` has no option `--zzz` (`amljob help check` lists them)");
  EXPECT_EQ(refusal({"check", "-x"}), "`check` has no option `-x` (`amljob help check` lists them)");
  EXPECT_EQ(refusal({"check", "--format", "xml"}), "`--format` takes text or json, not `xml`");
  EXPECT_EQ(refusal({"check", "--format"}), "`--format` needs a value: text or json");
  EXPECT_EQ(refusal({"check", "-D"}), "`-D` needs a value: NAME=VALUE");
  EXPECT_EQ(refusal({"check", "--fix=yes"}), "`--fix` takes no value, and `--fix=yes` gives it one");
  EXPECT_EQ(refusal({"check", "--format", "json", "--format", "text"}), "`--format` is given twice");
  EXPECT_EQ(refusal({"build"}), "`build` needs more: amljob build FILE [TARGET]");
  EXPECT_EQ(refusal({"build", "a", "b", "c"}), "`c` is one word too many: amljob build FILE [TARGET]");
  EXPECT_EQ(refusal({"--fix", "check"}), "there is no option `--fix` before a command");
}

TEST(Help, has_all_that_the_table_has) {
  const std::string text = help(kCheck, {});
  for (const char* part :
       {"Do it.", "Usage: amljob check FILE [TARGET]", "--format text|json", "-o, --output DIR",
        "(may be repeated)", "-C DIR", "amljob check b", "two", "2  wrong"}) {
    EXPECT_NE(text.find(part), std::string::npos) << part << "\n" << text;
  }
}

TEST(Shells, scripts_name_every_command_and_option) {
  for (const std::string_view shell : kShells) {
    const std::string script = completions(kTable, shell).value();
    EXPECT_NE(script.find("build"), std::string::npos) << shell;
    EXPECT_NE(script.find("output"), std::string::npos) << shell;
    EXPECT_NE(script.find("text json"), std::string::npos) << shell;
  }
  EXPECT_FALSE(completions(kTable, "tcsh"));
}

}  // namespace
}  // namespace frame
