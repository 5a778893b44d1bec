#include "ir/local.h"

#include "ir/job.h"

namespace ir {

namespace {

const sema::Ports* ports_of(const sema::Body& body, std::string_view field) {
  const sema::FieldValue* value = body.find(field);
  const auto* ports = value ? value->value.get<const sema::Ports*>() : nullptr;
  return ports ? *ports : nullptr;
}

std::string option(const sema::Port& port, std::string_view name) {
  return port.options ? std::string(port.options->text(name)) : std::string();
}

std::string path_words(const sema::Path& path) {
  return std::string(path.local.empty() ? path.text : path.local);
}

// Data that is declared here lies where its path says.
std::string value_of(const sema::Port& port) {
  if (const auto* path = port.value.get<const sema::Path*>()) return path_words(**path);
  if (const auto* outside = port.value.get<const sema::Outside*>()) return std::string((*outside)->text);
  if (const auto* ref = port.value.get<sema::Ref>()) {
    const sema::FieldValue* field = ref->to->body ? ref->to->body->find("path") : nullptr;
    const auto* path = field ? field->value.get<const sema::Path*>() : nullptr;
    if (path) return path_words(**path);
    return "azureml:" + std::string(ref->to->azure_name);
  }
  return client_literal(port.value);
}

std::string environment_name(const sema::Body& job) {
  const sema::FieldValue* field = job.find("environment");
  if (!field) return {};
  if (const auto* ref = field->value.get<sema::Ref>()) return std::string(ref->to->azure_name);
  const auto* outside = field->value.get<const sema::Outside*>();
  return outside ? std::string((*outside)->text) : std::string();
}

void add_ports(LocalJob& out, const sema::Body& body) {
  if (const sema::Ports* inputs = ports_of(body, "inputs")) {
    for (const sema::Port& port : inputs->entries) {
      if (port.value.is<sema::None>() || !port.type) continue;
      out.inputs.push_back(
          {std::string(port.name), std::string(port.type->name), value_of(port), option(port, "mode")});
    }
  }
  if (const sema::Ports* outputs = ports_of(body, "outputs")) {
    for (const sema::Port& port : outputs->entries) {
      if (!port.type) continue;
      const std::string path = port.value.is<sema::None>() ? "" : value_of(port);
      out.outputs.push_back(
          {std::string(port.name), std::string(port.type->name), option(port, "mode"), path});
    }
  }
}

void add_tags(LocalJob& out, const sema::Body& body) {
  const sema::FieldValue* field = body.find("tags");
  const auto* map = field ? field->value.get<const sema::Map*>() : nullptr;
  if (!map) return;
  for (const sema::Entry& entry : (*map)->entries) {
    out.tags.emplace_back(entry.key, service_text(pieces_of(entry.value)));
  }
}

}  // namespace

LocalJob local_job(const Plan& plan, const sema::Declaration& job) {
  const sema::Body& body = *job.body;
  const JobText text = text_of(plan, job);
  LocalJob out;
  out.name = job.name;
  out.display_name = body.text("display_name");
  out.experiment = body.text("experiment_name");
  out.description = body.text("description");
  if (job.at.known()) out.source = plan.model().sources[job.at.file].path();
  out.command = text.command;
  out.variables = text.variables;
  add_ports(out, body);
  add_tags(out, body);
  if (const sema::FieldValue* limit = body.at_path("limits.timeout")) {
    if (const auto* time = limit->value.get<base::Duration>()) out.time_limit_ms = time->milliseconds;
  }
  out.code = local_path(body, "code");
  out.environment = environment_name(body);
  out.subscription_id = plan.home().subscription;
  out.resource_group = plan.home().group;
  out.workspace_name = plan.home().name;
  return out;
}

}  // namespace ir
