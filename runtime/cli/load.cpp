#include "runtime/cli/load.h"

#include <fmt/format.h>

#include "runtime/cli/operands.h"
#include "runtime/cli/options.h"
#include "runtime/cli/paths.h"
#include "runtime/cli/report.h"
#include "schema/version.h"

namespace cli {

namespace {

// The option, else what amljob.toml says, else `otherwise`.
std::string setting(const Arguments& arguments, const Settings& settings, const frame::Option& row,
                    std::string_view otherwise) {
  if (arguments.has(row)) return std::string(arguments.value(row));
  const auto found = settings.build.find(row.name);
  return found == settings.build.end() ? std::string(otherwise) : found->second;
}

// The tables begin with a version: what older ones have is not known.
bool is_known_version(std::string_view text) {
  return ir::is_api_version(text) && text.substr(0, 10) >= schema::kApiVersions.front().name;
}

std::expected<void, std::string> read_storage(std::string_view text, ir::Settings& out) {
  if (text.empty()) return {};
  const std::size_t slash = text.find('/');
  if (slash == std::string_view::npos || slash == 0 || slash + 1 == text.size()) {
    return std::unexpected(fmt::format("`--default-storage` takes ACCOUNT/CONTAINER, not `{}`", text));
  }
  out.storage_account = text.substr(0, slash);
  out.storage_container = text.substr(slash + 1);
  return {};
}

std::expected<ir::Settings, std::string> settings_of(const Arguments& arguments, const Settings& settings) {
  ir::Settings out;
  out.current_folder = absolute("");
  out.workspace_id = setting(arguments, settings, option::kWorkspaceId, out.workspace_id);
  out.api_version = setting(arguments, settings, option::kApiVersion, out.api_version);
  out.location = setting(arguments, settings, option::kLocation, out.location);
  out.label_version = setting(arguments, settings, option::kResolveLabels, out.label_version);
  if (!is_known_version(out.api_version)) {
    return std::unexpected(fmt::format("`--api-version` takes a version from {} on, such as {}, not `{}`",
                                       schema::kApiVersions.front().name, schema::kApiVersions.back().name,
                                       out.api_version));
  }
  if (!out.workspace_id.empty() && !ir::is_workspace_id(out.workspace_id)) {
    return std::unexpected(
        fmt::format("`--workspace-id` takes "
                    "/subscriptions/…/resourceGroups/…/providers/Microsoft.MachineLearningServices/"
                    "workspaces/NAME, not `{}`",
                    out.workspace_id));
  }
  const auto storage = read_storage(setting(arguments, settings, option::kDefaultStorage, ""), out);
  if (!storage) return std::unexpected(storage.error());
  return out;
}

}  // namespace

std::expected<Loaded, Exit> load(const Arguments& arguments, Console& console, const LoadOptions& options) {
  auto request = make_request(arguments, console);
  if (!request) return std::unexpected(request.error());
  Loaded out{std::make_unique<runtime::DiskFiles>(), std::move(*request), {}};
  auto program = program_of(arguments.operands[0], arguments, console);
  if (!program) return std::unexpected(program.error());
  driver::Options& compiler = out.request.options;
  compiler.rules = options.rules;
  compiler.sema.need_values = options.need_values;
  if (arguments.operands.size() > 1) compiler.sema.target = arguments.operands[1];
  out.unit = {program->path, program->text, compiler.sema.params_files, "", program->settings, {}, {}};
  compile(out.unit, out.request, *out.files, console.host());
  if (!out.unit.compilation) return std::unexpected(console.world({out.unit.error}));
  return out;
}

std::expected<void, Exit> require_good(const Loaded& loaded, const Arguments& arguments, Console& console) {
  Report report;
  report.summary.files = 1;
  report.add(*loaded.unit.compilation);
  const std::string_view format = arguments.value(option::kFormat, "text");
  const bool nothing = report.summary.errors + report.summary.warnings == 0;
  if (!nothing || format != "text") print(report, arguments, console, Stream::err);
  const bool on_warning = loaded.request.error_on_warning || loaded.unit.settings->error_on_warning;
  if (!report.fails(on_warning)) return {};
  if (format == "text") console.err(fmt::format("{}: {}\n", loaded.unit.path, counts(report.summary)));
  return std::unexpected(Exit::findings);
}

std::expected<Planned, Exit> seal_plan(Loaded loaded, const Arguments& arguments, Console& console,
                                       bool need_workspace) {
  auto settings = settings_of(arguments, *loaded.unit.settings);
  if (!settings) return std::unexpected(console.usage(settings.error()));
  settings->need_workspace = need_workspace;
  driver::Compilation& compilation = *loaded.unit.compilation;
  std::optional<ir::Plan> plan =
      ir::seal(*compilation.model, *loaded.files, *settings, compilation.diagnostics);
  apply_levels(rules_of(loaded.unit, loaded.request), compilation.model->sources, compilation.diagnostics);
  compilation.diagnostics.settle();
  if (const auto good = require_good(loaded, arguments, console); !good) return std::unexpected(good.error());
  if (!plan) return std::unexpected(Exit::findings);
  return Planned{std::move(loaded), std::move(*plan)};
}

std::expected<Planned, Exit> make_plan(const Arguments& arguments, Console& console, bool need_workspace) {
  auto loaded = load(arguments, console, {.need_values = true});
  if (!loaded) return std::unexpected(loaded.error());
  return seal_plan(std::move(*loaded), arguments, console, need_workspace);
}

}  // namespace cli
