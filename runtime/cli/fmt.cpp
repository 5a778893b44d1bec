// `amljob fmt`: the canonical form.
#include <fmt/format.h>

#include "base/diagnostics.h"
#include "format/format.h"
#include "render/diff.h"
#include "render/render.h"
#include "runtime/cli/commands.h"
#include "runtime/cli/exits.h"
#include "runtime/cli/frame/words.h"
#include "runtime/cli/operands.h"
#include "runtime/cli/options.h"
#include "syntax/parse.h"

namespace cli {

namespace {

constexpr frame::Option kCheckOnly{.name = "--check",
                                   .doc = "name the files that are not in it, and change nothing"};
constexpr frame::Option kDiff{.name = "--diff", .doc = "show what would change, and change nothing"};

struct Formatting {
  const Arguments& arguments;
  Console& console;
  std::uint32_t files = 0, changed = 0;
  bool broken = false, world_failed = false;
};

// The text in canonical form; what does not parse stays as it is and is reported.
std::string formatted(Formatting& it, const std::string& path, const std::string& text) {
  base::SourceMap sources;
  base::Diagnostics diagnostics;
  const base::FileId file = sources.add(path, text);
  const syntax::Tree tree = syntax::parse(sources, file, diagnostics);
  diagnostics.settle();
  for (const base::Diagnostic& one : diagnostics.all()) {
    it.broken |= one.severity == base::Severity::error;
    it.console.err(render::text({&sources, &one, ""}, {it.console.err_paint().on, it.console.err_width()}) +
                   "\n");
  }
  return format::formatted(sources, tree);
}

void keep(Formatting& it, const Program& program, const std::string& before, const std::string& after) {
  if (it.arguments.has(kDiff)) {
    it.console.out(render::unified_diff(program.path, before, after, it.console.out_paint()));
  } else if (it.arguments.has(kCheckOnly)) {
    if (before != after) it.console.out(program.path + "\n");
  } else if (program.from_input) {
    it.console.out(after);
  } else if (const auto written = it.console.host().write(program.path, after); !written) {
    it.console.world(written.error());
    it.world_failed = true;
  }
}

void format_one(Formatting& it, const Program& program) {
  const auto read = program.text ? std::expected<std::string, runtime::HostError>(*program.text)
                                 : it.console.host().read(program.path);
  if (!read) {
    it.console.world(read.error());
    it.world_failed = true;
    return;
  }
  const std::string after = formatted(it, program.path, *read);
  ++it.files;
  it.changed += after != *read;
  keep(it, program, *read, after);
}

Exit run(const Arguments& arguments, Console& console) {
  Formatting it{arguments, console};
  const auto programs = programs_of(arguments, console, it.world_failed);
  if (!programs) return programs.error();
  for (const Program& program : *programs) format_one(it, program);
  const bool changes_nothing = arguments.has(kCheckOnly) || arguments.has(kDiff);
  const bool input = programs->size() == 1 && programs->front().from_input;
  if (!changes_nothing && !input && it.changed > 0) {
    console.err(fmt::format("formatted {} of {}\n", it.changed, frame::counted(it.files, "file")));
  }
  if (it.world_failed) return Exit::world;
  return it.broken || (changes_nothing && it.changed > 0) ? Exit::findings : Exit::good;
}

constexpr const frame::Option* kOptions[] = {&kCheckOnly, &kDiff, &option::kStdinPath};
constexpr frame::Example kExamples[] = {
    {"fmt", "every .amljob file below here"},
    {"fmt --check", "in CI: exit code 1 where a file is not in canonical form"},
    {"fmt - < train.amljob", "what an editor does: from standard input to standard output"},
};
constexpr frame::ExitRow kExits[] = {
    kExitDone,
    {Exit::findings, "a file does not parse, or with --check or --diff is not in canonical form"},
    kExitUsage,
    kExitWorld,
};

}  // namespace

constexpr frame::Command kFmt{
    .name = "fmt",
    .doc = "Bring programs into the canonical form",
    .usage = "[FILE|DIR|-]… [OPTION]…",
    .more =
        "There is nothing to set. Without a FILE: as `amljob check`. What does not parse is "
        "left as it is.",
    .most = frame::kAny,
    .operands = frame::Operands::programs,
    .options = kOptions,
    .examples = kExamples,
    .exits = kExits,
    .run = run};

}  // namespace cli
