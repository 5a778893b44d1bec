// Reads the text of a POSIX shell command, far enough to say what a command runs and where it will surprise:
// words and their quoting, expansions, redirections, chains. It runs nothing and expands nothing. Grammar:
// POSIX.1-2017, chapter 2.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "formats/range.h"

namespace formats {

enum class Quoting : std::uint8_t { none, single_quotes, double_quotes };

// `$NAME`, `${…}`, `$(…)`, a back-quoted command, `$((…))`, or the service's `${{…}}`.
struct Expansion {
  enum class Kind : std::uint8_t { variable, command, arithmetic, placeholder } kind;
  std::string name;  // variable: NAME; placeholder: what is within, trimmed: `inputs.x`; command: its text
  Range at;
  Quoting quoting = Quoting::none;
};

struct ShellWord {
  std::string text;   // as written
  std::string plain;  // without quotes and escapes; expansions stay as written
  Range at;
  bool quoted = false;  // any quote or escape in it
  std::vector<Expansion> expansions;
};

struct Redirection {
  std::string op;    // `>`, `>>`, `<`, `2>`, `>&`, `<<`, …
  Range at;          // of the operator, digits included
  ShellWord target;  // empty where none is there
};

// One program with its arguments. Assignments before it are apart; reserved words (`if`, `do`, `{`) are not
// words.
struct ShellCommand {
  std::vector<ShellWord> assignments;  // NAME=VALUE
  std::vector<ShellWord> words;        // program first; may be empty
  std::vector<Redirection> redirections;
  Range at;
  std::string after;    // what joins it to the one before: ``, `&&`, `||`, `;`, `|`, `&`, newline as `\n`
  bool nested = false;  // within a subshell, group or compound command
};

struct ShellFault {
  enum class Kind : std::uint8_t {
    unclosed_quote,
    unclosed_substitution,
    stray_operator,
    unclosed_group
  } kind;
  Range at;
  std::string what;
};

struct ShellText {
  std::vector<ShellCommand> commands;  // in order of the text
  std::vector<Range> comments;
  std::vector<ShellFault> faults;
};

ShellText parse_shell(std::string_view text);

// The word as one POSIX shell word: as it is where no character means anything to the shell, else in single
// quotes.
std::string shell_quoted(std::string_view word);
// The words, each quoted, with blanks between.
std::string shell_joined(const std::vector<std::string>& words);

// The program that a command runs, behind `env`, `exec`, `nohup`, `time`, `sudo`, `command`, their options
// and assignments. nullptr: none.
const ShellWord* program_of(const ShellCommand& command);

// `pip install numpy>=1.2`: the shell takes `>` for a redirection into a file named `=1.2`. `at` is the whole
// requirement, `instead` the same in quotes.
std::vector<Fault> redirected_versions(const ShellText& shell, std::string_view text);

}  // namespace formats
