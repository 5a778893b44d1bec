#include "ir/describe_job.h"

#include <fmt/format.h>

#include <array>

#include "facts/vm_sizes.h"
#include "ir/describe_words.h"
#include "ir/job.h"

namespace ir {

namespace {

void add(Paragraph& paragraph, std::string label, std::string text) {
  if (!text.empty()) paragraph.facts.push_back({std::move(label), std::move(text)});
}

// What the modes of inputs and outputs do, in words.
std::string_view mode_words(std::string_view mode) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 7> kWords = {
      {{"ro_mount", "read-only mount"},
       {"rw_mount", "mounted for writing"},
       {"download", "downloaded"},
       {"upload", "uploaded at the end"},
       {"direct", "as an address"},
       {"eval_mount", "mounted, evaluated"},
       {"eval_download", "downloaded, evaluated"}}};
  for (const auto& [name, words] : kWords) {
    if (name == mode) return words;
  }
  return mode;
}

std::string mode_of(const sema::Port& port) {
  const std::string_view mode = port.options ? port.options->text("mode") : std::string_view{};
  return mode.empty() ? "" : fmt::format(", {}", mode_words(mode));
}

std::string value_words(const Plan& plan, const sema::Port& port) {
  if (const auto* ref = port.value.get<sema::Ref>())
    return fmt::format("data {}{}", ref->to->azure_name, mode_of(port));
  if (const auto* outside = port.value.get<const sema::Outside*>()) {
    return fmt::format("{}{}", (*outside)->text, mode_of(port));
  }
  if (const auto* path = port.value.get<const sema::Path*>()) {
    const Upload* upload = plan.data_of((*path)->local);
    if (!upload) return fmt::format("{}{}", (*path)->text, mode_of(port));
    return fmt::format("{} (uploaded: {}, {}){}", (*path)->text, counted(upload->files.size(), "file"),
                       size_words(upload->bytes), mode_of(port));
  }
  return port.type && port.type->literal ? client_literal(port.value) : service_text(pieces_of(port.value));
}

const sema::Ports* ports_of(const sema::Body& body, std::string_view field) {
  const sema::FieldValue* value = body.find(field);
  const auto* ports = value ? value->value.get<const sema::Ports*>() : nullptr;
  return ports ? *ports : nullptr;
}

void say_ports(Paragraph& out, const Plan& plan, const sema::Body& body) {
  std::string inputs, outputs;
  if (const sema::Ports* ports = ports_of(body, "inputs")) {
    for (const sema::Port& port : ports->entries) {
      if (port.value.is<sema::None>()) continue;
      inputs += fmt::format("{}{} = {}", inputs.empty() ? "" : " · ", port.name, value_words(plan, port));
    }
  }
  if (const sema::Ports* ports = ports_of(body, "outputs")) {
    for (const sema::Port& port : ports->entries) {
      outputs += fmt::format("{}{} ({}{})", outputs.empty() ? "" : " · ", port.name,
                             port.type ? port.type->name : "", mode_of(port));
    }
  }
  add(out, "inputs", std::move(inputs));
  add(out, "outputs", std::move(outputs));
}

std::string environment_words(const sema::Body& job) {
  const sema::FieldValue* field = job.find("environment");
  if (!field) return {};
  if (const auto* outside = field->value.get<const sema::Outside*>()) return std::string((*outside)->text);
  const auto* ref = field->value.get<sema::Ref>();
  if (!ref) return {};
  return ref->to->anonymous ? "its own, as above" : std::string(ref->to->azure_name);
}

struct Where {
  std::string name;  // "gpu-cluster", "serverless compute"
  bool existing = false;
  bool local = false;
};

Where where_of(const sema::Body& job) {
  const sema::FieldValue* field = job.find("compute");
  if (!field) return {};
  if (const auto* ref = field->value.get<sema::Ref>()) {
    return {std::string(ref->to->azure_name), ref->to->existing, false};
  }
  if (const auto* outside = field->value.get<const sema::Outside*>()) {
    return {std::string((*outside)->name.empty() ? (*outside)->text : (*outside)->name), true, false};
  }
  const std::string_view word = job.text("compute");
  if (word == "serverless") return {"serverless compute", false, false};
  return {std::string(word), false, word == "local"};
}

void say_cost(Paragraph& out, const sema::Body& job, const Where& where) {
  if (where.name.empty() || where.local) return;
  std::int64_t nodes = 1;
  if (const sema::FieldValue* count = job.at_path("resources.instance_count")) {
    if (const auto* number = count->value.get<std::int64_t>()) nodes = *number;
  }
  std::string text =
      fmt::format("{} of {} while it runs", counted(static_cast<std::uint64_t>(nodes), "node"), where.name);
  if (const sema::FieldValue* limit = job.at_path("limits.timeout")) {
    if (const auto* time = limit->value.get<base::Duration>()) text += ", at most " + duration_words(*time);
  }
  out.costs = true;
  add(out, "costs", std::move(text));
}

std::int64_t integer_of(const sema::Body& body, std::string_view field, std::int64_t otherwise) {
  const sema::FieldValue* value = body.find(field);
  const auto* number = value ? value->value.get<std::int64_t>() : nullptr;
  return number ? *number : otherwise;
}

std::string size_facts(std::string_view size) {
  const facts::VmSize* known = facts::find_vm_size(size);
  return known ? fmt::format("{} ({})", size, facts::describe(*known)) : std::string(size);
}

void say_cluster(Paragraph& out, const sema::Body& compute) {
  const std::int64_t least = integer_of(compute, "min_instances", 0);
  const std::int64_t most = integer_of(compute, "max_instances", 4);
  const sema::FieldValue* idle = compute.find("idle_time_before_scale_down");
  const auto* time = idle ? idle->value.get<base::Duration>() : nullptr;
  std::string text =
      fmt::format("created if absent: {}–{} × {}", least, most, size_facts(compute.text("size")));
  if (compute.text("tier") == "low_priority") text += ", low priority: nodes can be taken away";
  if (time) text += fmt::format(", off after {} idle", duration_words(*time));
  add(out, "nodes", std::move(text));
  out.costs = true;
  add(out, "costs",
      least == 0 ? "nothing while idle; its nodes while jobs run"
                 : fmt::format("{} even when idle", counted(static_cast<std::uint64_t>(least), "node")));
}

}  // namespace

