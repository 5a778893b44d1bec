// Inputs and outputs that nothing in the job speaks of. A job can read them from variables too, so the text
// of its code is looked through for those.
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "rules/code_folders.h"
#include "rules/job_texts.h"
#include "rules/rules.h"
#include "rules/walk.h"

namespace rules {
namespace {

AMLJOB_DIAGNOSTIC_ROW(unused_input, warning, "input `{}` is never used", std::string_view)
AMLJOB_DIAGNOSTIC_ROW(unused_output, hint, "output `{}` is never used", std::string_view)

struct Used {
  std::set<std::string, std::less<>> inputs, outputs;
  std::string texts;  // all that is said, for `$AZURE_ML_INPUT_x` and the service's notation in raw strings
  bool known = true;  // false: a part hangs on a param
};

Used used_by(const Context& context, const sema::Body& job) {
  Used used;
  for (const JobText& text : job_texts(job)) {
    const TextPlace place(context.model.sources, *text.value);
    used.known =
        used.known && (place.known() || !(text.value->is<const sema::Text*>() ||
                                          text.value->is<sema::Unknown>() || text.value->poisoned()));
    used.texts += place.text() + "\n";
    for (const TextPlace::DeferredAt& one : place.deferred()) {
      const bool input = one.value->root == sema::Deferred::Root::inputs;
      (input ? used.inputs : used.outputs).emplace(one.value->name);
    }
  }
  return used;
}

// Whether the job's code reads the port by its variable.
bool in_code(const Context& context, const sema::Body& job, const std::string& variable) {
  constexpr std::uint64_t kLargest = 256 << 10, kMost = 200;
  const std::string_view folder = local_path(job, "code");
  if (folder.empty()) return false;
  const snapshot::Snapshot& snapshot = snapshot_of(context, folder);
  std::uint64_t read = 0;
  for (const snapshot::File& file : snapshot.files) {
    if (!(file.path.ends_with(".py") || file.path.ends_with(".sh")) || file.size > kLargest || ++read > kMost)
      continue;
    const auto text =
        context.files.read(snapshot.single_file ? std::string(folder) : base::join_path(folder, file.path));
    if (text && text->find(variable) != std::string::npos) return true;
  }
  return false;
}

void check(const Context& context, const sema::Declaration& job, Seen& seen, base::Diagnostics& diagnostics) {
  const sema::Body& body = *job.body;
  if (!given(body, "command") && !given(body, "script")) return;
  const Used used = used_by(context, body);
  if (!used.known) return;
  const auto mentioned = [&](const sema::Port& port, const std::string& variable, std::string_view root) {
    const std::string expression = fmt::format("{}.{}", root, port.name);
    return used.texts.find(variable) != std::string::npos ||
           used.texts.find(expression) != std::string::npos || in_code(context, body, variable);
  };
  const sema::Ports* inputs = ports_of(body, "inputs");
  for (const sema::Port& port : inputs ? inputs->entries : std::span<const sema::Port>{}) {
    const std::string variable = fmt::format("AZURE_ML_INPUT_{}", port.name);
    if (used.inputs.contains(port.name) || mentioned(port, variable, "inputs") || !seen.first(port.name_at))
      continue;
    diagnostics.report(port.name_at, unused_input, port.name)
        .with_help(fmt::format("use it, as in `${{inputs.{}}}`, or take it away", port.name));
  }
  const sema::Ports* outputs = ports_of(body, "outputs");
  for (const sema::Port& port : outputs ? outputs->entries : std::span<const sema::Port>{}) {
    const std::string variable = fmt::format("AZURE_ML_OUTPUT_{}", port.name);
    if (used.outputs.contains(port.name) || mentioned(port, variable, "outputs") || !seen.first(port.name_at))
      continue;
    diagnostics.report(port.name_at, unused_output, port.name)
        .with_help(fmt::format("tell the command where it lies: `${{outputs.{}}}`", port.name));
  }
}

void run(const Context& context, base::Diagnostics& diagnostics) {
  Seen seen;
  for (const sema::Declaration* job : declarations_of(context, "job"))
    check(context, *job, seen, diagnostics);
}

constexpr const base::DiagnosticInfo* kReports[] = {&unused_input, &unused_output};

}  // namespace

const Rule kUnusedPorts{kReports, run};

}  // namespace rules
