// What the builders know of a Dockerfile: instructions, their flags, and which builder takes them. Source:
// the Dockerfile frontend of BuildKit (moby/buildkit, read 2026-08) and the classic builder of Docker 20.10,
// which the service's image builds use (build logs up to 2024-10).
#pragma once

#include <span>
#include <string_view>
#include <vector>

namespace formats {

enum class DockerInstruction : std::uint8_t {
  add,
  arg,
  cmd,
  copy,
  entrypoint,
  env,
  expose,
  from,
  healthcheck,
  label,
  maintainer,
  onbuild,
  run,
  shell,
  stopsignal,
  user,
  volume,
  workdir,
  unknown,
};

// How an instruction's arguments are cut.
enum class DockerArguments : std::uint8_t {
  words,          // at blanks
  words_or_json,  // at blanks, or a JSON list of strings
  shell_or_json,  // text for the shell, or a JSON list of strings
  json,           // a JSON list of strings only
  pairs,          // NAME=VALUE with quotes, or NAME and the rest
  line,           // one text
  instruction,    // another instruction
};

struct DockerFlagRow {
  std::string_view name;  // without `--`
  bool buildkit;          // the classic builder refuses it
};

struct DockerInstructionRow {
  DockerInstruction kind;
  std::string_view name;  // `COPY`
  DockerArguments arguments;
  std::size_t least;  // arguments, after flags
  std::span<const DockerFlagRow> flags;
  bool heredoc;  // BuildKit takes heredocs in it
};

// In the order of the enumeration, without `unknown`.
std::span<const DockerInstructionRow> docker_instructions();
// Case does not count. nullptr: there is no such instruction.
const DockerInstructionRow* find_docker_instruction(std::string_view name);
const DockerInstructionRow& docker_row(DockerInstruction kind);
std::vector<std::string_view> docker_instruction_names();

}  // namespace formats
