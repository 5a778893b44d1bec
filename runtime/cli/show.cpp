// `amljob show`: one run.
#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "render/display.h"
#include "runtime/cli/commands.h"
#include "runtime/cli/exits.h"
#include "runtime/cli/frame/arguments.h"
#include "runtime/cli/frame/console.h"
#include "runtime/cli/frame/words.h"
#include "runtime/cli/options.h"
#include "runtime/cli/run_text.h"
#include "runtime/human.h"
#include "runtime/local/store.h"

namespace cli {

namespace {

using frame::Exit;
using Json = nlohmann::ordered_json;

using Pairs = std::vector<std::pair<std::string, std::string>>;

void add_pairs(std::string_view label, const Pairs& pairs, std::vector<LabelledLine>& out) {
  if (pairs.empty()) return;
  std::string text;
  for (const auto& [name, value] : pairs)
    text += fmt::format("{}{} = {}", text.empty() ? "" : " · ", name, value);
  out.push_back({std::string(label), render::printable(text)});
}

Pairs inputs_of(const local::Record& record) {
  Pairs out;
  for (const local::InputRecord& input : record.inputs) out.emplace_back(input.name, input.value);
  return out;
}

std::string snapshot_of(const local::Record& record) {
  const local::SnapshotRecord& it = record.snapshot;
  return fmt::format("{}: {}, {}", it.folder, frame::counted(it.files, "file"),
                     runtime::human_size(it.bytes));
}

std::string text_of(const local::Record& record, const local::Store& store, frame::Console& console) {
  std::vector<LabelledLine> lines;
  lines.push_back({"state", state_text(record, console.host().now())});
  lines.push_back({"created", runtime::utc_time(record.created)});
  lines.push_back({"job", fmt::format("{} {} of {}", record.kind, record.job, record.source)});
  lines.push_back({"experiment", record.experiment});
  if (!record.description.empty()) lines.push_back({"description", render::printable(record.description)});
  lines.push_back({"command", render::printable(record.command)});
  if (!record.python.empty())
    lines.push_back({"python", fmt::format("{} ({})", record.python_version, record.python)});
  if (!record.snapshot.folder.empty()) lines.push_back({"code", snapshot_of(record)});
  add_pairs("inputs", inputs_of(record), lines);
  add_pairs("params", local::params(store, record.name), lines);
  add_pairs("tags", local::tags(store, record.name), lines);
  for (const std::string& warning : record.warnings) lines.push_back({"warning", warning});
  lines.push_back({"folder", tilde(local::run_folder(store, record.name), console.host())});
  std::string out = console.out_paint()(render::Style::strong, record.name) + "\n" + block(lines);
  if (const auto metrics = metric_lines(local::metrics(store, record.name)); !metrics.empty()) {
    out += "metrics\n" + block(metrics);
  }
  if (const auto outputs = output_lines(record); !outputs.empty()) out += "outputs\n" + block(outputs);
  return out;
}

Json metric_json(const local::Metric& metric) {
  Json points = Json::array();
  for (const local::Point& point : metric.points) {
    points.push_back({{"step", point.step}, {"value", point.value}, {"timestamp_ms", point.timestamp_ms}});
  }
  return points;
}

std::string json_of(const local::Record& record, const local::Store& store) {
  Json out = Json::parse(local::to_json(record));
  Json metrics = Json::object(), files = Json::array();
  for (const local::Metric& metric : local::metrics(store, record.name))
    metrics[metric.key] = metric_json(metric);
  for (const local::OutputFile& file : local::output_files(store, record.name)) {
    files.push_back({{"path", file.path}, {"size", file.bytes}});
  }
  out["metrics"] = std::move(metrics);
  out["files"] = std::move(files);
  out["folder"] = local::run_folder(store, record.name);
  return out.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

Exit run(const frame::Arguments& arguments, frame::Console& console) {
  const auto store = local::open_store(console.host(), arguments.value(option::kState));
  if (!store) return console.world(store.error());
  const auto record = local::find_run(*store, arguments.operands.empty() ? "latest" : arguments.operands[0]);
  if (!record) return console.usage(record.error().message);
  const bool json = arguments.value(option::kResultFormat, "text") == "json";
  console.out(json ? json_of(*record, *store) : text_of(*record, *store, console));
  return Exit::good;
}

constexpr const frame::Option* kOptions[] = {&option::kResultFormat, &option::kState};
constexpr frame::Example kExamples[] = {
    {"show", "the newest run"},
    {"show brave-otter-7k", "one run; the first letters are enough"},
    {"show --format json", "the same for a program, with all metrics and files"},
};
constexpr frame::ExitRow kExits[] = {
    kExitDone, {Exit::usage, "there is no such run, or there are several"}, kExitWorld};

}  // namespace

constexpr frame::Command kShow{.name = "show",
                               .doc = "Show a run: state, inputs, metrics, outputs",
                               .usage = "[RUN] [OPTION]…",
                               .most = 1,
                               .operands = frame::Operands::runs,
                               .options = kOptions,
                               .examples = kExamples,
                               .exits = kExits,
                               .run = run};

}  // namespace cli
