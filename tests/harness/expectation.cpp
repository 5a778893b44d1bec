#include "harness/expectation.h"

#include <fmt/core.h>

#include <cstdlib>

#include "harness/folder.h"

namespace harness {
namespace {

namespace fs = std::filesystem;

std::string_view take_line(std::string_view& text) {
  const std::size_t end = text.find('\n');
  const std::string_view line = text.substr(0, end);
  text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  return line;
}

void rewrite(const fs::path& path, const std::string* text) {
  if (text)
    write_file(path, *text);
  else
    fs::remove(path);
}

}  // namespace

bool updating() {
  const char* value = std::getenv("AMLJOB_UPDATE");
  return value && std::string_view(value) == "1";
}

std::string first_difference(std::string_view expected, std::string_view actual) {
  for (int number = 1;; ++number) {
    const bool expected_ends = expected.empty(), actual_ends = actual.empty();
    const std::string_view wanted = take_line(expected), got = take_line(actual);
    if (wanted != got || expected_ends != actual_ends)
      return fmt::format("line {}\n  expected: {}\n  actual:   {}\n", number,
                         expected_ends ? "(end)" : wanted, actual_ends ? "(end)" : got);
    if (expected_ends) return "the end of the last line\n";
  }
}

std::string difference(const fs::path& expected, const FileTexts& actual) {
  const FileTexts wanted = files_below(expected);
  std::string result;
  const auto differs = [&](const std::string& name, const std::string* want, const std::string* got) {
    if (updating()) {
      rewrite(expected / name, got);
      result += fmt::format("rewritten: {}\n", (expected / name).string());
      return;
    }
    result += fmt::format("{}: {}", name,
                          !got    ? "expected, and not there\n"
                          : !want ? fmt::format("not expected:\n{}\n", *got)
                                  : first_difference(*want, *got));
  };
  for (const auto& [name, text] : wanted) {
    const auto got = actual.find(name);
    if (got == actual.end())
      differs(name, &text, nullptr);
    else if (got->second != text)
      differs(name, &text, &got->second);
  }
  for (const auto& [name, text] : actual)
    if (!wanted.contains(name)) differs(name, nullptr, &text);
  return result;
}

}  // namespace harness
