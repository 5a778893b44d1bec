// Runs in words: what `run`, `show` and `runs` have in common.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "runtime/host.h"
#include "runtime/local/store.h"

namespace cli {

// A label and what stands beside it.
struct LabelledLine {
  std::string label;
  std::string text;
};

// `  label  text`, the texts below each other.
std::string block(const std::vector<LabelledLine>& lines);

// A path below the home folder begins with `~`.
std::string tilde(std::string_view path, runtime::Host& host);

// `accuracy` and `0.974  ▁▅▆▇▇▇████`, at most twelve.
std::vector<LabelledLine> metric_lines(const std::vector<local::Metric>& metrics);
// `model` and `outputs/model (48 kB)`.
std::vector<LabelledLine> output_lines(const local::Record& record);
// `finished in 4.1 s`, `failed after 0.8 s: exit code 7`, `cancelled after 2.0 s`, `running for 12.4 s`, …
std::string state_text(const local::Record& record, local::Time now);

}  // namespace cli
