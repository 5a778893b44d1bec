// Findings in the five forms of `--format`.
#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "base/embedded.h"
#include "render/finding.h"

namespace render {

struct TextOptions {
  bool color = false;
  std::uint32_t width =
      0;  // of the terminal; 0: none, prose is wrapped at 100 and source lines are cut at 140 columns
};

// A headline, its place, the source lines with carets and labels, notes, help and fixes. Ends with a line
// break.
std::string text(const Finding& finding, const TextOptions& options);

// `file:line:column: severity: message [name]` and a line break.
std::string short_line(const Finding& finding);

// A workflow command of GitHub Actions: `::error file=…,line=…::…`, and a line break.
std::string github_line(const Finding& finding);

// The object of `check --format json` (product.md, "Contracts").
std::string json(std::span<const Finding> findings, const Summary& summary);

// A SARIF 2.1.0 log of one run. `pages` are the pages on diagnostics (NAME.md): the help of a rule.
std::string sarif(std::span<const Finding> findings, std::span<const base::EmbeddedFile> pages);

}  // namespace render
