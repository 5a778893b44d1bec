#include "runtime/cli/operands.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "runtime/cli/frame/words.h"
#include "runtime/cli/options.h"
#include "runtime/cli/walk.h"

namespace cli {

namespace {

bool is_folder(const std::string& path) {
  std::error_code error;
  return std::filesystem::is_directory(path, error);
}

bool is_yaml(std::string_view path) { return path.ends_with(".yml") || path.ends_with(".yaml"); }

class Collector {
 public:
  Collector(const Arguments& arguments, Console& console)
      : arguments_(arguments), console_(console), cache_(console.host()) {}

  // A file that is named twice is one program.
  void add(Program program) {
    const auto same = [&](const Program& other) { return other.path == program.path; };
    if (std::none_of(out.begin(), out.end(), same)) out.push_back(std::move(program));
  }

  std::expected<void, Exit> take(const std::string& operand) {
    if (operand != "-" && is_folder(operand)) return folder(operand);
    auto program = one(operand);
    if (!program) return std::unexpected(program.error());
    add(std::move(*program));
    return {};
  }

  std::expected<Program, Exit> one(const std::string& operand) {
    if (operand == "-") return input();
    if (is_yaml(operand)) {
      return std::unexpected(
          console_.usage(fmt::format("`{}` is YAML, which this version does not read yet", operand)));
    }
    return with_settings({operand, std::nullopt, false, nullptr});
  }

  std::expected<void, Exit> folder(const std::string& path) {
    const Tree tree = programs_below(path, cache_, console_.host());
    for (const std::string& error : tree.errors) console_.world({error});
    failed |= !tree.errors.empty();
    for (const std::string& mistake : tree.mistakes) console_.usage(mistake);
    if (!tree.mistakes.empty()) return std::unexpected(Exit::usage);
    for (const std::string& program : tree.programs) {
      auto with = with_settings({program, std::nullopt, false, nullptr});
      if (!with) return std::unexpected(with.error());
      add(std::move(*with));
    }
    if (tree.programs.empty() && tree.errors.empty()) return std::unexpected(nothing_below(path, tree));
    return {};
  }

  std::vector<Program> out;
  bool failed = false;

 private:
  Exit nothing_below(const std::string& path, const Tree& tree) {
    const std::string yaml = tree.yaml.empty() ? ""
                                               : fmt::format(" ({}, which this version does not read yet{})",
                                                             frame::counted(tree.yaml.size(), "YAML file"),
                                                             verbose() ? "" : "; `--verbose` lists them");
    const Exit exit = console_.usage(fmt::format("no .amljob file under `{}`{}", path, yaml));
    if (verbose()) {
      for (const std::string& file : tree.yaml) console_.err(fmt::format("  {}\n", file));
    }
    return exit;
  }

  bool verbose() const { return arguments_.has(frame::option::kVerbose); }

  std::expected<Program, Exit> input() {
    auto text = console_.read_input();
    if (!text) return std::unexpected(console_.world(text.error()));
    return with_settings(
        {std::string(arguments_.value(option::kStdinPath, "<stdin>")), std::move(*text), true, nullptr});
  }

  std::expected<Program, Exit> with_settings(Program program) {
    SettingsCache::Result settings = cache_.of_file(program.path);
    if (!settings) return std::unexpected(console_.usage(settings.error()));
    program.settings = std::move(*settings);
    return program;
  }

  const Arguments& arguments_;
  Console& console_;
  SettingsCache cache_;
};

}  // namespace

std::expected<std::vector<Program>, Exit> programs_of(const Arguments& arguments, Console& console,
                                                      bool& world_failed) {
  Collector collector(arguments, console);
  std::vector<std::string> operands = arguments.operands;
  if (operands.empty()) operands.emplace_back(".");
  for (const std::string& operand : operands) {
    if (const auto taken = collector.take(operand); !taken) return std::unexpected(taken.error());
  }
  world_failed |= collector.failed;
  return std::move(collector.out);
}

std::expected<Program, Exit> program_of(const std::string& operand, const Arguments& arguments,
                                        Console& console) {
  return Collector(arguments, console).one(operand);
}

}  // namespace cli
