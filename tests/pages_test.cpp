// Each diagnostic has a page, docs/diagnostics/NAME.md, whose examples are run: the first ```amljob block
// gives that diagnostic and no other (hints aside), the second gives none of it and no error. `command="…"`
// on the block's first line is what is run instead of `check` (the text lies in example.amljob); blocks with
// `file=NAME` are files beside it.
#include <gtest/gtest.h>

#include <filesystem>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>
#include <vector>

#include "harness/folder.h"
#include "harness/markdown.h"
#include "harness/process.h"

namespace {

namespace fs = std::filesystem;

const fs::path kPages = "docs/diagnostics";
constexpr const char* kCheck = "amljob check --format json example.amljob";

struct Found {
  std::set<std::string> serious;  // names of errors and warnings
  std::set<std::string> hints;
  bool error = false;
  std::string output;
};

Found found_in(const std::string& output) {
  Found found;
  found.output = output;
  const nlohmann::json report = nlohmann::json::parse(output, nullptr, false);
  if (!report.is_object() || !report.contains("diagnostics")) {
    found.error = true;
    return found;
  }
  for (const nlohmann::json& each : report["diagnostics"]) {
    const std::string name = each.value("code", ""), severity = each.value("severity", "");
    (severity == "hint" ? found.hints : found.serious).insert(name);
    found.error |= severity == "error";
  }
  return found;
}

Found examined(const harness::Fence& example, const std::vector<harness::Fence>& page) {
  const harness::Scratch scratch;
  const fs::path work = scratch.path() / "work";
  for (const harness::Fence& each : page)
    if (const std::string name = each.attribute("file"); !name.empty())
      harness::write_file(work / name, each.text);
  harness::write_file(work / "example.amljob", example.text);
  const std::string given = example.attribute("command");
  const harness::Outcome outcome =
      harness::run_line(given.empty() ? kCheck : given, work, harness::environment_in(scratch.path()));
  EXPECT_LT(outcome.code, 3) << outcome.err;
  return found_in(given.empty() || given.starts_with("amljob check") ? outcome.out : outcome.err);
}

std::vector<std::string> lines(const std::string& text) {
  std::vector<std::string> result;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) result.push_back(line.substr(0, line.find(' ')));
  return result;
}

std::vector<std::string> all_names() {
  const harness::Scratch scratch;
  return lines(
      harness::run_line("amljob explain --list", scratch.path(), harness::environment_in(scratch.path()))
          .out);
}

class Page : public testing::TestWithParam<std::string> {};

TEST_P(Page, examples_do_what_they_say) {
  const std::string& name = GetParam();
  const fs::path path = kPages / (name + ".md");
  ASSERT_TRUE(fs::exists(path)) << "no page for `" << name << "`";
  const std::vector<harness::Fence> page = harness::fences(harness::read_file(path));
  std::vector<harness::Fence> examples;
  for (const harness::Fence& each : page)
    if (each.language == "amljob" && each.attribute("file").empty()) examples.push_back(each);
  ASSERT_GE(examples.size(), 2U) << "a failing and a mended ```amljob block";

  const Found wrong = examined(examples[0], page);
  const bool is_hint = wrong.hints.contains(name);
  EXPECT_TRUE(is_hint || wrong.serious.contains(name)) << wrong.output;
  EXPECT_EQ(wrong.serious, is_hint ? std::set<std::string>{} : std::set<std::string>{name}) << wrong.output;

  const Found right = examined(examples[1], page);
  EXPECT_FALSE(right.serious.contains(name) || right.hints.contains(name)) << right.output;
  EXPECT_FALSE(right.error) << right.output;
}

INSTANTIATE_TEST_SUITE_P(docs, Page, testing::ValuesIn(all_names()), [](const auto& test) {
  std::string name = test.param;
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
});

TEST(Pages, none_is_of_a_diagnostic_that_is_not_there) {
  const std::vector<std::string> names = all_names();
  const std::set<std::string> known(names.begin(), names.end());
  EXPECT_GE(known.size(), 50U);
  for (const fs::directory_entry& entry : fs::directory_iterator(kPages)) {
    const fs::path page = entry.path().filename();
    EXPECT_TRUE(page == "README.md" || known.contains(page.stem().string())) << entry.path();
  }
}

}  // namespace
