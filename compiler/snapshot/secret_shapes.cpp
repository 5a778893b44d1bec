#include "snapshot/secret_shapes.h"

#include <array>

namespace snapshot {
namespace {

// Published formats: GitHub, GitLab, AWS, Azure Storage, Slack, Google and package indices document theirs,
// so that scanners can find them (read 2026-11).
constexpr std::array kShapes = {
    Shape{"AKIA", Charset::upper_digits, 16, "an AWS access key id"},
    Shape{"ASIA", Charset::upper_digits, 16, "an AWS access key id"},
    Shape{"AccountKey=", Charset::base64, 40, "the key of a storage account"},
    Shape{"SharedAccessKey=", Charset::base64, 30, "a shared access key"},
    Shape{"sig=", Charset::percent, 40, "the signature of a SAS"},
    Shape{"ghp_", Charset::word, 36, "a GitHub token"},
    Shape{"gho_", Charset::word, 36, "a GitHub token"},
    Shape{"ghu_", Charset::word, 36, "a GitHub token"},
    Shape{"ghs_", Charset::word, 36, "a GitHub token"},
    Shape{"ghr_", Charset::word, 36, "a GitHub token"},
    Shape{"github_pat_", Charset::word, 40, "a GitHub token"},
    Shape{"glpat-", Charset::word, 20, "a GitLab token"},
    Shape{"xoxb-", Charset::word, 20, "a Slack token"},
    Shape{"xoxp-", Charset::word, 20, "a Slack token"},
    Shape{"hf_", Charset::word, 34, "a Hugging Face token"},
    Shape{"sk-", Charset::word, 40, "an API key"},
    Shape{"AIza", Charset::word, 35, "a Google API key"},
    Shape{"pypi-AgEI", Charset::word, 40, "a PyPI token"},
    Shape{"npm_", Charset::word, 36, "an npm token"},
    Shape{"dapi", Charset::word, 32, "a Databricks token"},
};

bool is_word(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
}

}  // namespace

std::span<const Shape> shapes() { return kShapes; }

bool in_charset(Charset set, char c) {
  switch (set) {
    case Charset::upper_digits: return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    case Charset::word: return is_word(c);
    case Charset::base64: return (is_word(c) && c != '_' && c != '-') || c == '+' || c == '/' || c == '=';
    case Charset::percent: return is_word(c) || c == '%' || c == '+' || c == '/' || c == '=' || c == '.';
  }
  return false;
}

}  // namespace snapshot
