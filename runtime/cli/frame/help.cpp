#include "runtime/cli/frame/help.h"

#include <fmt/format.h>

#include <algorithm>

#include "render/wrap.h"
#include "runtime/cli/frame/words.h"

namespace frame {

namespace {

using render::Style;

constexpr std::uint32_t kWidth = 100;

// `-o, --output DIR`, or with its words: `--format text|json`.
std::string shown(const Option& option) {
  std::string out = option.letter.empty() ? "" : fmt::format("{}, ", option.letter);
  out += option.name;
  if (option.value.empty()) return out;
  return out + " " +
         (option.words.empty() ? std::string(option.value) : fmt::format("{}", fmt::join(option.words, "|")));
}

struct Row {
  std::string left;
  std::string right;
};

// Two columns; a left side that is too wide stands on its own line.
std::string table_of(const std::vector<Row>& rows, std::size_t widest) {
  std::size_t column = 0;
  for (const Row& row : rows) {
    if (row.left.size() <= widest) column = std::max(column, row.left.size());
  }
  std::string out;
  for (const Row& row : rows) {
    const bool wide = row.left.size() > column;
    out += wide ? fmt::format("  {}\n", row.left) : fmt::format("  {:<{}}", row.left, column);
    const auto lines = render::wrapped(row.right, static_cast<std::uint32_t>(kWidth - column - 4));
    for (std::size_t i = 0; i < lines.size(); ++i) {
      const std::size_t indent = i > 0 || wide ? column + 4 : 2;
      out += std::string(indent, ' ') + lines[i] + "\n";
    }
  }
  return out;
}

std::vector<Row> rows_of(std::span<const Option* const> options) {
  std::vector<Row> rows;
  for (const Option* option : options) {
    const bool many = option->count == Count::many;
    rows.push_back({shown(*option), std::string(option->doc) + (many ? " (may be repeated)" : "")});
  }
  return rows;
}

std::string usage_of(const Command& command) {
  return fmt::format("amljob {}{}{}", command.name, command.usage.empty() ? "" : " ", command.usage);
}

std::string examples_of(const Command& command) {
  std::vector<Row> rows;
  for (const Example& example : command.examples) {
    rows.push_back({fmt::format("amljob {}", example.line), std::string(example.says)});
  }
  return table_of(rows, 60);
}

std::string exits_of(const Command& command) {
  std::vector<Row> rows;
  for (const ExitRow& row : command.exits) {
    rows.push_back({fmt::format("{}", static_cast<int>(row.code)), std::string(row.when)});
  }
  return table_of(rows, 5);
}

std::string escaped_cell(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '|') out += '\\';
    out += c;
  }
  return out;
}

std::string markdown_options(std::span<const Option* const> options) {
  std::string out = "| option | |\n| --- | --- |\n";
  for (const Row& row : rows_of(options)) {
    out += fmt::format("| `{}` | {} |\n", escaped_cell(row.left), escaped_cell(row.right));
  }
  return out;
}

std::string markdown_of(const Command& command) {
  std::string out = fmt::format("\n## {}\n\n{}.\n\n    {}\n", command.name, command.doc, usage_of(command));
  if (!command.more.empty()) out += fmt::format("\n{}\n", command.more);
  if (!command.options.empty()) out += "\n" + markdown_options(command.options);
  out += "\nExamples:\n\n";
  for (const Example& example : command.examples)
    out += fmt::format("- `amljob {}`: {}\n", example.line, example.says);
  out += "\nExit codes:";
  for (const ExitRow& row : command.exits) {
    out += fmt::format("{} {} {}", &row == command.exits.data() ? "" : ";", static_cast<int>(row.code),
                       row.when);
  }
  return out + ".\n";
}

}  // namespace

std::string overview(Table table, const render::Paint& paint) {
  std::vector<Row> rows;
  for (const Command* command : table)
    rows.push_back({std::string(command->name), std::string(command->doc)});
  return "amljob checks, builds and runs Azure Machine Learning jobs written as .amljob files.\n\n" +
         paint(Style::strong, "Usage:") + " amljob COMMAND …\n\n" + table_of(rows, 30) +
         "\n`amljob help COMMAND` says more. A first file: `amljob init`.\n";
}

std::string help(const Command& command, const render::Paint& paint) {
  const auto title = [&](std::string_view text) { return "\n" + paint(Style::strong, text) + "\n"; };
  std::string out =
      fmt::format("{}.\n\n{} {}\n", command.doc, paint(Style::strong, "Usage:"), usage_of(command));
  if (!command.more.empty()) {
    out += "\n";
    for (const std::string& line : render::wrapped(command.more, kWidth)) out += line + "\n";
  }
  if (!command.options.empty()) out += title("Options:") + table_of(rows_of(command.options), 34);
  out += title("Options of every command:") + table_of(rows_of(common_options()), 34);
  out += title("Examples:") + examples_of(command);
  return out + title("Exit codes:") + exits_of(command);
}

std::string markdown(Table table) {
  std::string out =
      "# Commands\n\n"
      "Written by `amljob help --markdown` from the table of commands; a test compares them.\n\n"
      "| command | |\n| --- | --- |\n";
  for (const Command* command : table) {
    out += fmt::format("| [{}](#{}) | {} |\n", command->name, command->name, escaped_cell(command->doc));
  }
  out += "\nOptions of every command:\n\n" + markdown_options(common_options());
  for (const Command* command : table) out += markdown_of(*command);
  return out;
}

}  // namespace frame
