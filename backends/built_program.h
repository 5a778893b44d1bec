// For tests: a program's text, compiled, sealed and emitted.
#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "backends/backend.h"
#include "base/memory_files.h"
#include "sema/analyze.h"

namespace backends {

struct Built {
  std::unique_ptr<sema::Model> model;
  base::Diagnostics diagnostics;
  std::vector<Artifact> artifacts;
  std::optional<ir::Plan> plan;

  // The names of what was reported, but for hints and the like that tests do not ask for.
  std::string findings() const {
    std::string out;
    for (const base::Diagnostic& one : diagnostics.all()) {
      if (one.severity == base::Severity::error)
        out += std::string(one.info->name) + ": " + one.message + "\n";
    }
    return out;
  }
  const Artifact* find(std::string_view path) const {
    for (const Artifact& one : artifacts) {
      if (one.path == path) return &one;
    }
    return nullptr;
  }
  std::string text(std::string_view path) const {
    const Artifact* one = find(path);
    EXPECT_NE(one, nullptr) << path << " is not there";
    return one ? one->bytes : std::string();
  }
  nlohmann::ordered_json request(std::string_view id) const {
    const auto request =
        nlohmann::ordered_json::parse(text("requests/" + std::string(id) + ".json"), nullptr, false);
    return request;
  }
  std::vector<std::string> requests() const {
    std::vector<std::string> out;
    for (const ir::Step& step : plan->steps()) out.push_back(step.id);
    return out;
  }
};

inline constexpr const char* kWorkspace =
    "/subscriptions/S/resourceGroups/G/providers/Microsoft.MachineLearningServices/workspaces/W";

struct Program {
  std::string text;
  base::MemoryFiles files = {};
  ir::Settings settings = {};
  std::string target = {};
};

inline Built build(Program program) {
  program.files.add("p.amljob", program.text);
  if (program.settings.workspace_id.empty() && program.text.find("workspace {") == std::string::npos) {
    program.settings.workspace_id = kWorkspace;
  }
  sema::Options options;
  options.target = program.target;
  options.need_values = true;
  Built out;
  out.model = sema::analyze("p.amljob", std::nullopt, program.files, options, out.diagnostics);
  EXPECT_NE(out.model, nullptr);
  if (!out.model) return out;
  out.plan = ir::seal(*out.model, program.files, program.settings, out.diagnostics);
  if (out.plan) out.artifacts = emit_all(*out.plan, program.files);
  return out;
}

}  // namespace backends
