// The script of a job: whether it is in the code that is uploaded. Source: the job's working directory holds
// the code folder under its ignore rules, and nothing else.
#include <fmt/format.h>

#include "rules/code_folders.h"
#include "rules/rules.h"
#include "rules/text_place.h"
#include "rules/walk.h"

namespace rules {
namespace {

AMLJOB_DIAGNOSTIC_ROW(script_without_code, error, "{} has a `script`, and no `code` that holds it",
                      std::string)
AMLJOB_DIAGNOSTIC_ROW(script_not_found, error, "there is no `{}` in `{}`", std::string, std::string)
AMLJOB_DIAGNOSTIC_ROW(script_outside, error, "`{}` lies outside of `{}`", std::string, std::string)
AMLJOB_DIAGNOSTIC_ROW(script_ignored, error, "`{}` is not uploaded", std::string)

struct Script {
  const TextPlace& place;
  const sema::FieldValue& code;
  std::string folder;
  std::string path;  // normal, within the folder
};

void report_missing(const Context& context, const Script& script, base::Diagnostics& diagnostics) {
  const snapshot::Snapshot& snapshot = snapshot_of(context, script.folder);
  base::Diagnostic& report =
      diagnostics.report(script.place.all(), script_not_found, script.place.text(), script.folder);
  report.note(script.code.value_at, "the code is this");
  const formats::Range whole = formats::range(0, script.place.text().size());
  if (has_folder(snapshot, script.path)) {
    report.with_label("this is a folder").with_help("name a Python file in it");
  } else if (const auto near = nearest_file(snapshot, script.path); !near.empty()) {
    report.with_label(fmt::format("did you mean `{}`?", near));
    if (script.place.exact(whole)) {
      report.fix(fmt::format("write `{}`", near), base::Safe::no,
                 {{script.place.at(whole), script.place.spelled(near)}});
    }
  } else {
    report.with_help("the path counts from the code folder");
  }
}

void check(const Context& context, const Script& script, base::Diagnostics& diagnostics) {
  const base::Span at = script.place.all();
  if (script.path.starts_with("..") || script.path.starts_with('/')) {
    diagnostics.report(at, script_outside, script.place.text(), script.folder)
        .with_label("what is not in the code folder is not uploaded")
        .note(script.code.value_at, "the code is this")
        .with_help("name the folder that holds both as `code`, and the path within it here");
    return;
  }
  const snapshot::Snapshot& snapshot = snapshot_of(context, script.folder);
  const Lookup found = look_up(snapshot, script.path);
  if (found.goes) return;
  if (!found.ignored) return report_missing(context, script, diagnostics);
  base::Diagnostic& report = diagnostics.report(at, script_ignored, script.place.text());
  report.with_label(fmt::format("it is there, and `{}` leaves it out", snapshot.rules.file));
  report.note(ignore_line(context, snapshot, found.ignored->by), "by this line");
  report.with_help(fmt::format("add `!{}` to the end of `{}`", script.path, snapshot.rules.file));
}

void run(const Context& context, base::Diagnostics& diagnostics) {
  Seen seen;
  for (const sema::Declaration* job : declarations_of(context, "job")) {
    const sema::FieldValue* field = given(*job->body, "script");
    if (!field || given(*job->body, "command")) continue;
    const TextPlace place(context.model.sources, field->value);
    const sema::FieldValue* code = given(*job->body, "code");
    if (!code && place.known() && !is_template(*job) && seen.first(place.all())) {
      diagnostics.report(place.all(), script_without_code, subject(*job))
          .with_help("name the folder that is uploaded and becomes the working directory: `code = \"src\"`");
    }
    const std::string folder(local_path(*job->body, "code"));
    if (folder.empty() || !place.known() || !seen.first(place.all())) continue;
    check(context, {place, *code, folder, base::join_path("", place.text())}, diagnostics);
  }
}

constexpr const base::DiagnosticInfo* kReports[] = {&script_without_code, &script_not_found, &script_outside,
                                                    &script_ignored};

}  // namespace

const Rule kScript{kReports, run};

}  // namespace rules
