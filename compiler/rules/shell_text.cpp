// What a shell makes of a command otherwise than it looks: quotes that do not close, a job that ends while
// its program runs, line ends of Windows. Source: POSIX.1-2017, chapter 2; the service runs the command with
// bash.
#include <fmt/format.h>

#include "formats/shell.h"
#include "rules/rules.h"
#include "rules/text_place.h"
#include "rules/walk.h"

namespace rules {
namespace {

AMLJOB_DIAGNOSTIC_ROW(shell_syntax, error, "the shell refuses this command")
AMLJOB_DIAGNOSTIC_ROW(background_command, warning, "the job ends while this still runs")
AMLJOB_DIAGNOSTIC_ROW(carriage_return, warning, "this command ends its lines with CR LF")
AMLJOB_DIAGNOSTIC_ROW(path_in_single_quotes, hint, "the path of `{}` stands in single quotes",
                      std::string_view)

// The `&` behind the last command, if nothing waits for it.
void check_background(const TextPlace& place, const formats::ShellText& shell,
                      base::Diagnostics& diagnostics) {
  const std::string_view text = place.text();
  const std::size_t last = text.find_last_not_of(" \t\n\r");
  const bool trailing =
      last != std::string_view::npos && text[last] == '&' && (last == 0 || text[last - 1] != '&');
  if (!trailing || !shell.faults.empty()) return;
  for (const formats::Range& comment : shell.comments) {
    if (comment.end > last) return;
  }
  const formats::Range at = formats::range(last, last + 1);
  diagnostics.report(place.at(at), background_command)
      .with_label("`&` sends it into the background")
      .with_help("take the `&` away, or end with `wait`");
}

// In single quotes nothing is filled in by the shell, where the service puts a variable for the path.
void check_quoted_paths(const TextPlace& place, const sema::Body& job, const formats::ShellText& shell,
                        base::Diagnostics& diagnostics) {
  const auto look = [&](const formats::ShellWord& word) {
    for (const formats::Expansion& expansion : word.expansions) {
      if (expansion.kind != formats::Expansion::Kind::placeholder) continue;
      if (expansion.quoting != formats::Quoting::single_quotes) continue;
      const std::string_view name = expansion.name;
      const bool input = name.starts_with("inputs.");
      const sema::Ports* ports = ports_of(job, input ? "inputs" : "outputs");
      const sema::Port* port =
          ports ? ports->find(name.substr(std::min(name.find('.') + 1, name.size()))) : nullptr;
      if (!port || !port->type || port->type->literal) continue;
      diagnostics.report(place.at(expansion.at), path_in_single_quotes, name)
          .with_help("write double quotes: a runtime that fills in a variable there needs them");
    }
  };
  for (const formats::ShellCommand& command : shell.commands) {
    for (const formats::ShellWord& word : command.words) look(word);
  }
}

void check(const sema::Body& job, const TextPlace& place, base::Diagnostics& diagnostics) {
  const std::size_t windows = place.text().find("\r\n");
  if (windows != std::string::npos) {
    diagnostics.report(place.at(formats::range(windows, windows + 2)), carriage_return)
        .with_label("bash takes the CR for a part of the word before it")
        .with_help("end lines with LF alone");
    return;
  }
  const formats::ShellText shell = formats::parse_shell(place.text());
  if (!shell.faults.empty()) {
    const formats::ShellFault& fault = shell.faults.front();
    diagnostics.report(place.at(fault.at), shell_syntax).with_label(fault.what);
    return;
  }
  check_background(place, shell, diagnostics);
  check_quoted_paths(place, job, shell, diagnostics);
}

void run(const Context& context, base::Diagnostics& diagnostics) {
  Seen seen;
  for (const sema::Declaration* job : declarations_of(context, "job")) {
    const sema::FieldValue* command = given(*job->body, "command");
    if (!command) continue;
    const TextPlace place(context.model.sources, command->value);
    if (place.known() && seen.first(place.all())) check(*job->body, place, diagnostics);
  }
}

constexpr const base::DiagnosticInfo* kReports[] = {&shell_syntax, &background_command, &carriage_return,
                                                    &path_in_single_quotes};

}  // namespace

const Rule kShellText{kReports, run};

}  // namespace rules
