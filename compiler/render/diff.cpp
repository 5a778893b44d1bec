#include "render/diff.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <vector>

namespace render {

namespace {

struct Step {
  char sign;  // ' ', '-' or '+'
  std::size_t before;
  std::size_t after;
};

constexpr std::size_t kAround = 3;

// Lines with their line breaks, so that a missing one at the end is a difference.
std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> out;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
    out.push_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  return out;
}

using Lines = std::vector<std::string_view>;

// Before each round of edits: how far into `a` diagonal k = (lines of a) - (lines of b) has come, at index k
// + round + 1.
using Reach = std::vector<std::int32_t>;

constexpr std::int32_t kMostEdits =
    2000;  // beyond it all is shown as replaced: the search is quadratic in them

// Whether the best way to diagonal k in a round is an added line (from k + 1), not a removed one; `at` is
// reach at k.
bool adds(const std::int32_t* at, std::int32_t k, std::int32_t round) {
  return k == -round || (k != round && at[-1] < at[1]);
}

// Myers' greedy algorithm ("An O(ND) Difference Algorithm", 1986): the furthest point on each diagonal, for
// each number of edits, until both ends are reached. Empty where that takes too many.
std::vector<Reach> search(const Lines& a, const Lines& b) {
  const auto rows = static_cast<std::int32_t>(a.size()), columns = static_cast<std::int32_t>(b.size());
  Reach reach(2 * kMostEdits + 3, 0);
  std::int32_t* const middle = reach.data() + kMostEdits + 1;
  std::vector<Reach> trace;
  for (std::int32_t round = 0; round <= kMostEdits; ++round) {
    trace.emplace_back(middle - round - 1, middle + round + 2);
    for (std::int32_t k = -round; k <= round; k += 2) {
      std::int32_t x = adds(middle + k, k, round) ? middle[k + 1] : middle[k - 1] + 1;
      std::int32_t y = x - k;
      while (x < rows && y < columns && a[static_cast<std::size_t>(x)] == b[static_cast<std::size_t>(y)])
        ++x, ++y;
      middle[k] = x;
      if (x >= rows && y >= columns) return trace;
    }
  }
  return {};
}

std::vector<Step> replaced(const Lines& a, const Lines& b) {
  std::vector<Step> out;
  for (std::size_t i = 0; i < a.size(); ++i) out.push_back({'-', i, 0});
  for (std::size_t i = 0; i < b.size(); ++i) out.push_back({'+', a.size(), i});
  return out;
}

// The way that the search found, walked back from its end.
std::vector<Step> steps(const Lines& a, const Lines& b) {
  const std::vector<Reach> trace = search(a, b);
  if (trace.empty()) return replaced(a, b);
  auto x = static_cast<std::int32_t>(a.size()), y = static_cast<std::int32_t>(b.size());
  std::vector<Step> out;
  const auto step = [&](char sign) {
    x -= sign != '+';
    y -= sign != '-';
    out.push_back({sign, static_cast<std::size_t>(x), static_cast<std::size_t>(y)});
  };
  for (auto round = static_cast<std::int32_t>(trace.size()) - 1; round >= 0; --round) {
    const std::int32_t k = x - y;
    const std::int32_t* const at = trace[static_cast<std::size_t>(round)].data() + k + round + 1;
    const bool added = adds(at, k, round);
    const std::int32_t from = round == 0 ? 0 : added ? at[1] : at[-1];
    const std::int32_t from_y = round == 0 ? 0 : from - (added ? k + 1 : k - 1);
    while (x > from && y > from_y) step(' ');
    if (round > 0) step(added ? '+' : '-');
  }
  std::reverse(out.begin(), out.end());
  return out;
}

std::string hunk(const std::vector<Step>& all, std::size_t begin, std::size_t end, const Lines& a,
                 const Lines& b, const Paint& paint) {
  std::size_t removed = 0, added = 0;
  std::string body;
  for (std::size_t i = begin; i < end; ++i) {
    const Step& step = all[i];
    removed += step.sign != '+';
    added += step.sign != '-';
    std::string_view line = step.sign == '+' ? b[step.after] : a[step.before];
    const bool ended = line.ends_with('\n');
    if (ended) line.remove_suffix(1);
    const Style style = step.sign == '+' ? Style::good : step.sign == '-' ? Style::error : Style::plain;
    body += paint(style, fmt::format("{}{}", step.sign, line)) + "\n";
    if (!ended) body += "\\ No newline at end of file\n";
  }
  const auto range = [](std::size_t first, std::size_t count) {
    const std::size_t shown = count == 0 ? first : first + 1;
    return count == 1 ? fmt::format("{}", shown) : fmt::format("{},{}", shown, count);
  };
  const std::string head =
      fmt::format("@@ -{} +{} @@", range(all[begin].before, removed), range(all[begin].after, added));
  return paint(Style::hint, head) + "\n" + body;
}

}  // namespace

std::string unified_diff(std::string_view path, std::string_view before, std::string_view after,
                         const Paint& paint) {
  if (before == after) return "";
  const Lines a = lines_of(before), b = lines_of(after);
  const std::vector<Step> all = steps(a, b);
  std::string out = paint(Style::strong, fmt::format("--- {}", path)) + "\n" +
                    paint(Style::strong, fmt::format("+++ {}", path)) + "\n";
  for (std::size_t at = 0; at < all.size();) {
    if (all[at].sign == ' ') {
      ++at;
      continue;
    }
    const std::size_t begin = at - std::min(at, kAround);
    std::size_t last = at;
    for (; at < all.size() && at <= last + 2 * kAround; ++at) {
      if (all[at].sign != ' ') last = at;
    }
    const std::size_t end = std::min(last + kAround + 1, all.size());
    out += hunk(all, begin, end, a, b, paint);
    at = end;
  }
  return out;
}

}  // namespace render
