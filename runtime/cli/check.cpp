// `amljob check`: all findings.
#include <fmt/format.h>
#include <glob.h>

#include <algorithm>

#include "render/diff.h"
#include "runtime/cli/commands.h"
#include "runtime/cli/exits.h"
#include "runtime/cli/frame/words.h"
#include "runtime/cli/operands.h"
#include "runtime/cli/options.h"
#include "runtime/cli/report.h"
#include "runtime/cli/unit.h"
#include "runtime/disk_files.h"

namespace cli {

namespace {

namespace option_here {
constexpr frame::Option kFix{.name = "--fix", .doc = "apply the safe fixes, and report what is left"};
constexpr frame::Option kDiff{.name = "--diff", .doc = "show what --fix would change, and change nothing"};
constexpr frame::Option kParamsGlob{
    .name = "--params",
    .value = "FILE",
    .doc = "values of params; a pattern such as 'env/*.amlparams' checks once for each",
    .count = frame::Count::many};
}  // namespace option_here

using option_here::kDiff, option_here::kFix;

// Every way to choose one file for each --params, in order.
using Choices = std::vector<std::vector<std::string>>;

std::expected<Choices, runtime::HostError> choices(const std::vector<std::string>& patterns) {
  Choices out = {{}};
  for (const std::string& pattern : patterns) {
    glob_t found{};
    const int failed = ::glob(pattern.c_str(), 0, nullptr, &found);
    std::vector<std::string> files(found.gl_pathv, found.gl_pathv + (failed == 0 ? found.gl_pathc : 0));
    ::globfree(&found);
    if (files.empty()) return std::unexpected(runtime::host_error("read", pattern, ENOENT));
    Choices longer;
    for (const auto& choice : out) {
      for (const std::string& file : files) {
        longer.push_back(choice);
        longer.back().push_back(file);
      }
    }
    out = std::move(longer);
  }
  return out;
}

std::vector<Unit> units_of(const std::vector<Program>& programs, const Choices& choices) {
  std::vector<Unit> units;
  for (const Program& program : programs) {
    for (const std::vector<std::string>& params : choices) {
      std::string context;
      if (choices.size() > 1) context = fmt::format("with `--params {}`", fmt::join(params, "` `--params "));
      units.push_back({program.path, program.text, params, std::move(context), program.settings, {}, {}});
    }
  }
  return units;
}

std::string summary_of(const Report& report, const std::vector<Program>& programs, bool hints) {
  const render::Summary& summary = report.summary;
  if (summary.errors + summary.warnings == 0) {
    return fmt::format("checked {}, {}: {}\n", frame::counted(summary.files, "file"),
                       frame::counted(report.declarations, "declaration"),
                       hints && summary.hints > 0 ? frame::counted(summary.hints, "hint") : "no problems");
  }
  const std::string what = programs.size() == 1 ? programs[0].path : frame::counted(summary.files, "file");
  const std::string fixes =
      report.fixable == 0 ? "" : fmt::format("; {} can be fixed with `--fix`", report.fixable);
  return fmt::format("{}: {}{}\n", what, counts(summary), fixes);
}

struct Checking {
  const Arguments& arguments;
  Console& console;
  Request request;
  runtime::DiskFiles files = runtime::DiskFiles();
  std::vector<Program> programs = {};
  Choices choices = {};
  bool world_failed = false;
  bool differs = false;  // --diff showed something
  std::uint32_t fixed = 0;
};

// Mends each file (with its first choice of params) and writes it, or shows the difference.
void mend_all(Checking& it) {
  const bool hints = it.arguments.has(option::kHints);
  for (Program& program : it.programs) {
    Unit unit{program.path, program.text, it.choices.front(), "", program.settings, {}, {}};
    const std::uint32_t fixes = mend(unit, it.request, it.files, it.console.host(), hints);
    if (!unit.compilation || fixes == 0) continue;
    if (it.arguments.has(kDiff)) {
      const std::string before =
          program.text ? *program.text : it.console.host().read(program.path).value_or("");
      it.console.out(render::unified_diff(program.path, before, *unit.text, it.console.out_paint()));
      it.differs = true;
      continue;
    }
    it.fixed += fixes;
    if (program.from_input) {
      program.text = unit.text;
    } else if (const auto written = it.console.host().write(program.path, *unit.text); !written) {
      it.console.world(written.error());
      it.world_failed = true;
    }
  }
}

Exit report(Checking& it, std::vector<Unit>& units) {
  Report report;
  report.summary.files = static_cast<std::uint32_t>(it.programs.size());
  bool on_warning = it.request.error_on_warning;
  for (const Unit& unit : units) {
    if (!unit.compilation) {
      it.console.world({unit.error});
      it.world_failed = true;
      continue;
    }
    on_warning |= unit.settings != nullptr && unit.settings->error_on_warning;
    report.add(*unit.compilation, unit.context);
  }
  const bool mended_input = it.arguments.has(kFix) && it.programs.size() == 1 && it.programs[0].from_input;
  const Stream stream = mended_input || it.arguments.has(kDiff) ? Stream::err : Stream::out;
  if (mended_input) it.console.out(it.programs[0].text.value_or(""));
  print(report, it.arguments, it.console, stream);
  if (it.arguments.value(option::kFormat, "text") == "text" && !it.programs.empty() && !it.world_failed) {
    std::string text = summary_of(report, it.programs, it.arguments.has(option::kHints));
    if (it.fixed > 0) text = fmt::format("fixed {}\n", frame::counted(it.fixed, "problem")) + text;
    stream == Stream::out ? it.console.out(text) : it.console.err(text);
  }
  if (it.world_failed) return Exit::world;
  return report.fails(on_warning) || it.differs ? Exit::findings : Exit::good;
}

Exit run(const Arguments& arguments, Console& console) {
  auto request = make_request(arguments, console);
  if (!request) return request.error();
  Checking it{arguments, console, std::move(*request)};
  auto programs = programs_of(arguments, console, it.world_failed);
  if (!programs) return programs.error();
  it.programs = std::move(*programs);
  auto choice = choices(arguments.values(option_here::kParamsGlob));
  if (!choice) return console.world(choice.error());
  it.choices = std::move(*choice);
  if (arguments.has(kFix) || arguments.has(kDiff)) mend_all(it);
  std::vector<Unit> units = units_of(it.programs, it.choices);
  compile_all(units, it.request, it.files, console.host());
  if (it.programs.size() > 1) forget_unused_in_imported(units);
  return report(it, units);
}

constexpr const frame::Option* kOptions[] = {&kFix,
                                             &kDiff,
                                             &option::kFormat,
                                             &option::kHints,
                                             &option::kSeverity,
                                             &option::kErrorOn,
                                             &option::kAsOf,
                                             &option::kDefine,
                                             &option_here::kParamsGlob,
                                             &option::kInput,
                                             &option::kSet,
                                             &option::kStdinPath};

constexpr frame::Example kExamples[] = {
    {"check train.amljob", "says what is wrong with one file"},
    {"check --format github", "annotates a pull request: every file below here, .gitignore respected"},
    {"check train.amljob --params 'env/*.amlparams'", "checks it once for each file of parameters"},
};

constexpr frame::ExitRow kExits[] = {
    {Exit::good, "no errors"},
    {Exit::findings, "errors, or warnings with --error-on warning, or a difference with --diff"},
    kExitUsage,
    kExitWorld,
};

}  // namespace

constexpr frame::Command kCheck{
    .name = "check",
    .doc = "Say what is wrong with programs",
    .usage = "[FILE|DIR|-]… [OPTION]…",
    .more =
        "Without a FILE: every .amljob file below the current folder that no .gitignore and no amljob.toml "
        "leaves out.",
    .most = frame::kAny,
    .operands = frame::Operands::programs,
    .options = kOptions,
    .examples = kExamples,
    .exits = kExits,
    .run = run,
};

}  // namespace cli
