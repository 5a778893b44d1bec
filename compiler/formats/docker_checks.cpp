#include "formats/docker_checks.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/nearest.h"
#include "formats/characters.h"
#include "formats/docker_words.h"
#include "formats/shell.h"

namespace formats {
namespace {

using Kind = DockerProblemKind;
using I = DockerInstruction;

void add(Dockerfile& file, Kind kind, Range at, std::string what,
         std::optional<std::string> instead = std::nullopt) {
  file.problems.push_back({kind, at, std::move(what), std::move(instead)});
}

// The first byte that is no UTF-8 (or is NUL); the size where there is none.
std::size_t first_bad_byte(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const auto lead = static_cast<unsigned char>(text[i]);
    const std::size_t width = lead < 0x80 ? 1 : lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead == 0 || (lead >= 0x80 && lead < 0xC2) || lead > 0xF4 || i + width > text.size()) return i;
    for (std::size_t k = 1; k < width; ++k) {
      if ((static_cast<unsigned char>(text[i + k]) & 0xC0) != 0x80) return i;
    }
    i += width;
  }
  return text.size();
}

void check_unknown(Dockerfile& file, std::size_t index) {
  const Instruction& instruction = file.instructions[index];
  const std::string_view near = base::nearest(instruction.keyword, docker_instruction_names());
  if (!near.empty()) {
    add(file, Kind::unknown_instruction, instruction.keyword_at, fmt::format("did you mean `{}`?", near),
        std::string(near));
    return;
  }
  const std::string before = index == 0 ? std::string() : file.instructions[index - 1].rest.text();
  const bool open = before.ends_with("&&") || before.ends_with("||") || before.ends_with('|') ||
                    before.ends_with(file.escape) || before.ends_with(';');
  add(file, Kind::unknown_instruction, instruction.keyword_at,
      open ? fmt::format("the line before does not end with `{}`, so this starts an instruction", file.escape)
           : "no instruction has this name");
}

void check_flags(Dockerfile& file, const Instruction& instruction) {
  if (instruction.kind == I::unknown) return;
  const DockerInstructionRow& row = docker_row(instruction.kind);
  for (const DockerFlag& flag : instruction.flags) {
    const auto known = std::find_if(row.flags.begin(), row.flags.end(),
                                    [&](const DockerFlagRow& f) { return f.name == flag.name; });
    if (known == row.flags.end()) {
      add(file, Kind::bad_flag, flag.at, fmt::format("`{}` has no flag `--{}`", row.name, flag.name));
    } else if (known->buildkit) {
      add(file, Kind::needs_buildkit, flag.at, fmt::format("`--{}` is known to BuildKit alone", flag.name));
    }
  }
  for (const Heredoc& heredoc : instruction.heredocs) {
    add(file, Kind::needs_buildkit, heredoc.at, "heredocs are known to BuildKit alone");
    if (!heredoc.closed) {
      add(file, Kind::unclosed, heredoc.at, fmt::format("no line `{}` ends this", heredoc.name));
    }
  }
}

// `#` in the middle of a line is no comment. In shell text it is one for the shell, so that is left alone.
bool check_comment(Dockerfile& file, const Instruction& instruction) {
  const DockerArguments form = docker_row(instruction.kind).arguments;
  if (instruction.json || form == DockerArguments::shell_or_json || form == DockerArguments::instruction)
    return false;
  const DockerText& rest = instruction.rest;
  for (const DockerWord& word : split_quoted(rest, file.escape).words) {
    if (!word.text.starts_with('#') || word.at.begin == rest.source().begin) continue;
    add(file, Kind::trailing_comment, range(word.at.begin, rest.source().end),
        "`#` starts a comment only at the start of a line; here it is one more argument");
    return true;
  }
  return false;
}

void check_pairs(Dockerfile& file, const Instruction& instruction) {
  const auto quoted = split_quoted(instruction.rest, file.escape);
  if (quoted.unclosed) add(file, Kind::unclosed, *quoted.unclosed, "this quote is never closed");
  if (instruction.words.empty()) return;
  const DockerWord& first = instruction.words[0];
  if (first.text.find('=') == std::string::npos) {
    if (instruction.words.size() == 1) {
      add(file, Kind::bad_arguments, first.at,
          fmt::format("`{}` takes NAME=VALUE", docker_row(instruction.kind).name));
    }
    return;
  }
  for (const DockerWord& word : instruction.words) {
    const std::size_t equals = word.text.find('=');
    if (equals == std::string::npos) {
      add(file, Kind::bad_arguments, word.at, "this is not NAME=VALUE; a value with blanks stands in quotes");
      return;
    }
    if (equals == 0) add(file, Kind::bad_arguments, word.at, "the name before `=` is missing");
  }
}

