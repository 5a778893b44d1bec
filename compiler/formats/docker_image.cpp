#include "formats/docker_image.h"

#include <algorithm>
#include <span>

#include "formats/characters.h"
#include "formats/docker_words.h"
#include "formats/shell.h"

namespace formats {
namespace {

using I = DockerInstruction;

constexpr std::string_view kPassing[] = {"tini",       "tini-static", "dumb-init", "catatonit",
                                         "env",        "exec",        "gosu",      "su-exec",
                                         "nohup",      "sudo",        "time",      "nvidia_entrypoint.sh",
                                         "docker-init"};
constexpr std::string_view kSwallowing[] = {
    "python",   "python3", "pip",   "jupyter",   "echo",     "true",  "false", "sleep",
    "cat",      "ls",      "node",  "java",      "Rscript",  "R",     "git",   "curl",
    "gunicorn", "uvicorn", "flask", "streamlit", "torchrun", "mlflow"};

bool contains(std::span<const std::string_view> list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

std::string_view base_name(std::string_view path) { return path.substr(path.find_last_of('/') + 1); }

// `sh -c TEXT …`: the command becomes arguments of the text, which may run them as "$@". Otherwise a script's
// file.
EntrypointEffect effect_of_shell(const std::vector<DockerWord>& words) {
  for (std::size_t i = 1; i < words.size(); ++i) {
    if (words[i].text != "-c" && words[i].text != "-lc") continue;
    const bool runs_it = i + 1 == words.size() || words[i + 1].text.find("$@") != std::string::npos;
    return runs_it ? EntrypointEffect::passes_on : EntrypointEffect::swallows;
  }
  return EntrypointEffect::unknown;
}

EntrypointEffect effect_of(const Instruction& instruction) {
  if (!instruction.json) {
    // The shell form is `sh -c TEXT`: what follows is never seen, whatever the text does with "$@".
    return instruction.rest.text().empty() ? EntrypointEffect::none : EntrypointEffect::swallows;
  }
  if (instruction.words.empty() || instruction.words[0].text.empty()) return EntrypointEffect::none;
  const std::string_view program = base_name(instruction.words[0].text);
  const auto has = [&](std::string_view word) {
    return std::any_of(instruction.words.begin(), instruction.words.end(),
                       [&](const auto& w) { return w.text == word; });
  };
  if (program == "conda" || program == "mamba" || program == "micromamba" || program == "poetry" ||
      program == "uv") {
    return has("run") ? EntrypointEffect::passes_on : EntrypointEffect::swallows;
  }
  if (program == "sh" || program == "bash" || program == "dash") return effect_of_shell(instruction.words);
  if (contains(kPassing, program)) return EntrypointEffect::passes_on;
  return contains(kSwallowing, program) ? EntrypointEffect::swallows : EntrypointEffect::unknown;
}

void set_path(DockerImage& image, std::string_view value, Range at) {
  std::vector<std::string> folders;
  bool keeps_old = false;
  while (!value.empty()) {
    const std::size_t colon = std::min(value.find(':'), value.size());
    const std::string_view part = value.substr(0, colon);
    keeps_old = part == "$PATH" || part == "${PATH}";
    if (keeps_old) break;
    if (!part.empty()) folders.emplace_back(part);
    value.remove_prefix(std::min(colon + 1, value.size()));
  }
  if (keeps_old) {
    folders.insert(folders.end(), image.path.begin(), image.path.end());
  } else {
    image.path_is_whole = true;
  }
  image.path = std::move(folders);
  image.path_at = at;
}

void set_variable(DockerImage& image, std::string_view name, std::string_view written, Range at) {
  std::string value = unquoted(written, '\\');
  if (name == "PATH") {
    // Variables but PATH itself are filled in, part by part.
    auto values = image.environment;
    values.emplace_back("PATH", "$PATH");
    set_path(image, substituted(value, values).value_or(value), at);
    return;
  }
  value = substituted(value, image.environment).value_or(value);
  const auto old = std::find_if(image.environment.begin(), image.environment.end(),
                                [&](const auto& variable) { return variable.first == name; });
  if (old != image.environment.end()) {
    old->second = value;
  } else {
    image.environment.emplace_back(name, value);
  }
}

void apply_env(DockerImage& image, const Instruction& instruction) {
  if (instruction.words.empty()) return;
  const DockerWord& first = instruction.words[0];
  if (first.text.find('=') == std::string::npos) {
    const std::string& rest = instruction.rest.text();
    set_variable(image, first.text,
                 trimmed(std::string_view(rest).substr(std::min(first.text.size(), rest.size()))),
                 instruction.at);
    return;
  }
  for (const DockerWord& word : instruction.words) {
    const std::size_t equals = word.text.find('=');
    if (equals == std::string::npos) continue;
    set_variable(image, std::string_view(word.text).substr(0, equals),
                 std::string_view(word.text).substr(equals + 1), word.at);
  }
}

void apply(DockerImage& image, const Instruction& instruction) {
  const std::string& rest = instruction.rest.text();
  switch (instruction.kind) {
    case I::env: return apply_env(image, instruction);
    case I::user:
      image.user = rest;
      image.user_at = instruction.at;
      return;
    case I::workdir:
      image.workdir = rest.starts_with('/') || image.workdir.empty() ? rest : image.workdir + "/" + rest;
      return;
    case I::entrypoint:
      image.entrypoint = effect_of(instruction);
      image.entrypoint_at = instruction.at;
      image.entrypoint_text = rest;
      return;
    default: return;
  }
}

}  // namespace

DockerImage final_image(const Dockerfile& file) {
  DockerImage image;
  if (file.stages.empty()) return image;
  std::vector<std::size_t> chain = {file.stages.size() - 1};
  while (file.stages[chain.back()].base) chain.push_back(*file.stages[chain.back()].base);
  const DockerStage& bottom = file.stages[chain.back()];
  image.base = bottom.scratch ? "" : bottom.resolved.value_or("");
  image.base_at = bottom.image_at;
  image.scratch = bottom.scratch;
  for (; !chain.empty(); chain.pop_back()) {
    for (std::size_t i = file.stages[chain.back()].from; i < file.instructions.size(); ++i) {
      if (file.instructions[i].stage != chain.back()) break;
      apply(image, file.instructions[i]);
    }
  }
  return image;
}

std::string python_folder(const DockerImage& image) {
  for (const std::string& folder : image.path) {
    if (!folder.ends_with("/bin")) continue;
    const std::string name = lowered(folder);
    for (const std::string_view part :
         {"conda", "venv", "virtualenv", "/env", "mamba", "python", "poetry", "uv"}) {
      if (name.find(part) != std::string::npos) return folder;
    }
  }
  return {};
}

}  // namespace formats
