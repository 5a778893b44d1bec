#include "runtime/cli/unit.h"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <set>
#include <thread>

#include "runtime/cli/fix.h"
#include "runtime/cli/paths.h"
#include "sema/diagnostics.h"

namespace cli {

namespace {

constexpr int kMostRounds = 50;

}  // namespace

std::vector<LevelRule> rules_of(const Unit& unit, const Request& request) {
  std::vector<LevelRule> rules;
  if (unit.settings != nullptr) rules = unit.settings->levels;
  rules.insert(rules.end(), request.levels.begin(), request.levels.end());
  return rules;
}

void compile(Unit& unit, const Request& request, const base::Files& files, runtime::Host& host) {
  unit.compilation.reset();
  if (!unit.text) {
    auto read = host.read(unit.path);
    if (!read) {
      unit.error = read.error().message;
      return;
    }
    unit.text = std::move(*read);
  }
  driver::Options options = request.options;
  options.sema.params_files = unit.params;
  unit.compilation = driver::compile(unit.path, files, options, unit.text);
  if (!unit.compilation) {
    unit.error = fmt::format("cannot read `{}`", unit.path);
    return;
  }
  apply_levels(rules_of(unit, request), unit.compilation->model->sources, unit.compilation->diagnostics);
}

void compile_all(std::span<Unit> units, const Request& request, const base::Files& files,
                 runtime::Host& host) {
  std::atomic<std::size_t> next = 0;
  const auto work = [&] {
    for (std::size_t i = next++; i < units.size(); i = next++) compile(units[i], request, files, host);
  };
  // One file asks for no cores: to count them reads a file of the kernel.
  const std::size_t wanted =
      units.size() < 2
          ? 1
          : std::min<std::size_t>(units.size(), std::max(1U, std::thread::hardware_concurrency()));
  std::vector<std::jthread> others;
  for (std::size_t i = 1; i < wanted; ++i) others.emplace_back(work);
  work();
}

void forget_unused_in_imported(std::span<Unit> units) {
  std::set<std::string> imported;
  for (const Unit& unit : units) {
    if (!unit.compilation) continue;
    const sema::Model& model = *unit.compilation->model;
    for (std::size_t i = 1; i < model.documents.size(); ++i) {
      imported.insert(absolute(model.sources[model.documents[i]->file].path()));
    }
  }
  for (Unit& unit : units) {
    if (!unit.compilation || !imported.contains(absolute(unit.path))) continue;
    std::erase_if(unit.compilation->diagnostics.all(),
                  [](const base::Diagnostic& one) { return one.info->name == sema::unused_name.name; });
  }
}

std::uint32_t mend(Unit& unit, const Request& request, const base::Files& files, runtime::Host& host,
                   bool hints) {
  std::uint32_t applied = 0;
  std::set<std::string> seen;
  for (int round = 0; round < kMostRounds; ++round) {
    compile(unit, request, files, host);
    if (!unit.compilation) return applied;
    const base::SourceMap& sources = unit.compilation->model->sources;
    const base::FileId file = sources.find(unit.path);
    if (file == 0) return applied;
    Mended mended = apply_fixes(sources, file, unit.compilation->diagnostics, hints);
    // A text that was there before would go round for ever.
    seen.insert(*unit.text);
    if (mended.fixes == 0 || seen.contains(mended.text)) return applied;
    applied += mended.fixes;
    unit.text = std::move(mended.text);
  }
  return applied;
}

}  // namespace cli
