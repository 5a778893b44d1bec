#include "facts/vm_sizes.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <tuple>

namespace facts {
namespace {

constexpr VmSize kSizes[] = {
#include "facts/vm_sizes.inc"
};

constexpr char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

constexpr bool before(std::string_view a, std::string_view b) {
  return std::lexicographical_compare(a.begin(), a.end(), b.begin(), b.end(),
                                      [](char x, char y) { return lower(x) < lower(y); });
}

static_assert(std::is_sorted(std::begin(kSizes), std::end(kSizes),
                             [](const VmSize& a, const VmSize& b) { return before(a.name, b.name); }));

std::string lowered(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = lower(c);
  return out;
}

// `Standard_NC4as_T4_v3` and the series `NCasT4_v3` both to `NCasT4v3`.
std::string series_of(std::string_view name) {
  if (before("standard_", name) && name.size() > 9) name.remove_prefix(9);
  std::string out;
  bool number_gone = false;
  for (std::size_t i = 0; i < name.size(); ++i) {
    const bool digit = name[i] >= '0' && name[i] <= '9';
    if (digit && !number_gone && !out.empty()) {
      while (i + 1 < name.size() && name[i + 1] >= '0' && name[i + 1] <= '9') ++i;
      number_gone = true;
    } else if (name[i] != '_') {
      out += name[i];
    }
  }
  return out;
}

// Whether `size` is of a series in a list such as "Dsv5/Ddsv5 or v6, Esv5".
bool is_recommended(std::string_view list, const VmSize& size) {
  const std::string series = series_of(size.name);
  while (!list.empty()) {
    const std::size_t end = std::min(list.find_first_of(" ,/;()"), list.size());
    std::string word(list.substr(0, end));
    std::erase(word, '_');
    if (word == series) return true;
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  return false;
}

bool can_replace(const VmSize& candidate, const VmSize& size) {
  if (candidate.status != VmStatus::available || candidate.retirement.known() || candidate.arm64)
    return false;
  const Gpus &have = candidate.gpu, &want = size.gpu;
  if (want.model.empty()) return have.model.empty();
  return !have.model.empty() && have.amd == want.amd && have.count * want.of == want.count * have.of &&
         have.memory_gib >= want.memory_gib;
}

double times(double a, double b) { return std::abs(std::log(std::max(a, 0.5) / std::max(b, 0.5))); }

// Smaller is more alike. A GPU size is taken for its GPU; of a CPU size vCPU and memory count alike, and a
// series that is not recommended as much as a factor of two in both.
auto unlikeness(const VmSize& candidate, const VmSize& size) {
  const bool cpu = size.gpu.model.empty();
  const double shape = times(candidate.vcpu, size.vcpu) + times(candidate.memory_gib, size.memory_gib);
  const double others = is_recommended(size.successor, candidate) ? 0.0 : 1.4;
  const double unlisted = 0.1 * static_cast<double>(candidate.aml);
  return std::tuple(candidate.gpu.model != size.gpu.model, candidate.gpu.memory_gib - size.gpu.memory_gib,
                    cpu ? shape + others + unlisted : static_cast<double>(candidate.aml),
                    std::abs(candidate.vcpu - size.vcpu), candidate.vcpu);
}

}  // namespace

std::span<const VmSize> vm_sizes() { return kSizes; }

const VmSize* find_vm_size(std::string_view name) {
  const auto* found =
      std::lower_bound(std::begin(kSizes), std::end(kSizes), name,
                       [](const VmSize& size, std::string_view key) { return before(size.name, key); });
  return found != std::end(kSizes) && !before(name, found->name) ? found : nullptr;
}

bool is_outside_table(std::string_view name) {
  const std::string text = lowered(name);
  if (text.starts_with("basic_") || text.ends_with("_promo")) return true;
  if (!text.starts_with("standard_")) return false;
  const std::string_view size = std::string_view(text).substr(9);
  if (size.find('-') != std::string_view::npos) return true;
  for (const std::string_view confidential : {"dc", "ec", "np", "xei"}) {
    if (size.starts_with(confidential)) return true;
  }
  // arm64 CPU series have a `p` after the number: D4ps_v5, E8pds_v5, B2pls_v2.
  const std::size_t digits = size.find_first_of("0123456789");
  if (digits == std::string_view::npos ||
      std::string_view("deb").find(size.front()) == std::string_view::npos)
    return false;
  const std::size_t letters = size.find_first_not_of("0123456789", digits);
  return letters != std::string_view::npos && size[letters] == 'p';
}

bool is_retired(const VmSize& size, Date today) {
  return size.retirement.known() && size.retirement <= today;
}

bool retires_within(const VmSize& size, Date today, int days) {
  return size.retirement.known() && !is_retired(size, today) && days_between(today, size.retirement) <= days;
}

const VmSize* closest_current(const VmSize& size, Date today) {
  const VmSize* best = nullptr;
  decltype(unlikeness(size, size)) least;
  for (const VmSize& candidate : kSizes) {
    if (&candidate == &size || is_retired(candidate, today) || !can_replace(candidate, size)) continue;
    const auto now = unlikeness(candidate, size);
    if (best != nullptr && now >= least) continue;
    best = &candidate;
    least = now;
  }
  return best;
}

std::string describe(const Gpus& gpu) {
  if (gpu.model.empty()) return {};
  if (gpu.of == 1) return fmt::format("{}× {}, {} GB", gpu.count, gpu.model, gpu.memory_gib);
  return fmt::format("{}/{} of a {}, {} GB", gpu.count, gpu.of, gpu.model, gpu.memory_gib);
}

std::string describe(const VmSize& size) {
  std::string out = fmt::format("{} vCPU, {} GB", size.vcpu, size.memory_gib);
  if (size.gpu.model.empty()) return out;
  if (size.gpu.of == 1) return out + fmt::format(", {}× {}", size.gpu.count, size.gpu.model);
  return out + fmt::format(", {}/{} of a {}", size.gpu.count, size.gpu.of, size.gpu.model);
}

}  // namespace facts
