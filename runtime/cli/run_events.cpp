#include "runtime/cli/run_events.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "runtime/cli/run_text.h"

namespace cli {

namespace {

using Json = nlohmann::ordered_json;
using render::Style;

class TextPrinter : public RunPrinter {
 public:
  TextPrinter(const local::Store& store, frame::Console& console) : store_(store), console_(console) {}

  void prepared(const local::Record& record) override {
    const std::string python = record.python.empty()
                                   ? "no python on PATH"
                                   : fmt::format("Python {} ({})", record.python_version, record.python);
    const std::string folder = tilde(local::run_folder(store_, record.name), console_.host());
    console_.out(fmt::format("{}  process · {} · {}\n", console_.out_paint()(Style::strong, record.job),
                             python, folder));
    console_.flush();
  }

  // Two blanks before each line, whatever way its bytes come.
  void output(std::string_view bytes) override {
    std::string out;
    for (const char c : bytes) {
      if (line_begins_ && c != '\n' && c != '\r') out += "  ";
      line_begins_ = c == '\n' || c == '\r';
      out += c;
    }
    console_.out(out);
    console_.flush();
  }

  void ended(const local::Record& record) override {
    if (!line_begins_) console_.out("\n");
    const bool good = record.state == local::State::completed;
    const std::string state = state_text(record, console_.host().now());
    console_.out(
        fmt::format("{} {}\n", record.job, console_.out_paint()(good ? Style::good : Style::error, state)));
    std::vector<LabelledLine> lines = metric_lines(local::metrics(store_, record.name));
    for (LabelledLine& line : output_lines(record)) lines.push_back(std::move(line));
    for (const std::string& warning : record.warnings) lines.push_back({"warning", warning});
    lines.push_back({"next", fmt::format("amljob show {0} · amljob logs {0}", record.name)});
    console_.out(block(lines));
  }

 private:
  const local::Store& store_;
  frame::Console& console_;
  bool line_begins_ = true;
};

class JsonPrinter : public RunPrinter {
 public:
  JsonPrinter(const local::Store& store, frame::Console& console) : store_(store), console_(console) {}

  void prepared(const local::Record& record) override {
    print({{"event", "prepared"}, {"run", Json::parse(local::to_json(record))}});
  }

  void output(std::string_view bytes) override { print({{"event", "output"}, {"text", bytes}}); }

  void ended(const local::Record& record) override {
    Json metrics = Json::object();
    for (const local::Metric& metric : local::metrics(store_, record.name)) {
      if (!metric.points.empty()) metrics[metric.key] = metric.points.back().value;
    }
    print(
        {{"event", "ended"}, {"run", Json::parse(local::to_json(record))}, {"metrics", std::move(metrics)}});
  }

 private:
  void print(const Json& event) {
    console_.out(event.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n");
    console_.flush();
  }

  const local::Store& store_;
  frame::Console& console_;
};

}  // namespace

std::unique_ptr<RunPrinter> run_printer(std::string_view format, const local::Store& store,
                                        frame::Console& console) {
  if (format == "jsonl") return std::make_unique<JsonPrinter>(store, console);
  return std::make_unique<TextPrinter>(store, console);
}

}  // namespace cli
