#include "ir/steps.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>
#include <tuple>

namespace ir {

namespace {

struct KindWord {
  std::string_view word;
  StepKind kind;
};
constexpr std::array<KindWord, 9> kWords = {{{"registry", StepKind::registry},
                                             {"workspace", StepKind::workspace},
                                             {"connection", StepKind::connection},
                                             {"datastore", StepKind::datastore},
                                             {"code", StepKind::code},
                                             {"environment", StepKind::environment},
                                             {"data", StepKind::data},
                                             {"compute", StepKind::compute},
                                             {"job", StepKind::job}}};

}  // namespace

std::string_view word(StepKind kind) {
  for (const KindWord& one : kWords) {
    if (one.kind == kind) return one.word;
  }
  return {};
}

std::optional<StepKind> step_kind(std::string_view word) {
  for (const KindWord& one : kWords) {
    if (one.word == word) return one.kind;
  }
  return std::nullopt;
}

std::vector<std::size_t> sending_order(const std::vector<Step>& steps, std::optional<std::size_t> last) {
  const auto rank = [&](std::size_t index) {
    return std::tuple(index == last, static_cast<int>(steps[index].kind), index);
  };
  const auto before = [&](std::size_t a, std::size_t b) { return rank(a) < rank(b); };
  std::vector<std::size_t> missing(steps.size());
  std::vector<std::vector<std::size_t>> wanted_by(steps.size());
  std::set<std::size_t, decltype(before)> ready(before), waiting(before);
  for (std::size_t i = 0; i < steps.size(); ++i) {
    missing[i] = steps[i].needs.size();
    for (const std::size_t need : steps[i].needs) wanted_by[need].push_back(i);
    (missing[i] == 0 ? ready : waiting).insert(i);
  }
  std::vector<std::size_t> order;
  while (!ready.empty() || !waiting.empty()) {
    // The checker refuses cycles; without one there is always a step that is ready.
    if (ready.empty()) ready.insert(waiting.extract(waiting.begin()));
    const std::size_t next = ready.extract(ready.begin()).value();
    order.push_back(next);
    for (const std::size_t one : wanted_by[next]) {
      if (--missing[one] == 0 && waiting.erase(one) > 0) ready.insert(one);
    }
  }
  return order;
}

Collected in_order(Collected collected) {
  std::optional<std::size_t> last;
  if (collected.targets.size() == 1) last = collected.targets.front();
  const std::vector<std::size_t> order = sending_order(collected.steps, last);
  std::vector<std::size_t> place(order.size());
  for (std::size_t i = 0; i < order.size(); ++i) place[order[i]] = i;
  std::vector<Step> steps;
  for (const std::size_t index : order) {
    Step& step = steps.emplace_back(std::move(collected.steps[index]));
    for (std::size_t& need : step.needs) need = place[need];
    std::sort(step.needs.begin(), step.needs.end());
    // A code asset's name is a UUID, which tells nobody anything.
    const std::string& name = step.kind == StepKind::code ? step.upload->name : step.name;
    step.id = fmt::format("{:03}-{}-{}", steps.size(), word(step.kind), file_name(name));
  }
  collected.steps = std::move(steps);
  for (auto& [declaration, index] : collected.of) index = place[index];
  for (std::size_t& target : collected.targets) target = place[target];
  return collected;
}

}  // namespace ir
