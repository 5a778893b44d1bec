#include "formats/conda.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "formats/characters.h"
#include "formats/conda_spec.h"
#include "formats/pep440.h"
#include "formats/pip_requirement.h"
#include "formats/url.h"

namespace formats {
namespace {

using Kind = CondaProblemKind;

// A package as both tools may install it.
struct Pinned {
  CondaItem item;
  Range name_at;
  std::string version;  // of an exact pin; empty: not exact
  Range version_at;
};

// Packages that conda's channels name otherwise than PyPI.
constexpr std::pair<std::string_view, std::string_view> kOtherNames[] = {
    {"pytorch", "torch"},        {"msgpack-python", "msgpack"},    {"py-opencv", "opencv-python"},
    {"opencv", "opencv-python"}, {"tensorflow-gpu", "tensorflow"}, {"pytorch-gpu", "torch"},
    {"pytorch-cpu", "torch"},    {"python-graphviz", "graphviz"}};

class Checker {
 public:
  explicit Checker(const CondaEnvironment& environment) : environment_(environment) {}

  std::vector<CondaProblem> run() {
    channels();
    for (std::size_t i = 0; i < environment_.packages.size(); ++i) package(i);
    for (std::size_t i = 0; i < environment_.pip.size(); ++i) requirement(i);
    whole();
    return std::move(out_);
  }

 private:
  void report(Kind kind, CondaItem item, Range at, std::string what,
              std::optional<std::string> instead = std::nullopt,
              std::optional<CondaItem> other = std::nullopt) {
    out_.push_back({kind, item, at, std::move(what), std::move(instead), other});
  }

  void credentials(CondaItem item, std::string_view text) {
    if (const auto at = url_credentials(text)) {
      report(Kind::credentials, item, *at, "a password or token stands in the address");
    }
  }

  void channels() {
    for (std::size_t i = 0; i < environment_.channels.size(); ++i) {
      const CondaItem item{CondaPart::channels, i};
      const std::string& channel = environment_.channels[i];
      if (auto wrong = check_channel(channel)) {
        report(Kind::malformed_channel, item, wrong->at, wrong->what, wrong->instead);
      }
      credentials(item, channel);
    }
  }

  void package(std::size_t index) {
    const CondaItem item{CondaPart::packages, index};
    const std::string& text = environment_.packages[index];
    const CondaSpec spec = parse_conda_spec(text);
    if (!spec.faults.empty()) {
      const Fault& wrong = spec.faults[0];
      const std::string name = normalized_pip_name(spec.name);
      has_python_ = has_python_ || name == "python";
      has_pip_ = has_pip_ || name == "pip";
      report(Kind::malformed_package, item, wrong.at, wrong.what, wrong.instead);
      return;
    }
    const Pin pin = conda_pin(spec);
    if (pin == Pin::none) report(Kind::unpinned_package, item, spec.name_at, "no version");
    short_version(item, spec);
    const std::string name = normalized_pip_name(spec.name);
    has_python_ = has_python_ || name == "python";
    has_pip_ = has_pip_ || name == "pip";
    note(name, {item, spec.name_at, pin == Pin::exact ? pinned_conda_version(spec) : "", spec.version_at});
  }

  // `python==3.10` asks for the version 3.10.0 alone, which few mean.
  void short_version(CondaItem item, const CondaSpec& spec) {
    const std::string version = pinned_conda_version(spec);
    const bool is_short = lowered(spec.name) == "python" && conda_pin(spec) == Pin::exact &&
                          spec.build.empty() && std::count(version.begin(), version.end(), '.') < 2;
    if (!is_short) return;
    report(Kind::exact_short_version, item, spec.version_at,
           fmt::format("`==` means {}.0 and no later {}", version, version), "=" + version);
  }

  void requirement(std::size_t index) {
    const CondaItem item{CondaPart::pip, index};
    const std::string& text = environment_.pip[index];
    const PipRequirement line = parse_pip_requirement(text);
    credentials(item, text);
    if (!line.faults.empty()) {
      const Fault& wrong = line.faults[0];
      report(Kind::malformed_pip, item, wrong.at, wrong.what, wrong.instead);
      return;
    }
    if (line.kind != PipRequirement::Kind::requirement) return;
    if (pip_pin(line) == Pin::none) report(Kind::unpinned_pip, item, line.name_at, "no version");
    // Different markers may ask for different versions, each on its platform.
    if (!line.marker.empty()) return;
    const std::string version(pinned_version(line));
    const Range at = line.specifiers.empty() ? line.name_at : line.specifiers_at;
    note(normalized_pip_name(line.name), {item, line.name_at, version, at});
  }

  // Compares a package with an earlier mention of the same.
  void note(std::string name, Pinned now) {
    if (now.item.part == CondaPart::packages) {
      for (const auto& [conda, pip] : kOtherNames) {
        if (name == conda) name = pip;
      }
    }
    const auto [at, is_new] = seen_.try_emplace(name, now);
    if (is_new) return;
    const Pinned& first = at->second;
    const bool differ =
        !now.version.empty() && !first.version.empty() && !same_python_version(first.version, now.version);
    if (differ) {
      report(Kind::pinned_differently, now.item, now.version_at,
             fmt::format("{} here, {} there", now.version, first.version), std::nullopt, first.item);
    } else {
      report(Kind::given_twice, now.item, now.name_at, "given before", std::nullopt, first.item);
    }
  }

  void whole() {
    if (environment_.channels.empty()) report(Kind::no_channels, {}, {}, "no channel is named");
    if (!has_python_)
      report(Kind::no_python, {}, {}, "no package `python`: the solver takes any version, or none");
    if (!environment_.pip.empty() && !has_pip_) {
      report(Kind::no_pip, {CondaPart::packages, environment_.packages.size()}, {},
             "what pip installs needs the package `pip`");
    }
  }

  const CondaEnvironment& environment_;
  std::vector<CondaProblem> out_;
  std::map<std::string, Pinned> seen_;
  bool has_python_ = false;
  bool has_pip_ = false;
};

}  // namespace

std::vector<CondaProblem> check_conda(const CondaEnvironment& environment) {
  return Checker(environment).run();
}

std::optional<CondaPython> python_of(const CondaEnvironment& environment) {
  for (std::size_t i = 0; i < environment.packages.size(); ++i) {
    const CondaSpec spec = parse_conda_spec(environment.packages[i]);
    if (lowered(spec.name) != "python") continue;
    if (!spec.faults.empty()) return CondaPython{i, "", Pin::none};
    return CondaPython{i, pinned_conda_version(spec), conda_pin(spec)};
  }
  return std::nullopt;
}

std::optional<Fault> check_channel(std::string_view channel) {
  const std::string_view inner = trimmed(channel);
  if (inner.empty()) return Fault{range(0, channel.size()), "the name of the channel is missing"};
  if (inner.size() != channel.size()) {
    return Fault{range(0, channel.size()), "a channel has no blanks around it", std::string(inner)};
  }
  if (is_url(channel)) return std::nullopt;
  for (std::size_t i = 0; i < channel.size(); ++i) {
    const char c = channel[i];
    if (is_word(c) || std::string_view("-./~@").find(c) != std::string_view::npos) continue;
    if (c == ',') return Fault{range(i, i + 1), "each channel stands in a text of its own"};
    if (c == ':' && channel.substr(i).starts_with("::")) {
      return Fault{range(i, channel.size()), "a package stands among the packages; here is a channel alone",
                   ""};
    }
    return Fault{range(i, i + 1), "a channel is a name such as `conda-forge`, or an address"};
  }
  return std::nullopt;
}

}  // namespace formats
