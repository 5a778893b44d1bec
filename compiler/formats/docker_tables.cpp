#include "formats/docker_tables.h"

#include "formats/characters.h"

namespace formats {
namespace {

using enum DockerInstruction;
using enum DockerArguments;

constexpr DockerFlagRow kAdd[] = {{"chown", false},   {"chmod", true},        {"link", true},
                                  {"checksum", true}, {"keep-git-dir", true}, {"exclude", true}};
constexpr DockerFlagRow kCopy[] = {{"from", false}, {"chown", false},  {"chmod", true},
                                   {"link", true},  {"parents", true}, {"exclude", true}};
constexpr DockerFlagRow kFrom[] = {{"platform", false}};
constexpr DockerFlagRow kHealth[] = {{"interval", false},
                                     {"timeout", false},
                                     {"start-period", false},
                                     {"start-interval", true},
                                     {"retries", false}};
constexpr DockerFlagRow kRun[] = {{"mount", true}, {"network", true}, {"security", true}};

constexpr DockerInstructionRow kRows[] = {
    {add, "ADD", words_or_json, 2, kAdd, true},
    {arg, "ARG", words, 1, {}, false},
    {cmd, "CMD", shell_or_json, 0, {}, false},
    {copy, "COPY", words_or_json, 2, kCopy, true},
    {entrypoint, "ENTRYPOINT", shell_or_json, 0, {}, false},
    {env, "ENV", pairs, 1, {}, false},
    {expose, "EXPOSE", words, 1, {}, false},
    {from, "FROM", words, 1, kFrom, false},
    {healthcheck, "HEALTHCHECK", line, 1, kHealth, false},
    {label, "LABEL", pairs, 1, {}, false},
    {maintainer, "MAINTAINER", line, 1, {}, false},
    {onbuild, "ONBUILD", instruction, 1, {}, false},
    {run, "RUN", shell_or_json, 1, kRun, true},
    {shell, "SHELL", json, 1, {}, false},
    {stopsignal, "STOPSIGNAL", line, 1, {}, false},
    {user, "USER", line, 1, {}, false},
    {volume, "VOLUME", words_or_json, 1, {}, false},
    {workdir, "WORKDIR", line, 1, {}, false},
};

}  // namespace

std::span<const DockerInstructionRow> docker_instructions() { return kRows; }

const DockerInstructionRow* find_docker_instruction(std::string_view name) {
  for (const DockerInstructionRow& row : kRows) {
    if (row.name.size() != name.size()) continue;
    std::size_t same = 0;
    while (same < name.size() && upper(name[same]) == row.name[same]) ++same;
    if (same == name.size()) return &row;
  }
  return nullptr;
}

const DockerInstructionRow& docker_row(DockerInstruction kind) {
  return kRows[static_cast<std::size_t>(kind)];
}

std::vector<std::string_view> docker_instruction_names() {
  std::vector<std::string_view> names;
  for (const DockerInstructionRow& row : kRows) names.push_back(row.name);
  return names;
}

}  // namespace formats
