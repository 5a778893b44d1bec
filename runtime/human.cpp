#include "runtime/human.h"

#include <fmt/chrono.h>
#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <ctime>
#include <vector>

namespace runtime {
namespace {

constexpr std::array kBars = {"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};

// The finite values of each of `width` equal shares, averaged; NaN where a share has none.
std::vector<double> averaged(std::span<const double> values, std::size_t width) {
  if (values.size() <= width) return {values.begin(), values.end()};
  std::vector<double> shares;
  for (std::size_t i = 0; i < width; ++i) {
    const std::size_t begin = i * values.size() / width;
    const std::size_t end = (i + 1) * values.size() / width;
    double sum = 0;
    int count = 0;
    for (std::size_t j = begin; j < end; ++j) {
      if (!std::isfinite(values[j])) continue;
      sum += values[j];
      ++count;
    }
    shares.push_back(count == 0 ? std::nan("") : sum / count);
  }
  return shares;
}

}  // namespace

std::string human_size(std::uint64_t bytes) {
  constexpr std::array kUnits = {"kB", "MB", "GB", "TB", "PB", "EB"};
  if (bytes < 1000) return fmt::format("{} B", bytes);
  double value = static_cast<double>(bytes) / 1000;
  std::size_t unit = 0;
  // 999.5 would be printed as 1000.
  while (value >= 999.5 && unit + 1 < kUnits.size()) value /= 1000, ++unit;
  return value < 9.95 ? fmt::format("{:.1f} {}", value, kUnits[unit])
                      : fmt::format("{:.0f} {}", value, kUnits[unit]);
}

std::string human_duration(std::chrono::milliseconds time) {
  const auto milliseconds = time.count();
  if (milliseconds < 59'950) return fmt::format("{:.1f} s", static_cast<double>(milliseconds) / 1000);
  const auto seconds = (milliseconds + 500) / 1000;
  if (seconds < 3600) return fmt::format("{} min {:02} s", seconds / 60, seconds % 60);
  const auto minutes = (seconds + 30) / 60;
  return fmt::format("{} h {:02} min", minutes / 60, minutes % 60);
}

std::string human_number(double value) {
  const double size = std::fabs(value);
  return size >= 9999.5 && size < 1e6 ? fmt::format("{:.0f}", value) : fmt::format("{:.4g}", value);
}

std::string human_count(std::uint64_t count) {
  std::string text = std::to_string(count);
  for (std::size_t at = text.size(); at > 3;) text.insert(at -= 3, 1, ',');
  return text;
}

std::string sparkline(std::span<const double> values, std::size_t width) {
  const std::vector<double> shares = averaged(values, width);
  double least = INFINITY;
  double greatest = -INFINITY;
  for (const double value : shares) {
    if (!std::isfinite(value)) continue;
    least = std::min(least, value);
    greatest = std::max(greatest, value);
  }
  std::string line;
  for (const double value : shares) {
    if (!std::isfinite(value)) {
      line += ' ';
      continue;
    }
    // Halves, because the range of two large numbers may be none.
    const double range = greatest / 2 - least / 2;
    const double part = range > 0 ? (value / 2 - least / 2) / range : 0.45;
    line += kBars[static_cast<std::size_t>(part * 7 + 0.5)];
  }
  return line;
}

std::string utc_time(std::chrono::system_clock::time_point time) {
  const std::time_t seconds =
      std::chrono::system_clock::to_time_t(std::chrono::floor<std::chrono::seconds>(time));
  std::tm parts = {};
  gmtime_r(&seconds, &parts);
  return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", parts);
}

}  // namespace runtime