void check_count(Dockerfile& file, const Instruction& instruction) {
  const DockerInstructionRow& row = docker_row(instruction.kind);
  const std::size_t count = instruction.words.size();
  if (row.arguments == DockerArguments::json && !instruction.json) {
    add(file, Kind::bad_arguments, instruction.at,
        fmt::format("`{}` takes a JSON list of strings", row.name));
    return;
  }
  if (count < row.least) {
    add(file, Kind::bad_arguments, instruction.at,
        fmt::format("`{}` takes {}", row.name,
                    row.least == 1 ? "an argument" : "one or more sources and a destination"));
    return;
  }
  if (instruction.kind == I::from && count != 1 &&
      (count != 3 || lowered(instruction.words[1].text) != "as")) {
    add(file, Kind::bad_arguments, range(instruction.words[1].at.begin, instruction.words.back().at.end),
        "`FROM` takes an image, and `AS NAME` after it");
  }
  const bool copies = instruction.kind == I::copy || instruction.kind == I::add;
  if (copies && count > 2 && !instruction.words.back().text.ends_with('/') &&
      instruction.words.back().text.find('$') == std::string::npos && instruction.words.back().text != ".") {
    add(file, Kind::bad_arguments, instruction.words.back().at,
        "with several sources the destination is a folder and ends with `/`",
        instruction.words.back().text + "/");
  }
}

// Text for the shell: what the shell itself would refuse, or take otherwise than it looks.
void check_shell(Dockerfile& file, const Instruction& instruction) {
  const std::string& all = instruction.rest.text();
  if (all.starts_with('[')) {
    add(file, Kind::json_like, instruction.rest.source(0, 1),
        all.find('\'') != std::string::npos
            ? "JSON strings stand in double quotes; so this is text for the shell"
            : "this is not a JSON list of strings, so it is text for the shell");
    return;
  }
  if (!instruction.heredocs.empty()) return;
  const ShellText shell = parse_shell(all);
  for (const ShellFault& fault : shell.faults) {
    add(file, Kind::bad_shell, instruction.rest.source(fault.at.begin, fault.at.end), fault.what);
  }
  if (instruction.kind != I::run) return;
  for (const Fault& fault : redirected_versions(shell, all)) {
    add(file, Kind::redirected_version, instruction.rest.source(fault.at.begin, fault.at.end), fault.what,
        fault.instead);
  }
}

void check_one(Dockerfile& file, std::size_t index, bool other_shell) {
  const Instruction& instruction = file.instructions[index];
  if (instruction.kind == I::unknown) {
    check_unknown(file, index);
    return;
  }
  const DockerInstructionRow& row = docker_row(instruction.kind);
  if (!instruction.stage && instruction.kind != I::arg) {
    add(file, Kind::before_from, instruction.keyword_at, "only `ARG` may stand before the first `FROM`");
  }
  check_flags(file, instruction);
  if (instruction.kind == I::onbuild) {
    add(file, Kind::onbuild, instruction.keyword_at,
        "`ONBUILD` runs in builds on top of this image, and the service refuses it");
    return;
  }
  if (check_comment(file, instruction)) return;
  check_count(file, instruction);
  if (row.arguments == DockerArguments::pairs) check_pairs(file, instruction);
  if (row.arguments == DockerArguments::shell_or_json && !instruction.json && !other_shell)
    check_shell(file, instruction);
}

}  // namespace

void check_instructions(Dockerfile& file) {
  bool other_shell = false;
  for (std::size_t i = 0; i < file.instructions.size(); ++i) {
    if (file.instructions[i].kind == I::from) other_shell = false;
    if (file.instructions[i].kind == I::shell) other_shell = true;
    check_one(file, i, other_shell);
  }
  // A command that goes on in a line which is no instruction is one mistake.
  const bool broken_line = std::any_of(file.problems.begin(), file.problems.end(),
                                       [](const auto& p) { return p.kind == Kind::unknown_instruction; });
  std::erase_if(file.problems, [&](const DockerProblem& problem) {
    return broken_line && problem.kind == Kind::bad_shell && problem.what.starts_with("nothing follows");
  });
}

std::optional<DockerProblem> check_text(std::string_view text) {
  const std::size_t bad = first_bad_byte(text);
  if (bad == text.size()) return std::nullopt;
  return DockerProblem{Kind::not_text, range(bad, bad + 1),
                       text[bad] == '\0' ? "a NUL byte" : "a byte that is no UTF-8"};
}

}  // namespace formats
