// Sizes of virtual machines that are gone, are going, or that nobody has heard of. Source: facts/vm_sizes.h.
#include <fmt/format.h>

#include "base/nearest.h"
#include "facts/vm_sizes.h"
#include "rules/rules.h"
#include "rules/walk.h"

namespace rules {
namespace {

AMLJOB_DIAGNOSTIC_ROW(retired_vm_size, warning, "VM size `{}` is known to be retired", std::string_view)
AMLJOB_DIAGNOSTIC_ROW(retiring_vm_size, warning, "VM size `{}` is known to be retired on {}",
                      std::string_view, std::string)
AMLJOB_DIAGNOSTIC_ROW(unknown_vm_size, warning, "no VM size `{}` is known", std::string_view)
AMLJOB_DIAGNOSTIC_ROW(arm64_vm_size, warning, "VM size `{}` is known to be an arm64 machine",
                      std::string_view)

constexpr int kSoonDays = 365;

std::string as_of() { return fmt::format("by the table of {}", facts::to_string(facts::kVmSizesAsOf)); }

// A size that is going: what to take instead.
void propose(const Context& context, const facts::VmSize& size, const sema::FieldValue& field,
             const std::string& start, base::Diagnostic& report) {
  std::string help = start.empty() ? as_of() : start + ", " + as_of();
  const facts::VmSize* current = facts::closest_current(size, context.today);
  if (current) {
    const std::string gpu = facts::describe(current->gpu);
    help += fmt::format("; closest current size `{}` ({})", current->name,
                        gpu.empty() ? facts::describe(*current) : gpu);
    const std::string_view written = context.model.sources.text(field.value.at);
    if (written == fmt::format("\"{}\"", *field.value.get<std::string_view>())) {
      report.fix(fmt::format("write `{}`", current->name), base::Safe::no,
                 {{field.value.at, fmt::format("\"{}\"", current->name)}});
    }
  } else if (!size.successor.empty()) {
    help += fmt::format("; its successors are {}", size.successor);
  }
  report.with_help(std::move(help));
}

void report_unknown(std::string_view name, base::Span at, base::Diagnostics& diagnostics) {
  base::Diagnostic& report = diagnostics.report(at, unknown_vm_size, name);
  std::vector<std::string_view> names;
  for (const facts::VmSize& size : facts::vm_sizes()) names.push_back(size.name);
  if (const auto near = base::nearest(name, names); !near.empty()) {
    report.with_label(fmt::format("did you mean `{}`?", near));
  }
  report.with_help(as_of() + "; a newer size may be missing in it");
}

void check(const Context& context, const sema::FieldValue& field, base::Diagnostics& diagnostics) {
  const std::string_view name = *field.value.get<std::string_view>();
  const base::Span at = field.value.at;
  const facts::VmSize* size = facts::find_vm_size(name);
  if (!size) {
    if (!facts::is_outside_table(name)) report_unknown(name, at, diagnostics);
    return;
  }
  if (facts::is_retired(*size, context.today)) {
    const std::string since =
        size->retirement.known() ? fmt::format("since {}", facts::to_string(size->retirement)) : "";
    propose(context, *size, field, since, diagnostics.report(at, retired_vm_size, name));
  } else if (facts::retires_within(*size, context.today, kSoonDays)) {
    propose(context, *size, field, "",
            diagnostics.report(at, retiring_vm_size, name, facts::to_string(size->retirement)));
  } else if (size->arm64) {
    diagnostics.report(at, arm64_vm_size, name)
        .with_label("the service's base images are linux/amd64")
        .with_help(as_of());
  }
}

// Serverless compute takes its size in the job; of another compute `instance_type` is no VM size.
bool is_serverless(const sema::Body& job) { return job.text("compute") == "serverless"; }

void run(const Context& context, base::Diagnostics& diagnostics) {
  Seen seen;
  const auto look = [&](const sema::Body& body, std::string_view path) {
    const sema::FieldValue* field = given(body, path);
    if (field && field->value.is<std::string_view>() && seen.first(field->value.at))
      check(context, *field, diagnostics);
  };
  for (const sema::Declaration* compute : declarations_of(context, "compute")) look(*compute->body, "size");
  for (const sema::Declaration* job : declarations_of(context, "job")) {
    if (is_serverless(*job->body)) look(*job->body, "resources.instance_type");
  }
}

constexpr const base::DiagnosticInfo* kReports[] = {&retired_vm_size, &retiring_vm_size, &unknown_vm_size,
                                                    &arm64_vm_size};

}  // namespace

const Rule kVmSize{kReports, run};

}  // namespace rules
