// Measures cold `amljob check` beside an empty process and jsonnet on an equal program, interleaved in one
// go, and holds the figures against the budgets. Prints a Markdown table, then one line a budget. `bench
// --smoke` runs few rounds, and judges by processor time with room for a busy machine.
#include <fmt/core.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "generate.h"
#include "harness/folder.h"
#include "harness/process.h"

namespace {

namespace fs = std::filesystem;

struct Figures {
  double wall = 0;    // median, milliseconds
  double cpu = 0;     // the least processor time, milliseconds: what a busy machine adds is not in it
  double memory = 0;  // the largest, MB
};

struct Subject {
  std::string name;
  std::vector<std::string> words;
  std::vector<harness::Outcome> runs;
};

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

Figures figures(const Subject& subject) {
  std::vector<double> wall, cpu;
  Figures result;
  for (const harness::Outcome& run : subject.runs) {
    wall.push_back(run.milliseconds);
    cpu.push_back(run.cpu_milliseconds);
    result.memory = std::max(result.memory, static_cast<double>(run.peak_kb) / 1024);
  }
  result.wall = median(wall);
  result.cpu = *std::min_element(cpu.begin(), cpu.end());
  return result;
}

// One run of each in turn, so that a busy moment hits all alike.
void measure(std::vector<Subject>& subjects, const fs::path& folder, int rounds) {
  const harness::Environment environment = harness::environment_in(folder);
  for (int round = 0; round < rounds; ++round)
    for (Subject& each : subjects) {
      harness::Outcome outcome =
          harness::run({.words = each.words, .folder = folder, .environment = environment, .input = {}});
      if (outcome.code != 0) {
        fmt::print(stderr, "{}: exit {}\n{}{}", each.name, outcome.code, outcome.out, outcome.err);
        std::exit(1);
      }
      outcome.out.clear();
      each.runs.push_back(std::move(outcome));
    }
}

struct Row {
  long lines = 0;
  Figures amljob, jsonnet, empty;
};

Row row(const fs::path& folder, int lines, int rounds) {
  const std::string text = bench::program(lines);
  harness::write_file(folder / "src/train.py", "print('training')\n");
  harness::write_file(folder / "program.amljob", text);
  harness::write_file(folder / "program.jsonnet", bench::jsonnet_program(lines));
  const std::string here = fs::read_symlink("/proc/self/exe").parent_path().string();
  std::vector<Subject> subjects = {
      {"empty", {here + "/empty"}, {}},
      {"amljob", {harness::amljob().string(), "check", "program.amljob"}, {}},
      {"jsonnet", {"/usr/bin/jsonnet", "program.jsonnet"}, {}},
  };
  measure(subjects, folder, rounds);
  return {std::count(text.begin(), text.end(), '\n'), figures(subjects[1]), figures(subjects[2]),
          figures(subjects[0])};
}

void print(const std::vector<Row>& rows) {
  fmt::print("| lines | empty process | `amljob check` | memory | `jsonnet` | memory | times faster |\n");
  fmt::print("| --: | --: | --: | --: | --: | --: | --: |\n");
  for (const Row& each : rows)
    fmt::print("| {} | {:.1f} ms | {:.1f} ms | {:.0f} MB | {:.1f} ms | {:.0f} MB | {:.1f} |\n", each.lines,
               each.empty.wall, each.amljob.wall, each.amljob.memory, each.jsonnet.wall, each.jsonnet.memory,
               each.jsonnet.wall / each.amljob.wall);
  fmt::print("\n");
}

class Budgets {
 public:
  void hold(const char* what, double actual, double limit) {
    const bool good = actual <= limit;
    failed_ += !good;
    fmt::print("- {}: {:.2f}, at most {:.2f}{}\n", what, actual, limit, good ? "" : ": too much");
  }
  int failed() const { return failed_; }

 private:
  int failed_ = 0;
};

// `room`: what the budgets are multiplied by. Rows: about 50, 10,000, 25,000, 50,000 and 100,000 lines.
int judge(const std::vector<Row>& rows, double room, double Figures::* time) {
  Budgets budgets;
  const auto ms = [&](std::size_t i) { return rows[i].amljob.*time; };
  budgets.hold("50 lines above an empty process, ms", ms(0) - rows[0].empty.*time, 4 * room);
  budgets.hold("50 lines, ms", ms(0), 10 * room);
  budgets.hold("10,000 lines, ms", ms(1), 60 * room);
  budgets.hold("100,000 lines, ms", ms(4), 600 * room);
  budgets.hold("100,000 lines, MB", rows[4].amljob.memory, 150);
  budgets.hold("doubling 25,000 lines, times", ms(3) / ms(2), 2.2 * room);
  budgets.hold("doubling 50,000 lines, times", ms(4) / ms(3), 2.2 * room);
  for (std::size_t i : {0U, 1U, 4U})
    budgets.hold("part of jsonnet's time", ms(i) / (rows[i].jsonnet.*time), 1 * room);
  return budgets.failed();
}

}  // namespace

int main(int count, char** words) {
  const bool smoke = count > 1 && std::string_view(words[1]) == "--smoke";
  const harness::Scratch scratch;
  std::vector<Row> rows;
  for (const auto& [lines, rounds] :
       {std::pair{50, 40}, {10'000, 15}, {25'000, 9}, {50'000, 7}, {100'000, 5}})
    rows.push_back(row(scratch.path(), lines, smoke ? std::min(rounds, 5) : rounds));
  print(rows);
  return judge(rows, smoke ? 1.5 : 1.0, smoke ? &Figures::cpu : &Figures::wall) > 0;
}
