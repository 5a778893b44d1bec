// Texts, tags and times that are beyond what the service's documentation says it takes. Source:
// facts/limits.h.
#include <fmt/format.h>

#include "base/quantity.h"
#include "facts/limits.h"
#include "rules/code_folders.h"
#include "rules/rules.h"
#include "rules/walk.h"

namespace rules {
namespace {

AMLJOB_DIAGNOSTIC_ROW(over_limit, warning, "`{}` has {}, and {} is the known limit", std::string_view,
                      std::string, std::uint64_t)
AMLJOB_DIAGNOSTIC_ROW(timeout_over_lifetime, warning, "no job is known to run for {}", std::string)

std::string as_of() { return fmt::format("documented; known on {}", facts::to_string(facts::kLimitsAsOf)); }

// Code points, which is what documentation counts.
std::uint64_t characters(std::string_view text) {
  std::uint64_t count = 0;
  for (const char c : text) count += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  return count;
}

struct Limit {
  std::string_view name;
  std::uint64_t most;
  std::string_view noun;
};

class Check {
 public:
  Check(Seen& seen, base::Diagnostics& diagnostics) : seen_(seen), diagnostics_(diagnostics) {}

  void count(std::uint64_t found, const Limit& limit, base::Span at) {
    if (found <= limit.most || !seen_.first(at)) return;
    diagnostics_.report(at, over_limit, limit.name, counted(found, limit.noun), limit.most)
        .with_help(as_of());
  }

  void text(const sema::Body& body, std::string_view field, std::uint64_t most) {
    const auto* value = value_of<std::string_view>(body, field);
    if (value) count(characters(*value), {field, most, "character"}, body.at_path(field)->value.at);
  }

  void pairs(const sema::Body& body, std::string_view field, std::uint64_t most) {
    const auto* map = value_of<const sema::Map*>(body, field);
    if (!map) return;
    count((*map)->entries.size(), {field, most, "member"}, body.at_path(field)->name_at);
    for (const sema::Entry& entry : (*map)->entries) {
      count(characters(entry.key), {entry.key, facts::kTagKeyLength, "character"}, entry.key_at);
      const auto* value = entry.value.get<std::string_view>();
      if (value) count(characters(*value), {entry.key, facts::kTagValueLength, "character"}, entry.value.at);
    }
  }

 private:
  Seen& seen_;
  base::Diagnostics& diagnostics_;
};

void check_timeout(const sema::Body& job, Seen& seen, base::Diagnostics& diagnostics) {
  const sema::FieldValue* field = given(job, "limits.timeout");
  const auto* timeout = field ? field->value.get<base::Duration>() : nullptr;
  if (!timeout) return;
  const sema::Declaration* compute = declaration_of(job, "compute");
  const bool low = (compute && compute->body && compute->body->text("tier") == "low_priority") ||
                   job.text("queue_settings.job_tier") == "spot";
  const std::int64_t most = low ? facts::kLowPriorityLifetimeSeconds : facts::kJobLifetimeSeconds;
  if (timeout->milliseconds <= most * 1000 || !seen.first(field->value.at)) return;
  base::Diagnostic& report =
      diagnostics.report(field->value.at, timeout_over_lifetime, base::spelled(*timeout));
  report.with_label(low ? "on low-priority nodes a job is ended after 7 days"
                        : "a job is ended after 21 days");
  report.with_help(fmt::format("write `timeout = {}d` or less ({})", most / 86400, as_of()));
}

void check_ports(const sema::Body& job, Check& check) {
  const auto count = [&](std::string_view field, std::uint64_t most) {
    const sema::Ports* ports = ports_of(job, field);
    if (!ports) return;
    std::uint64_t found = 0;
    for (const sema::Port& port : ports->entries) found += port.type && !port.type->literal;
    check.count(found, {field, most, field == "inputs" ? "data input" : "output"}, job.find(field)->name_at);
  };
  count("inputs", facts::kJobInputs);
  count("outputs", facts::kJobOutputs);
}

void run(const Context& context, base::Diagnostics& diagnostics) {
  Seen seen;
  Check check(seen, diagnostics);
  for (const sema::Declaration* job : declarations_of(context, "job")) {
    const sema::Body& body = *job->body;
    check.text(body, "experiment_name", facts::kExperimentNameLength);
    check.text(body, "display_name", facts::kDisplayNameLength);
    check.text(body, "description", facts::kDescriptionLength);
    check.pairs(body, "tags", facts::kTags);
    check.pairs(body, "properties", facts::kProperties);
    check_ports(body, check);
    check_timeout(body, seen, diagnostics);
  }
}

constexpr const base::DiagnosticInfo* kReports[] = {&over_limit, &timeout_over_lifetime};

}  // namespace

const Rule kDocumentedLimits{kReports, run};

}  // namespace rules
