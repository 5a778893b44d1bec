// `amljob explain`: the page on a diagnostic.
#include <fmt/format.h>

#include "driver/catalogue.h"
#include "render/finding.h"
#include "render/paint.h"
#include "runtime/cli/commands.h"
#include "runtime/cli/exits.h"
#include "runtime/cli/frame/arguments.h"
#include "runtime/cli/frame/console.h"
#include "runtime/cli/page_text.h"
#include "runtime/cli/pages.h"
#include "runtime/cli/rows.h"

namespace cli {

namespace {

constexpr frame::Option kList{.name = "--list", .doc = "list all diagnostics"};

std::string list() {
  const auto& rows = driver::catalogue();
  std::size_t widest = 0;
  for (const base::DiagnosticInfo* row : rows) widest = std::max(widest, row->name.size());
  std::string out;
  const base::DiagnosticInfo* before = nullptr;
  for (const base::DiagnosticInfo* row : rows) {
    // A name that two stages report is one diagnostic.
    if (before != nullptr && before->name == row->name) continue;
    before = row;
    out += fmt::format("{:<{}}  {:<7}  {}\n", row->name, widest, render::name_of(row->severity),
                       render::headline(*row));
  }
  return out;
}

frame::Exit run(const frame::Arguments& arguments, frame::Console& console) {
  if (arguments.has(kList)) {
    console.out(list());
    return frame::Exit::good;
  }
  if (arguments.operands.empty())
    return console.usage("`explain` needs the NAME of a diagnostic, or `--list`");
  const std::string& name = arguments.operands[0];
  const base::DiagnosticInfo* const row = driver::find_diagnostic(name);
  if (row == nullptr) return console.usage(no_diagnostic(name));
  console.out(page_text(*row, page_on(name), console.out_paint()));
  return frame::Exit::good;
}

constexpr const frame::Option* kOptions[] = {&kList};
constexpr frame::Example kExamples[] = {
    {"explain floating-tag", "what it means, an example, and the way out"},
    {"explain image-and-dockerfile", "the same of an error"},
    {"explain --list", "every diagnostic with its severity"},
};
constexpr frame::ExitRow kExits[] = {kExitDone, kExitUsage, kExitWorld};

}  // namespace

constexpr frame::Command kExplain{.name = "explain",
                                  .doc = "Say what a diagnostic means and what to do",
                                  .usage = "NAME | --list",
                                  .most = 1,
                                  .operands = frame::Operands::diagnostics,
                                  .options = kOptions,
                                  .examples = kExamples,
                                  .exits = kExits,
                                  .run = run};

}  // namespace cli
