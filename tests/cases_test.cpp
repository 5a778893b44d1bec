// tests/cases: a folder is a case, however deep it lies.
//   input/      copied to a scratch folder, the current folder of the commands
//   args        lines of bash, run in order; `amljob` is the program under test; `# …` is a comment
//   env         (optional) lines NAME=VALUE
//   expected/   stdout, stderr, exit of each command (`2.stdout` of the second one; absent: empty, 0), and
//   files/: what
//               the commands have made or changed
#include <fmt/core.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <sstream>
#include <vector>

#include "harness/expectation.h"
#include "harness/folder.h"
#include "harness/normalise.h"
#include "harness/process.h"

namespace {

namespace fs = std::filesystem;

std::vector<std::string> lines_of(const fs::path& path) {
  std::vector<std::string> result;
  std::istringstream text(harness::read_file(path));
  for (std::string line; std::getline(text, line);)
    if (!line.empty() && !line.starts_with("#")) result.push_back(line);
  return result;
}

harness::Environment environment_of(const fs::path& folder, const fs::path& root) {
  harness::Environment result = harness::environment_in(root);
  for (const std::string& line : lines_of(folder / "env")) {
    const std::size_t equals = line.find('=');
    result[line.substr(0, equals)] = line.substr(equals + 1);
  }
  return result;
}

class Case : public testing::Test {
 public:
  explicit Case(fs::path folder) : folder_(std::move(folder)) {}

  void TestBody() override {
    const fs::path work = scratch_.path() / "work";
    fs::create_directories(work);
    if (fs::exists(folder_ / "input")) fs::copy(folder_ / "input", work, fs::copy_options::recursive);
    const harness::FileTexts before = harness::files_below(work);
    const harness::Environment environment = environment_of(folder_, scratch_.path());
    int number = 0;
    for (const std::string& line : lines_of(folder_ / "args"))
      keep(++number, harness::run_line(line, work, environment));
    for (const auto& [name, text] : harness::files_below(work))
      if (const auto old = before.find(name); old == before.end() || old->second != text)
        actual_["files/" + name] = harness::normalised(text, scratch_.path());
    EXPECT_GT(number, 0) << "no command in " << folder_ / "args";
    EXPECT_EQ("", harness::difference(folder_ / "expected", actual_)) << folder_.string();
  }

 private:
  void keep(int number, const harness::Outcome& outcome) {
    const std::string prefix = number == 1 ? "" : fmt::format("{}.", number);
    const auto put = [&](const char* name, std::string text) {
      if (!text.empty()) actual_[prefix + name] = std::move(text);
    };
    put("stdout", harness::normalised(outcome.out, scratch_.path()));
    put("stderr", harness::normalised(outcome.err, scratch_.path()));
    put("exit", outcome.code == 0 ? "" : fmt::format("{}\n", outcome.code));
  }

  fs::path folder_;
  harness::Scratch scratch_;
  harness::FileTexts actual_;
};

void register_cases(const fs::path& top) {
  std::vector<fs::path> folders;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(top))
    if (entry.path().filename() == "args") folders.push_back(entry.path().parent_path());
  std::sort(folders.begin(), folders.end());
  for (const fs::path& folder : folders)
    testing::RegisterTest("cases", fs::relative(folder, top).c_str(), nullptr, nullptr, __FILE__, __LINE__,
                          [folder]() -> testing::Test* { return new Case(folder); });
}

}  // namespace

int main(int count, char** words) {
  testing::InitGoogleTest(&count, words);
  register_cases(harness::source_tree() / "tests/cases");
  return RUN_ALL_TESTS();
}
