#include "rules/job_texts.h"

#include "rules/walk.h"

namespace rules {
namespace {

void take(const sema::Value& value, std::string_view field, std::vector<JobText>& out) {
  if (const auto* list = value.get<const sema::List*>()) {
    for (const sema::Value& item : (*list)->items) take(item, field, out);
  } else if (const auto* map = value.get<const sema::Map*>()) {
    for (const sema::Entry& entry : (*map)->entries) take(entry.value, field, out);
  } else {
    out.push_back({&value, field});
  }
}

}  // namespace

std::vector<JobText> job_texts(const sema::Body& job) {
  std::vector<JobText> out;
  for (const std::string_view field : {"command", "arguments", "environment_variables"}) {
    if (const sema::FieldValue* given_one = given(job, field))
      take(given_one->value, given_one->field->name, out);
  }
  if (const sema::Ports* outputs = ports_of(job, "outputs")) {
    for (const sema::Port& port : outputs->entries) take(port.value, "outputs", out);
  }
  return out;
}

}  // namespace rules
