#include "formats/dockerfile.h"

#include <algorithm>

#include "formats/characters.h"
#include "formats/docker_checks.h"
#include "formats/docker_words.h"

namespace formats {
namespace {

using Values = std::vector<std::pair<std::string, std::string>>;

// The flags at the head of an instruction's arguments; gives where the rest starts.
std::size_t read_flags(const DockerText& text, std::size_t at, std::vector<DockerFlag>& flags) {
  const std::string& all = text.text();
  while (true) {
    while (at < all.size() && is_space(all[at])) ++at;
    if (all.compare(at, 2, "--") != 0) return at;
    std::size_t end = at;
    while (end < all.size() && !is_space(all[end])) {
      const char quote = all[end++];
      if (quote == '"') end = std::min(all.find('"', end), all.size() - 1) + 1;
    }
    const std::string_view word = std::string_view(all).substr(at, end - at);
    if (word == "--") return end;
    const std::size_t equals = word.find('=');
    DockerFlag flag{
        lowered(word.substr(2, std::min(equals, word.size()) - 2)), {}, false, text.source(at, end)};
    if (equals != std::string_view::npos) {
      flag.has_value = true;
      flag.value = word.substr(equals + 1);
    }
    flags.push_back(std::move(flag));
    at = end;
  }
}

// `<<NAME`, `<<-NAME`, `<<"NAME"`, with digits before, at the start of a word.
std::optional<Heredoc> heredoc_word(const DockerWord& word, bool& chomp) {
  std::string_view text = word.text;
  while (!text.empty() && is_digit(text.front())) text.remove_prefix(1);
  if (!text.starts_with("<<") || text.starts_with("<<<")) return std::nullopt;
  text.remove_prefix(2);
  chomp = text.starts_with('-');
  if (chomp) text.remove_prefix(1);
  Heredoc out;
  out.at = word.at;
  out.expands = text.find_first_of("'\"\\") == std::string_view::npos;
  out.name = unquoted(text, '\\');
  if (out.name.empty() || out.name.find('<') != std::string::npos) return std::nullopt;
  return out;
}

// Reads the bodies of an instruction's heredocs, which start at `at`; gives where the next line starts.
std::size_t read_heredocs(Instruction& instruction, std::string_view text, std::size_t at) {
  const DockerInstructionRow* row = find_docker_instruction(instruction.keyword);
  if (row == nullptr || !row->heredoc || instruction.json) return at;
  for (const DockerWord& word : split_quoted(instruction.rest, '\\').words) {
    bool chomp = false;
    auto heredoc = heredoc_word(word, chomp);
    if (!heredoc) continue;
    heredoc->body = range(at, at);
    heredoc->closed = false;
    while (at < text.size() && !heredoc->closed) {
      std::size_t next = 0;
      std::string_view line = physical_line(text, at, next);
      while (chomp && line.starts_with('\t')) line.remove_prefix(1);
      heredoc->closed = line == heredoc->name;
      if (!heredoc->closed) heredoc->body.end = static_cast<std::uint32_t>(next);
      at = next;
    }
    instruction.heredocs.push_back(std::move(*heredoc));
  }
  return at;
}

void read_arguments(Instruction& instruction, char escape) {
  const DockerArguments form = instruction.kind == DockerInstruction::unknown
                                   ? DockerArguments::line
                                   : docker_row(instruction.kind).arguments;
  const bool may_be_json = form == DockerArguments::json || form == DockerArguments::words_or_json ||
                           form == DockerArguments::shell_or_json;
  if (may_be_json) {
    if (auto words = split_json(instruction.rest)) {
      instruction.json = true;
      instruction.words = std::move(*words);
      return;
    }
  }
  if (form == DockerArguments::pairs || instruction.kind == DockerInstruction::arg) {
    instruction.words = split_quoted(instruction.rest, escape).words;
  } else if (form == DockerArguments::words || form == DockerArguments::words_or_json) {
    instruction.words = split_at_blanks(instruction.rest);
  } else if (!instruction.rest.text().empty()) {
    instruction.words = {{instruction.rest.text(), instruction.rest.source()}};
  }
}

Instruction read_instruction(const DockerLine& line, char escape) {
  Instruction out;
  const std::string& all = line.text.text();
  out.at = line.at;
  std::size_t end = 0;
  while (end < all.size() && !is_space(all[end])) ++end;
  out.keyword = all.substr(0, end);
  out.keyword_at = line.text.source(0, end);
  if (const auto* row = find_docker_instruction(out.keyword)) out.kind = row->kind;
  std::size_t rest = end;
  while (rest < all.size() && is_space(all[rest])) ++rest;
  if (out.kind != DockerInstruction::unknown && !docker_row(out.kind).flags.empty()) {
    rest = read_flags(line.text, rest, out.flags);
    while (rest < all.size() && is_space(all[rest])) ++rest;
  }
  std::size_t last = all.size();
  while (last > rest && is_space(all[last - 1])) --last;
  out.rest = line.text.part(rest, last);
  read_arguments(out, escape);
  return out;
}

// Defaults of the ARGs before the first FROM, which a FROM may use.
Values global_arguments(const std::vector<Instruction>& instructions, char escape) {
  Values values;
  for (const Instruction& instruction : instructions) {
    if (instruction.kind == DockerInstruction::from) break;
    if (instruction.kind != DockerInstruction::arg) continue;
    for (const DockerWord& word : instruction.words) {
      const std::size_t equals = word.text.find('=');
      if (equals == std::string::npos) continue;
      const auto value = substituted(unquoted(word.text.substr(equals + 1), escape), values);
      if (value) values.emplace_back(word.text.substr(0, equals), *value);
    }
  }
  return values;
}

DockerStage read_stage(const Instruction& from, std::size_t index, const Values& values,
                       const std::vector<DockerStage>& earlier) {
  DockerStage stage;
  stage.from = index;
  if (!from.words.empty()) {
    stage.image = from.words[0].text;
    stage.image_at = from.words[0].at;
  }
  stage.has_variables = stage.image.find('$') != std::string::npos;
  stage.resolved = substituted(stage.image, values);
  if (from.words.size() >= 3 && lowered(from.words[1].text) == "as") {
    stage.name = from.words[2].text;
    stage.name_at = from.words[2].at;
  }
  if (!stage.resolved) return stage;
  stage.scratch = *stage.resolved == "scratch";
  for (std::size_t i = 0; i < earlier.size(); ++i) {
    if (!earlier[i].name.empty() && lowered(earlier[i].name) == lowered(*stage.resolved)) stage.base = i;
  }
  return stage;
}

void read_directives(Dockerfile& file, std::string_view text, std::size_t& at) {
  std::vector<std::string> seen;
  for (const DockerDirective& directive : docker_directives(text, at)) {
    if (directive.name != "escape" && directive.name != "syntax" && directive.name != "check") continue;
    if (std::find(seen.begin(), seen.end(), directive.name) != seen.end()) {
      file.problems.push_back(
          {DockerProblemKind::bad_directive, directive.at, "this directive is given twice"});
      continue;
    }
    seen.push_back(directive.name);
    if (directive.name == "syntax") file.syntax = directive.value;
    if (directive.name != "escape") continue;
    if (directive.value == "\\" || directive.value == "`") {
      file.escape = directive.value[0];
    } else {
      file.problems.push_back({DockerProblemKind::bad_directive, directive.value_at,
                               "the escape character is `\\` or a backquote"});
    }
  }
}

void note_line(Dockerfile& file, const DockerLine& line) {
  for (const Range& empty : line.empty_lines) {
    file.problems.push_back({DockerProblemKind::empty_continuation, empty,
                             "an empty line within an instruction, which the builders will refuse one day"});
  }
}

}  // namespace

const DockerFlag* Instruction::flag(std::string_view name) const {
  const auto found =
      std::find_if(flags.begin(), flags.end(), [&](const DockerFlag& f) { return f.name == name; });
  return found == flags.end() ? nullptr : &*found;
}

Dockerfile parse_dockerfile(std::string_view text) {
  Dockerfile file;
  std::size_t at = 0;
  read_directives(file, text, at);
  while (true) {
    const DockerLine line = next_docker_line(text, at, file.escape);
    if (line.text.text().empty() && line.next >= text.size()) break;
    at = line.next;
    if (line.text.text().empty()) continue;
    Instruction instruction = read_instruction(line, file.escape);
    at = read_heredocs(instruction, text, at);
    note_line(file, line);
    if (instruction.kind == DockerInstruction::from) {
      file.stages.push_back(read_stage(instruction, file.instructions.size(),
                                       global_arguments(file.instructions, file.escape), file.stages));
    }
    if (!file.stages.empty()) instruction.stage = file.stages.size() - 1;
    file.instructions.push_back(std::move(instruction));
  }
  if (auto bad = check_text(text)) {
    file.problems = {std::move(*bad)};
    return file;
  }
  check_instructions(file);
  check_stages(file);
  std::stable_sort(file.problems.begin(), file.problems.end(),
                   [](const auto& a, const auto& b) { return a.at.begin < b.at.begin; });
  return file;
}

std::vector<CopySource> copy_sources(const Dockerfile& file) {
  std::vector<CopySource> out;
  for (std::size_t i = 0; i < file.instructions.size(); ++i) {
    const Instruction& instruction = file.instructions[i];
    const bool copies =
        instruction.kind == DockerInstruction::copy || instruction.kind == DockerInstruction::add;
    if (!copies || instruction.flag("from") != nullptr || instruction.words.size() < 2) continue;
    std::size_t count = instruction.words.size() - 1;
    // What follows a comment at the end of the line is reported as that.
    for (std::size_t w = 0; w < instruction.words.size(); ++w) {
      if (!instruction.json && instruction.words[w].text.starts_with('#')) count = w == 0 ? 0 : w - 1;
      if (count != instruction.words.size() - 1) break;
    }
    for (std::size_t w = 0; w < count; ++w) {
      const DockerWord& word = instruction.words[w];
      const bool url = word.text.find("://") != std::string::npos || word.text.starts_with("git@");
      if (url || word.text.starts_with("<<")) continue;
      out.push_back({i, word.text, word.at, word.text.find_first_of("*?[") != std::string::npos,
                     word.text.find('$') != std::string::npos});
    }
  }
  return out;
}

}  // namespace formats
