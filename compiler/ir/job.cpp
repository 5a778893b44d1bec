#include "ir/job.h"

#include <algorithm>

#include "ir/ids.h"

namespace ir {

namespace {

using Variables = std::vector<std::pair<std::string, Pieces>>;

void add_variables(Variables& variables, const sema::Body& body) {
  const sema::FieldValue* field = body.find("environment_variables");
  const auto* map = field ? field->value.get<const sema::Map*>() : nullptr;
  if (!map) return;
  for (const sema::Entry& entry : (*map)->entries) {
    if (entry.value.is<sema::None>()) continue;
    const auto same = [&](const auto& one) { return one.first == entry.key; };
    const auto found = std::find_if(variables.begin(), variables.end(), same);
    if (found == variables.end()) {
      variables.emplace_back(entry.key, pieces_of(entry.value));
    } else {
      found->second = pieces_of(entry.value);
    }
  }
}

std::string code_id(const Plan& plan, const sema::Body& job) {
  const sema::FieldValue* code = job.find("code");
  if (!code) return {};
  if (const auto* outside = code->value.get<const sema::Outside*>())
    return id_of(plan, **outside, {"codes", true});
  const auto* path = code->value.get<const sema::Path*>();
  if (!path) return {};
  if ((*path)->local.empty()) return std::string((*path)->text);
  const Step* step = plan.code_of((*path)->local);
  return step ? id_of(plan, *step) : std::string();
}

}  // namespace

JobText text_of(const Plan& plan, const sema::Declaration& job) {
  JobText out;
  out.command = command_of(*job.body, "python");
  const sema::Declaration* environment = environment_of(job);
  if (environment && environment->body) add_variables(out.variables, *environment->body);
  add_variables(out.variables, *job.body);
  out.code_id = code_id(plan, *job.body);
  return out;
}

const sema::Declaration* environment_of(const sema::Declaration& job) {
  const sema::FieldValue* field = job.body->find("environment");
  const auto* ref = field ? field->value.get<sema::Ref>() : nullptr;
  return ref ? ref->to : nullptr;
}

const sema::Body* login_of(const sema::Declaration& environment) {
  const sema::FieldValue* field =
      environment.body ? environment.body->at_path("docker.base_image_registry") : nullptr;
  const auto* login = field ? field->value.get<const sema::Body*>() : nullptr;
  return login ? *login : nullptr;
}

std::string_view local_path(const sema::Body& body, std::string_view field) {
  const sema::FieldValue* value = body.at_path(field);
  const auto* path = value ? value->value.get<const sema::Path*>() : nullptr;
  return path ? (*path)->local : std::string_view{};
}

}  // namespace ir
