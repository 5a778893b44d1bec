// How calm the compiler is about broken text: each token of a good program is deleted in turn, and what is
// left gives at most two messages more than the program itself, and never a crash. Half of a triple quote may
// give three.
#include <gtest/gtest.h>

#include <filesystem>
#include <map>
#include <vector>

#include "base/diagnostics.h"
#include "base/memory_files.h"
#include "driver/compile.h"
#include "harness/folder.h"
#include "syntax/parse.h"

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kAtMost = 2;

// Diagnostics by how often each was given: a deletion may move or reword one that was there before, not add
// one like it.
std::map<std::string, int> messages(const std::string& path, const base::Files& files,
                                    const std::string& text) {
  driver::Options options;
  options.today = {2026, 8, 31};
  std::map<std::string, int> result;
  const std::optional<driver::Compilation> compiled = driver::compile(path, files, options, text);
  for (const base::Diagnostic& each : compiled->diagnostics.all())
    if (each.severity != base::Severity::hint) ++result[std::string(each.info->name)];
  return result;
}

std::vector<std::string> added(const std::map<std::string, int>& before,
                               const std::map<std::string, int>& after) {
  std::vector<std::string> result;
  for (const auto& [message, count] : after) {
    const auto old = before.find(message);
    for (int i = old == before.end() ? 0 : old->second; i < count; ++i) result.push_back(message);
  }
  return result;
}

std::vector<syntax::Token> tokens(const std::string& path, const std::string& text) {
  base::SourceMap sources;
  base::Diagnostics ignored;
  const base::FileId file = sources.add(path, text);
  return syntax::parse(sources, file, ignored).tokens;
}

base::MemoryFiles below(const fs::path& folder) {
  base::MemoryFiles files;
  for (const auto& [path, text] : harness::files_below(folder)) files.add(path, text);
  return files;
}

class Deletion : public testing::TestWithParam<std::string> {};

TEST_P(Deletion, of_any_one_token_gives_at_most_two_messages) {
  const fs::path path = GetParam();
  const std::string name = path.filename().string(), text = harness::read_file(path);
  const base::MemoryFiles files = below(path.parent_path());
  const std::map<std::string, int> before = messages(name, files, text);
  for (const syntax::Token& token : tokens(name, text)) {
    if (token.begin == token.end) continue;
    const std::string deleted = text.substr(token.begin, token.end - token.begin);
    const std::string left = text.substr(0, token.begin) + text.substr(token.end);
    const std::vector<std::string> found = added(before, messages(name, files, left));
    const bool triple = deleted.find("\"\"\"") != std::string::npos;
    std::string all;
    for (const std::string& each : found) all += "\n    " + each;
    EXPECT_LE(found.size(), kAtMost + triple)
        << path << ":" << std::count(text.begin(), text.begin() + token.begin, '\n') + 1 << ": without `"
        << deleted << "`:" << all;
  }
}

std::vector<std::string> programs() {
  std::vector<std::string> result;
  for (const char* top : {"examples", "tests/cases/programs"})
    if (fs::exists(top))
      for (const fs::directory_entry& entry : fs::recursive_directory_iterator(top))
        if (entry.path().extension() == ".amljob") result.push_back(entry.path().string());
  std::sort(result.begin(), result.end());
  return result;
}

INSTANTIATE_TEST_SUITE_P(programs, Deletion, testing::ValuesIn(programs()), [](const auto& test) {
  std::string name = test.param;
  std::replace_if(
      name.begin(), name.end(), [](char c) { return !std::isalnum(static_cast<unsigned char>(c)); }, '_');
  return name;
});

}  // namespace
