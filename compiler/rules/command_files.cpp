// Python files and shell scripts that a command runs: whether they are in the code that is uploaded.
#include <fmt/format.h>

#include <algorithm>

#include "formats/shell.h"
#include "rules/code_folders.h"
#include "rules/rules.h"
#include "rules/text_place.h"
#include "rules/walk.h"

namespace rules {
namespace {

AMLJOB_DIAGNOSTIC_ROW(command_file_missing, warning, "the command runs `{}`, which is not in `{}`",
                      std::string, std::string)
AMLJOB_DIAGNOSTIC_ROW(command_file_ignored, warning, "the command runs `{}`, which is not uploaded",
                      std::string)
AMLJOB_DIAGNOSTIC_ROW(command_without_code, hint, "the command runs `{}`, and the job has no `code`",
                      std::string)

constexpr std::string_view kInterpreters[] = {"python", "python3", "bash", "sh", "torchrun"};
// Programs that bring or move files: after one of them nobody knows what is there.
constexpr std::string_view kMovers[] = {"cd",     "pushd", "git",   "wget",   "curl",   "cp",
                                        "mv",     "ln",    "unzip", "tar",    "touch",  "echo",
                                        "printf", "cat",   "tee",   "azcopy", "gsutil", "aws"};

bool contains(std::span<const std::string_view> list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

bool is_script(std::string_view path) { return path.ends_with(".py") || path.ends_with(".sh"); }

// The file that an interpreter is given: its first argument that is no option, if it is a plain relative
// path.
const formats::ShellWord* file_of(const formats::ShellCommand& command) {
  const formats::ShellWord* program = formats::program_of(command);
  if (!program) return nullptr;
  const auto at = std::find_if(command.words.begin(), command.words.end(),
                               [&](const formats::ShellWord& word) { return &word == program; });
  if (program->plain.starts_with("./") && is_script(program->plain)) return program;
  if (!contains(kInterpreters, program->plain)) return nullptr;
  for (auto word = at + 1; word != command.words.end(); ++word) {
    if (word->plain == "-m" || word->plain == "-c") return nullptr;
    if (word->plain.starts_with('-')) continue;
    const bool plain =
        word->expansions.empty() && !word->plain.starts_with('/') && !word->plain.starts_with('~');
    return plain && is_script(word->plain) ? &*word : nullptr;
  }
  return nullptr;
}

struct Command {
  const TextPlace& place;
  const sema::Declaration& job;
  std::string folder;  // of the code; empty: it has none
};

void check_file(const Context& context, const Command& command, const formats::ShellWord& word,
                base::Diagnostics& diagnostics) {
  const base::Span at = command.place.at(word.at);
  if (command.folder.empty()) {
    diagnostics.report(at, command_without_code, word.plain)
        .with_label("without `code` the working directory is empty")
        .with_help("name the folder that holds it: `code = \"src\"`");
    return;
  }
  const snapshot::Snapshot& snapshot = snapshot_of(context, command.folder);
  const Lookup found = look_up(snapshot, base::join_path("", word.plain));
  if (found.goes) return;
  if (found.ignored) {
    diagnostics.report(at, command_file_ignored, word.plain)
        .with_label(fmt::format("it is there, and `{}` leaves it out", snapshot.rules.file))
        .note(ignore_line(context, snapshot, found.ignored->by), "by this line");
    return;
  }
  base::Diagnostic& report = diagnostics.report(at, command_file_missing, word.plain, command.folder);
  if (const auto near = nearest_file(snapshot, word.plain); !near.empty()) {
    report.with_label(fmt::format("did you mean `{}`?", near));
  }
  report.with_help("the command runs in the code folder");
}

void check(const Context& context, const Command& command, base::Diagnostics& diagnostics) {
  const formats::ShellText shell = formats::parse_shell(command.place.text());
  for (const formats::ShellCommand& one : shell.commands) {
    const formats::ShellWord* program = formats::program_of(one);
    if (program && contains(kMovers, program->plain)) return;
    if (!one.redirections.empty() && one.words.empty()) return;
    if (const formats::ShellWord* word = file_of(one)) check_file(context, command, *word, diagnostics);
  }
}

void run(const Context& context, base::Diagnostics& diagnostics) {
  Seen seen;
  for (const sema::Declaration* job : declarations_of(context, "job")) {
    const sema::FieldValue* field = given(*job->body, "command");
    if (!field || job->incomplete) continue;
    const TextPlace place(context.model.sources, field->value);
    const std::string folder(local_path(*job->body, "code"));
    const bool elsewhere = given(*job->body, "code") && folder.empty();
    if (elsewhere || !place.known() || !seen.first(place.all())) continue;
    check(context, {place, *job, folder}, diagnostics);
  }
}

constexpr const base::DiagnosticInfo* kReports[] = {&command_file_missing, &command_file_ignored,
                                                    &command_without_code};

}  // namespace

const Rule kCommandFiles{kReports, run};

}  // namespace rules
