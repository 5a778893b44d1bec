#include "harness/normalise.h"

#include <regex>
#include <utility>
#include <vector>

namespace harness {
namespace {

struct Substitution {
  std::regex pattern;
  const char* replacement;
};

const std::vector<Substitution>& substitutions() {
  static const std::vector<Substitution> all = [] {
    std::vector<Substitution> made;
    for (const auto& [pattern, replacement] : {
             std::pair{R"(\b\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:?\d\d)?)", "<when>"},
             std::pair{R"(\b\d{4}-\d\d-\d\d \d\d:\d\d(:\d\d)?\b)", "<when>"},
             std::pair{R"(\b[a-z]{3,}-[a-z]{2,}-\d[a-z]\b)", "<run>"},
             std::pair{R"(<run> +(?=\S))", "<run> "},  // columns are as wide as the longest name
             std::pair{R"(\b(in|after) \d+(\.\d+)? (ms|s|min)\b)", "$1 <time>"},
         })
      made.push_back({std::regex(pattern, std::regex::optimize), replacement});
    return made;
  }();
  return all;
}

std::string replaced(std::string text, const std::string& from, std::string_view to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size())
    text.replace(at, from.size(), to);
  return text;
}

}  // namespace

std::string normalised(std::string_view text, const std::filesystem::path& root) {
  std::string result = replaced(std::string(text), root.string(), "<root>");
  for (const Substitution& each : substitutions())
    result = std::regex_replace(result, each.pattern, each.replacement);
  return result;
}

}  // namespace harness