void say_job(Paragraph& out, const Plan& plan, const Step& step) {
  const sema::Body& body = *step.declaration->body;
  const std::string_view experiment = body.text("experiment_name");
  if (!experiment.empty()) out.aside = fmt::format("experiment {}", experiment);
  const JobText job = text_of(plan, *step.declaration);
  const Where where = where_of(body);
  add(out, "runs", service_text(job.command));
  add(out, "in", environment_words(body));
  add(out, "on",
      where.local ? "this machine (`local`)" : where.name + (where.existing ? ", which exists" : ""));
  if (const Step* code = plan.code_of(local_path(body, "code"))) {
    add(out, "uploads", upload_words(*code->upload));
  } else if (job.code_id.empty()) {
    add(out, "uploads", "no code: the working directory is empty");
  }
  say_ports(out, plan, body);
  std::string names;
  for (const auto& [name, value] : job.variables) names += (names.empty() ? "" : ", ") + name;
  add(out, "variables", std::move(names));
  say_cost(out, body, where);
}

void say_compute(Paragraph& out, const sema::Body& compute) {
  const std::string_view type = compute.text("type");
  if (type == "amlcompute" || type.empty()) {
    say_cluster(out, compute);
    return;
  }
  if (type == "computeinstance") {
    add(out, "machine",
        fmt::format("created if absent: {}, for one person", size_facts(compute.text("size"))));
    add(out, "costs", "as long as it is on");
    out.costs = true;
    return;
  }
  add(out, "attached", fmt::format("{}, which exists already", type));
}

}  // namespace ir
