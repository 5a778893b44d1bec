// `amljob runs`: the runs on this machine.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "runtime/cli/commands.h"
#include "runtime/cli/exits.h"
#include "runtime/cli/frame/arguments.h"
#include "runtime/cli/frame/console.h"
#include "runtime/cli/options.h"
#include "runtime/cli/run_text.h"
#include "runtime/human.h"
#include "runtime/local/store.h"

namespace cli {

namespace {

using frame::Exit;
using Json = nlohmann::ordered_json;

constexpr frame::Option kNames{.name = "--names", .doc = "print names only"};

std::string json_of(const std::vector<local::Record>& runs) {
  Json all = Json::array();
  for (const local::Record& run : runs) all.push_back(Json::parse(local::to_json(run)));
  const Json out = {{"version", 1}, {"runs", std::move(all)}};
  return out.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

using Row = std::array<std::string, 5>;

Row row_of(const local::Record& run, const local::Store& store, runtime::Host& host) {
  std::string metrics;
  for (const local::Metric& metric : local::metrics(store, run.name)) {
    if (metric.points.empty() || metrics.size() > 40) continue;
    metrics += fmt::format("{}{} {}", metrics.empty() ? "" : "  ", metric.key,
                           runtime::human_number(metric.points.back().value));
  }
  return {run.name, run.job, runtime::utc_time(run.created), state_text(run, host.now()), metrics};
}

std::string table_of(const std::vector<Row>& rows) {
  std::array<std::size_t, 5> widths{};
  for (const Row& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], row[i].size());
  }
  std::string out;
  for (const Row& row : rows) {
    std::string line;
    for (std::size_t i = 0; i < row.size(); ++i)
      line += fmt::format("{}{:<{}}", i == 0 ? "" : "  ", row[i], widths[i]);
    line.erase(line.find_last_not_of(' ') + 1);
    out += line + "\n";
  }
  return out;
}

Exit run(const frame::Arguments& arguments, frame::Console& console) {
  const auto store = local::open_store(console.host(), arguments.value(option::kState));
  if (!store) return console.world(store.error());
  const std::vector<local::Record> runs = local::all_runs(*store);
  if (arguments.has(kNames)) {
    for (const local::Record& one : runs) console.out(one.name + "\n");
    return Exit::good;
  }
  if (arguments.value(option::kResultFormat, "text") == "json") {
    console.out(json_of(runs));
    return Exit::good;
  }
  if (runs.empty()) console.out("no runs yet; `amljob run FILE` makes one\n");
  std::vector<Row> rows;
  for (const local::Record& one : runs) rows.push_back(row_of(one, *store, console.host()));
  console.out(table_of(rows));
  return Exit::good;
}

constexpr const frame::Option* kOptions[] = {&option::kResultFormat, &kNames, &option::kState};
constexpr frame::Example kExamples[] = {
    {"runs", "all runs, the newest first"},
    {"runs --format json", "the same for a program"},
    {"runs --names", "names only, for scripts"},
};
constexpr frame::ExitRow kExits[] = {kExitDone, kExitUsage, kExitWorld};

}  // namespace

constexpr frame::Command kRuns{.name = "runs",
                               .doc = "List the runs on this machine",
                               .usage = "[OPTION]…",
                               .options = kOptions,
                               .examples = kExamples,
                               .exits = kExits,
                               .run = run};

}  // namespace cli
