#include "runtime/cli/run_text.h"

#include <fmt/format.h>

#include <algorithm>

#include "render/display.h"
#include "runtime/human.h"

namespace cli {

namespace {

constexpr std::size_t kMostMetrics = 12;

}  // namespace

std::string block(const std::vector<LabelledLine>& lines) {
  std::size_t widest = 0;
  for (const LabelledLine& line : lines)
    widest = std::max<std::size_t>(widest, render::display_width(line.label));
  std::string out;
  for (const LabelledLine& line : lines) {
    const std::string blanks(widest - render::display_width(line.label), ' ');
    out += fmt::format("  {}{}  {}\n", line.label, blanks, line.text);
  }
  return out;
}

std::string tilde(std::string_view path, runtime::Host& host) {
  const std::string home = host.env("HOME").value_or("");
  const bool below = home.size() > 1 && path.starts_with(home) && path.substr(home.size()).starts_with('/');
  return below ? "~" + std::string(path.substr(home.size())) : std::string(path);
}

std::vector<LabelledLine> metric_lines(const std::vector<local::Metric>& metrics) {
  std::vector<LabelledLine> out;
  std::vector<std::string> numbers;
  std::size_t widest = 0;
  for (const local::Metric& metric : metrics) {
    numbers.push_back(metric.points.empty() ? "" : runtime::human_number(metric.points.back().value));
    widest = std::max(widest, numbers.back().size());
  }
  for (std::size_t i = 0; i < std::min(metrics.size(), kMostMetrics); ++i) {
    const std::vector<double> values = metrics[i].values();
    const std::string line = values.size() < 2
                                 ? numbers[i]
                                 : fmt::format("{:<{}}  {}", numbers[i], widest, runtime::sparkline(values));
    out.push_back({render::printable(metrics[i].key), line});
  }
  if (metrics.size() > kMostMetrics)
    out.push_back({"…", fmt::format("and {} more", metrics.size() - kMostMetrics)});
  return out;
}

std::vector<LabelledLine> output_lines(const local::Record& record) {
  std::vector<LabelledLine> out;
  for (const local::OutputRecord& output : record.outputs) {
    const std::string size = output.files == 0 ? "nothing in it" : runtime::human_size(output.bytes);
    out.push_back({output.name, fmt::format("{} ({})", output.path, size)});
  }
  return out;
}

std::string state_text(const local::Record& record, local::Time now) {
  using local::State;
  const std::string time = runtime::human_duration(record.elapsed(now));
  const std::string reason = record.reason.empty() ? "" : ": " + record.reason;
  switch (record.state) {
    case State::preparing: return "preparing";
    case State::running: return "running for " + time;
    case State::completed: return "finished in " + time;
    case State::failed: return (record.started ? "failed after " + time : "failed") + reason;
    case State::canceled: return "cancelled after " + time + (record.reason == "cancelled" ? "" : reason);
    case State::dead: return "dead: the program that ran it is gone";
  }
  return "";
}

}  // namespace cli
