#include <fmt/format.h>

#include <algorithm>

#include "formats/characters.h"
#include "formats/docker_checks.h"
#include "formats/image_reference.h"

namespace formats {
namespace {

using Kind = DockerProblemKind;

bool is_stage_name(std::string_view name) {
  return !name.empty() && is_alpha(name.front()) &&
         all_of(name, [](char c) { return is_word(c) || c == '-' || c == '.'; });
}

std::optional<std::size_t> stage_named(const Dockerfile& file, std::string_view name) {
  for (std::size_t i = 0; i < file.stages.size(); ++i) {
    if (!file.stages[i].name.empty() && lowered(file.stages[i].name) == lowered(name)) return i;
  }
  return std::nullopt;
}

void check_image(Dockerfile& file, const DockerStage& stage) {
  if (stage.scratch || stage.base || !stage.resolved || stage.image.empty()) return;
  const auto image = parse_image_reference(*stage.resolved);
  if (image) return;
  Range at = stage.image_at;
  auto instead = image.error().instead;
  if (!stage.has_variables) {
    at = shifted(image.error().at, stage.image_at.begin);
  } else {
    instead.reset();
  }
  file.problems.push_back({Kind::bad_image, at, image.error().what, instead});
}

void check_name(Dockerfile& file, std::size_t index) {
  const DockerStage& stage = file.stages[index];
  if (stage.name.empty()) return;
  if (!is_stage_name(stage.name)) {
    file.problems.push_back({Kind::bad_stage, stage.name_at,
                             "a stage's name has letters, digits, `_`, `-`, `.`, and a letter first"});
  } else if (*stage_named(file, stage.name) < index) {
    file.problems.push_back({Kind::bad_stage, stage.name_at, "an earlier stage has this name"});
  }
}

// COPY --from=: an earlier stage by name or number, or an image.
void check_source_stage(Dockerfile& file, const Instruction& instruction) {
  const DockerFlag* from = instruction.flag("from");
  if (from == nullptr || !instruction.stage || from->value.find('$') != std::string::npos) return;
  const std::size_t here = *instruction.stage;
  if (from->value.empty()) {
    file.problems.push_back({Kind::bad_flag, from->at, "the stage or image is missing after `--from=`"});
  } else if (all_of(from->value, is_digit)) {
    if (from->value.size() > 6 || std::stoul(from->value) >= here) {
      file.problems.push_back(
          {Kind::bad_stage, from->at, fmt::format("no stage {} comes before this one", from->value)});
    }
  } else if (const auto stage = stage_named(file, from->value)) {
    if (*stage < here) return;
    file.problems.push_back(
        {Kind::bad_stage, from->at,
         *stage == here ? "this is the stage itself" : "this stage comes later in the file"});
  } else if (const auto image = parse_image_reference(from->value); !image) {
    file.problems.push_back({Kind::bad_image, from->at, image.error().what});
  }
}

}  // namespace

void check_stages(Dockerfile& file) {
  for (std::size_t i = 0; i < file.stages.size(); ++i) {
    check_image(file, file.stages[i]);
    check_name(file, i);
  }
  const std::vector<Instruction>& instructions = file.instructions;
  for (std::size_t i = 0; i < instructions.size(); ++i) {
    if (instructions[i].kind == DockerInstruction::copy) check_source_stage(file, instructions[i]);
  }
  if (!file.stages.empty()) return;
  // One message: what stands before FROM, or that a path is no instruction, says nothing where there is no
  // FROM; and a misspelt FROM is one.
  const bool misspelt = std::any_of(file.problems.begin(), file.problems.end(),
                                    [](const DockerProblem& problem) { return problem.instead == "FROM"; });
  const bool nothing_known = std::all_of(
      instructions.begin(), instructions.end(),
      [](const Instruction& instruction) { return instruction.kind == DockerInstruction::unknown; });
  std::erase_if(file.problems, [&](const DockerProblem& problem) {
    return problem.kind == Kind::before_from ||
           (nothing_known && !misspelt && problem.kind == Kind::unknown_instruction);
  });
  if (misspelt) return;
  const Range at = instructions.empty() ? Range{} : instructions.front().keyword_at;
  file.problems.push_back({Kind::no_from, at, "no `FROM` names the image to start from"});
}

}  // namespace formats
