// `amljob doctor`: what is missing on this machine.
#include <fmt/format.h>

#include "runtime/cli/commands.h"
#include "runtime/cli/exits.h"
#include "runtime/cli/frame/arguments.h"
#include "runtime/cli/frame/console.h"
#include "runtime/cli/options.h"
#include "runtime/local/python.h"
#include "runtime/local/store.h"

namespace cli {

namespace {

using frame::Exit;

struct Tool {
  std::string_view name;
  std::string_view serves;   // what it is for
  std::string_view missing;  // what to do
};

constexpr Tool kTools[] = {
    {"bash", "runs the command of a job", "install bash"},
    {"podman", "builds the images that `amljob build` describes",
     "install podman, or docker, to build images here"},
    {"docker", "builds the images that `amljob build` describes", "not there; podman does the same"},
    {"git", "gives a run its commit", "install git"},
};

struct Line {
  bool good;
  std::string name, text;
};

// As a run looks for it: `python`, else `python3`.
std::optional<local::Python> any_python(runtime::Host& host) {
  auto python = local::find_python(host);
  return python ? python : local::find_python(host, "python3");
}

Line python_line(const std::optional<local::Python>& python) {
  if (!python) return {false, "python", "install Python, or activate an environment"};
  if (python->version.empty()) return {false, "python", fmt::format("{} does not run", python->path)};
  return {true, "python", fmt::format("{} ({}): runs the scripts of jobs", python->version, python->path)};
}

// Whether a module can be imported by the Python that jobs get.
Line module_line(runtime::Host& host, const std::string& python, std::string_view module,
                 std::string_view serves) {
  std::string output;
  runtime::Process process;
  process.command = {python, "-c", fmt::format("import {0}; print({0}.__version__)", module)};
  process.output = [&](std::string_view bytes) {
    output += bytes;
    return true;
  };
  process.limit = std::chrono::seconds(20);
  const auto ended = host.run(process);
  const bool good = ended && ended->exit_code == 0;
  if (!good) return {false, std::string(module), fmt::format("not there: {}", serves)};
  return {true, std::string(module), output.substr(0, output.find('\n'))};
}

Line tool_line(runtime::Host& host, const Tool& tool) {
  const auto path = local::find_program(host, std::string(tool.name));
  if (!path) return {false, std::string(tool.name), std::string(tool.missing)};
  return {true, std::string(tool.name), fmt::format("{}: {}", *path, tool.serves)};
}

Line store_line(runtime::Host& host, std::string_view state) {
  const auto store = local::open_store(host, state);
  if (!store) return {false, "runs", store.error().message};
  return {true, "runs", fmt::format("{} ({} there)", store->folder, local::all_runs(*store).size())};
}

Exit run(const frame::Arguments& arguments, frame::Console& console) {
  runtime::Host& host = console.host();
  const std::optional<local::Python> found = any_python(host);
  std::vector<Line> lines = {python_line(found)};
  const bool python = lines[0].good;
  if (python) {
    lines.push_back(module_line(host, found->path, "mlflow",
                                "jobs that log metrics use it; `pip install mlflow-skinny`"));
  }
  for (const Tool& tool : kTools) lines.push_back(tool_line(host, tool));
  lines.push_back(store_line(host, arguments.value(option::kState)));
  const render::Paint paint = console.out_paint();
  for (const Line& line : lines) {
    const std::string mark = line.good ? paint(render::Style::good, "✓") : paint(render::Style::warning, "–");
    console.out(fmt::format("{} {:<8} {}\n", mark, line.name, line.text));
  }
  return python ? Exit::good : Exit::world;
}

constexpr const frame::Option* kOptions[] = {&option::kState};
constexpr frame::Example kExamples[] = {
    {"doctor", "what is there, and what to install"},
    {"doctor --state /data/amljob", "with another folder for runs"},
    {"doctor && amljob run train.amljob", "run only where a job can run"},
};
constexpr frame::ExitRow kExits[] = {
    {Exit::good, "jobs can run here"}, kExitUsage, {Exit::world, "there is no Python"}};

}  // namespace

constexpr frame::Command kDoctor{.name = "doctor",
                                 .doc = "Say what is missing on this machine",
                                 .usage = "[OPTION]…",
                                 .options = kOptions,
                                 .examples = kExamples,
                                 .exits = kExits,
                                 .run = run};

}  // namespace cli
