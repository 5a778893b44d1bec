#include "base/nearest.h"

#include <algorithm>
#include <string>

namespace base {

std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before, last(b.size() + 1), row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replace = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, replace});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) row[j] = std::min(row[j], before[j - 2] + 1);
    }
    before = last;
    last = row;
  }
  return last[b.size()];
}

namespace {

std::string folded(std::string_view name) {
  std::string out(name);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    if (c == '-') c = '_';
  }
  return out;
}

// The one candidate that starts with `start`.
std::string_view abbreviated(std::string_view start, const std::vector<std::string_view>& candidates) {
  std::string_view found;
  if (start.size() < 3) return found;
  for (const std::string_view candidate : candidates) {
    if (!folded(candidate).starts_with(start)) continue;
    if (!found.empty() && candidate != found) return {};
    found = candidate;
  }
  return found;
}

}  // namespace

std::string_view nearest(std::string_view name, const std::vector<std::string_view>& candidates) {
  const std::string wanted = folded(name);
  const std::size_t limit = wanted.size() <= 4 ? 1 : wanted.size() <= 8 ? 2 : 3;
  std::size_t best = limit + 1;
  std::string_view found;
  bool tie = false;
  for (const std::string_view candidate : candidates) {
    if (candidate == name) continue;
    const std::size_t longer = std::max(candidate.size(), wanted.size());
    if (longer - std::min(candidate.size(), wanted.size()) > limit) continue;
    const std::size_t cost = distance(wanted, folded(candidate));
    if (cost < best) {
      best = cost;
      found = candidate;
      tie = false;
    } else if (cost == best && candidate != found) {
      tie = true;
    }
  }
  if (tie || !found.empty()) return tie ? std::string_view{} : found;
  return abbreviated(wanted, candidates);
}

}  // namespace base
