// For tests: compiles a text among files of memory, runs all rules, and tells what they report.
#pragma once

#include <algorithm>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "base/memory_files.h"
#include "rules/rule.h"
#include "sema/analyze.h"

namespace rules {

struct Findings {
  std::unique_ptr<sema::Model> model;
  base::Diagnostics diagnostics;

  std::string written(base::Span at) const {
    return at.known() ? std::string(model->sources.text(at)) : std::string();
  }
  // "no-image `env`" for each, in order of their places: the row, and the text that it stands at.
  std::vector<std::string> all() const {
    std::vector<std::string> out;
    for (const base::Diagnostic& one : diagnostics.all()) {
      std::string text = written(one.at);
      text = text.substr(0, text.find('\n'));
      out.push_back(std::string(one.info->name) + " " + text);
    }
    return out;
  }
  const base::Diagnostic* find(std::string_view name) const {
    for (const base::Diagnostic& one : diagnostics.all()) {
      if (one.info->name == name) return &one;
    }
    return nullptr;
  }
  std::size_t count(std::string_view name) const {
    const auto& all = diagnostics.all();
    return static_cast<std::size_t>(
        std::count_if(all.begin(), all.end(), [&](const auto& one) { return one.info->name == name; }));
  }
};

inline Findings findings(std::string text, base::MemoryFiles files = {}, facts::Date today = {2026, 11, 24}) {
  Findings out;
  files.add("job.amljob", std::move(text));
  out.model = sema::analyze("job.amljob", std::nullopt, files, {}, out.diagnostics);
  run_all(*out.model, files, today, out.diagnostics);
  out.diagnostics.settle();
  return out;
}

}  // namespace rules
