// What README.md and docs/ show of the program is what it does: each ```console block with a line `$ amljob
// …` is run, and compared. `<!-- in: FOLDER -->` before it names the folder (of the source tree) that is
// copied for it; blocks of one page and one folder share the copy, one after the other. A line `…` stands for
// any lines.
#include <fmt/core.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <map>
#include <memory>
#include <sstream>

#include "harness/expectation.h"
#include "harness/folder.h"
#include "harness/markdown.h"
#include "harness/normalise.h"
#include "harness/process.h"

namespace {

namespace fs = std::filesystem;

constexpr std::string_view kPrompt = "$ ";
constexpr const char* kElided = "…";

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> result;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) result.push_back(line);
  return result;
}

// The copies of folders that the blocks of one page work in.
class Places {
 public:
  const fs::path& root() const { return scratch_.path(); }

  fs::path folder(const std::string& name) {
    const fs::path copy = root() / "work" / name;
    if (!fs::exists(copy)) {
      fs::create_directories(copy.parent_path());
      fs::copy(name, copy, fs::copy_options::recursive);
    }
    return copy;
  }

 private:
  harness::Scratch scratch_;
};

std::string played(const harness::Fence& block, Places& places) {
  const std::string folder = block.comment.starts_with("in: ") ? block.comment.substr(4) : "examples/digits";
  std::string result;
  for (const std::string& line : lines_of(block.text)) {
    if (!line.starts_with(kPrompt)) continue;
    const std::string command = line.substr(kPrompt.size());
    harness::Environment environment = harness::environment_in(places.root());
    environment.erase("XDG_STATE_HOME");  // as a reader's: below ~
    const harness::Outcome outcome =
        harness::run_line("exec 2>&1; " + command, places.folder(folder), environment);
    result += line + "\n" + outcome.out;
  }
  return result;
}

bool matches(const std::vector<std::string>& shown, std::size_t i, const std::vector<std::string>& actual,
             std::size_t j) {
  for (; i < shown.size(); ++i, ++j) {
    if (shown[i] == kElided) {
      for (std::size_t next = j; next <= actual.size(); ++next)
        if (matches(shown, i + 1, actual, next)) return true;
      return false;
    }
    if (j >= actual.size() || shown[i] != actual[j]) return false;
  }
  return j == actual.size();
}

bool is_program(const harness::Fence& block) {
  return block.language == "amljob" && block.comment.starts_with("in: ");
}

bool shows_the_program(const harness::Fence& block) {
  return block.language == "console" && ("\n" + block.text).find("\n$ amljob") != std::string::npos;
}

std::vector<std::string> pages() {
  std::vector<std::string> result = {"README.md"};
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator("docs"))
    if (entry.path().extension() == ".md") result.push_back(entry.path().string());
  std::sort(result.begin(), result.end());
  std::erase_if(result, [](const std::string& page) {
    const std::vector<harness::Fence> blocks = harness::fences(harness::read_file(page));
    return std::none_of(blocks.begin(), blocks.end(), [](const harness::Fence& block) {
      return shows_the_program(block) || is_program(block);
    });
  });
  return result;
}

class Transcripts : public testing::TestWithParam<std::string> {};

TEST_P(Transcripts, are_what_the_program_prints) {
  Places places;
  std::string page = harness::read_file(GetParam());
  std::ptrdiff_t shift = 0;
  for (const harness::Fence& block : harness::fences(page)) {
    if (!shows_the_program(block)) continue;
    const std::string actual = played(block, places);
    const std::string wanted = harness::normalised(block.text, places.root());
    const std::string got = harness::normalised(actual, places.root());
    if (matches(lines_of(wanted), 0, lines_of(got), 0)) continue;
    ADD_FAILURE() << GetParam() << ":" << block.line << "\n" << harness::first_difference(wanted, got) << got;
    if (!harness::updating()) continue;
    page.replace(static_cast<std::size_t>(static_cast<std::ptrdiff_t>(block.begin) + shift),
                 block.text.size(), actual);
    shift += static_cast<std::ptrdiff_t>(actual.size()) - static_cast<std::ptrdiff_t>(block.text.size());
  }
  if (harness::updating()) harness::write_file(GetParam(), page);
}

TEST_P(Transcripts, have_programs_that_are_right) {
  Places places;
  for (const harness::Fence& block : harness::fences(harness::read_file(GetParam()))) {
    if (!is_program(block)) continue;
    const fs::path folder = places.folder(block.comment.substr(4));
    harness::write_file(folder / "block.amljob", block.text);
    const harness::Outcome outcome =
        harness::run_line("amljob check --error-on warning block.amljob && amljob fmt --check block.amljob",
                          folder, harness::environment_in(places.root()));
    EXPECT_EQ(outcome.code, 0) << GetParam() << ":" << block.line << "\n" << outcome.out << outcome.err;
  }
}

INSTANTIATE_TEST_SUITE_P(docs, Transcripts, testing::ValuesIn(pages()), [](const auto& test) {
  std::string name = test.param;
  std::replace_if(
      name.begin(), name.end(), [](char c) { return !std::isalnum(static_cast<unsigned char>(c)); }, '_');
  return name;
});

}  // namespace
