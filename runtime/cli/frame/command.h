// Commands and their options, as rows: the parser, the help texts, the completions and docs/commands.md read
// them.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include "runtime/cli/frame/exit.h"

namespace frame {

class Arguments;
class Console;

enum class Count : bool { once, many };

struct Option {
  std::string_view name;         // `--format`
  std::string_view letter = {};  // `-o`; an option may have a letter alone (then it is the name)
  std::string_view value = {};   // what its value is called: `DIR`; empty: it has none
  std::string_view doc;          // a clause, lower case, no full stop
  std::span<const std::string_view> words = {};  // where only these are values
  Count count = Count::once;
};

struct Example {
  std::string_view line;  // without `amljob `
  std::string_view says;
};

struct ExitRow {
  Exit code;
  std::string_view when;
};

// What its operands are, for completion.
enum class Operands : unsigned char {
  none,
  programs,
  programs_and_targets,
  folders,
  runs,
  diagnostics,
  kinds,
  commands,
  shells
};

struct Command {
  std::string_view name;
  std::string_view doc;             // one line: an imperative, no full stop
  std::string_view usage;           // after the name: `FILE [TARGET] -o DIR`
  std::string_view more = {};       // a paragraph below the usage, where one line is too little
  std::size_t least = 0, most = 0;  // number of operands
  Operands operands = Operands::none;
  std::span<const Option* const> options;  // its own; those of every command come beside them
  std::span<const Example> examples;       // three
  std::span<const ExitRow> exits;
  Exit (*run)(const Arguments&, Console&);
};

inline constexpr std::size_t kAny = static_cast<std::size_t>(-1);

// Options that every command takes.
std::span<const Option* const> common_options();

namespace option {
extern const Option kFolder;   // -C DIR
extern const Option kColor;    // --color WHEN
extern const Option kVerbose;  // --verbose
extern const Option kHelp;     // --help
}  // namespace option

}  // namespace frame
