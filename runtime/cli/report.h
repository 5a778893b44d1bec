// Findings of one or many compilations, printed in the form that was asked for.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "driver/compile.h"
#include "render/finding.h"
#include "runtime/cli/frame/arguments.h"
#include "runtime/cli/frame/console.h"

namespace cli {

enum class Stream : bool { out, err };

class Report {
 public:
  std::vector<render::Finding> findings;  // in the order in which they are printed
  render::Summary summary;
  std::uint32_t fixable = 0;  // errors and warnings that `--fix` mends
  std::uint32_t declarations = 0;

  // Adds what a compilation found; what another one has said of the same place already is left out.
  void add(const driver::Compilation& compilation, const std::string& context = {});
  bool fails(bool on_warning) const { return summary.errors > 0 || (on_warning && summary.warnings > 0); }

 private:
  render::Finding* twin_of(const render::Finding& finding, std::uint64_t key);
  std::unordered_multimap<std::uint64_t, std::size_t> index_;  // of findings, by row and place
};

// Whether `--fix` applies a fix of it: the finding has one safe fix, and only one.
bool is_fixable(const base::Diagnostic& diagnostic);

// Prints the findings (in `short`, `text` and `github` hints only with --hints), without a summary.
void print(const Report& report, const frame::Arguments& arguments, frame::Console& console, Stream stream);

// "4 errors, 5 warnings"; empty where there are none.
std::string counts(const render::Summary& summary);

}  // namespace cli
