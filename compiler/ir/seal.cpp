// From a checked program to a plan: where it goes, what is sent and in which order, and whether the service
// has it all.
#include <fmt/format.h>

#include "ir/api.h"
#include "ir/diagnostics.h"
#include "ir/home.h"
#include "ir/plan.h"
#include "ir/steps.h"
#include "ir/walk.h"

namespace ir {

namespace {

void report_newer(base::Span at, std::string_view name, schema::Api since, const Settings& settings,
                  base::Diagnostics& diagnostics) {
  if (since <= api_of(settings.api_version)) return;
  diagnostics.report(at, newer_field, name, first_with(since), settings.api_version)
      .with_help(fmt::format("leave it out, or build for `--api-version {}`", first_with(since)));
}

void check_words(const sema::FieldValue& field, const Settings& settings, base::Diagnostics& diagnostics) {
  const auto* text = field.value.get<std::string_view>();
  if (!text) return;
  for (const schema::Word& word : field.field->type.words) {
    if (word.name == *text) report_newer(field.value_at, word.name, word.since, settings, diagnostics);
  }
}

// A block that is sent in parts, or not at all, has no object in the request that `raw` could be merged into.
void check_raw(const sema::FieldValue& field, base::Diagnostics& diagnostics) {
  const auto* body = field.value.get<const sema::Body*>();
  if (!body || !(*body)->raw || !field.field->rest.empty()) return;
  diagnostics.report((*body)->raw->at, raw_nowhere, field.field->name)
      .with_help("write it in the body of the declaration, where its own fields lie");
}

void check_step(const Step& step, const Settings& settings, base::Diagnostics& diagnostics) {
  if (!step.declaration) return;
  Visitor visitor;
  visitor.field = [&](const sema::FieldValue& field) {
    check_raw(field, diagnostics);
    if (field.fallback) return;
    report_newer(field.name_at, field.field->name, field.field->since, settings, diagnostics);
    check_words(field, settings, diagnostics);
  };
  walk(*step.declaration->body, visitor);
}

}  // namespace

const Step* Plan::step_of(const sema::Declaration& declaration) const {
  const auto found = step_of_.find(&declaration);
  return found == step_of_.end() ? nullptr : &steps_[found->second];
}

const Step* Plan::code_of(std::string_view path) const {
  for (const Step& step : steps_) {
    if (step.kind == StepKind::code && step.upload->source == path) return &step;
  }
  return nullptr;
}

const Upload* Plan::data_of(std::string_view path) const {
  for (const Step& step : steps_) {
    if (step.kind == StepKind::data && step.upload && step.upload->source == path) return &*step.upload;
    for (const Upload& upload : step.inputs) {
      if (upload.source == path) return &upload;
    }
  }
  return nullptr;
}

std::optional<Plan> seal(sema::Model& model, const base::Files& files, const Settings& settings,
                         base::Diagnostics& diagnostics) {
  if (diagnostics.has_errors()) return std::nullopt;
  std::optional<Home> home = find_home(model, files, settings, diagnostics);
  Collected collected = collect(model, files, settings, diagnostics);
  for (const Step& step : collected.steps) check_step(step, settings, diagnostics);
  if (!home || diagnostics.has_errors()) return std::nullopt;
  collected = in_order(std::move(collected));
  Plan plan;
  plan.model_ = &model;
  plan.settings_ = settings;
  plan.home_ = std::move(*home);
  plan.steps_ = std::move(collected.steps);
  plan.step_of_ = std::move(collected.of);
  return plan;
}

}  // namespace ir
