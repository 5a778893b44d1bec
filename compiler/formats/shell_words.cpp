#include <fmt/format.h>

#include <algorithm>
#include <span>

#include "formats/characters.h"
#include "formats/shell.h"

namespace formats {
namespace {

constexpr std::string_view kWrappers[] = {"env",     "exec", "nohup",  "time",   "sudo",
                                          "command", "nice", "stdbuf", "timeout"};
// Options of the wrappers that take the next word.
constexpr std::string_view kWithValue[] = {"-u", "-n", "-C", "-S", "-k", "-s", "-g"};

std::string_view base_name(std::string_view path) { return path.substr(path.find_last_of('/') + 1); }

bool contains(std::span<const std::string_view> list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

bool has_word(const ShellCommand& command, std::string_view plain) {
  return std::any_of(command.words.begin(), command.words.end(),
                     [&](const ShellWord& w) { return w.plain == plain; });
}

// Whether a command installs Python packages whose versions stand in its words.
bool installs(const ShellCommand& command) {
  const ShellWord* program = program_of(command);
  if (program == nullptr) return false;
  const std::string_view name = base_name(program->plain);
  const bool python = name.starts_with("python") && has_word(command, "-m") && has_word(command, "pip");
  const bool known = python || name.starts_with("pip") || name == "conda" || name == "mamba" ||
                     name == "micromamba" || name == "uv" || name == "poetry";
  return known && (has_word(command, "install") || has_word(command, "add") || has_word(command, "create") ||
                   has_word(command, "download") || has_word(command, "wheel"));
}

// The word of the command that ends last before `at`.
const ShellWord* word_before(const ShellCommand& command, std::uint32_t at) {
  const ShellWord* found = nullptr;
  for (const ShellWord& word : command.words) {
    if (word.at.end <= at) found = &word;
  }
  return found;
}

const ShellWord* word_after(const ShellCommand& command, std::uint32_t at) {
  for (const ShellWord& word : command.words) {
    if (word.at.begin >= at) return &word;
  }
  return nullptr;
}

bool is_version_bound(const Redirection& redirection, bool adjacent) {
  if (redirection.op != ">" && redirection.op != "<") return false;
  const std::string& target = redirection.target.text;
  if (target.starts_with('=')) return true;
  return adjacent && !target.empty() && is_digit(target[0]) &&
         redirection.target.at.begin == redirection.at.end;
}

}  // namespace

std::string shell_quoted(std::string_view word) {
  const auto plain = [](char c) {
    return is_word(c) || std::string_view("@%+=:,./-").find(c) != std::string_view::npos;
  };
  if (!word.empty() && all_of(word, plain)) return std::string(word);
  std::string out = "'";
  for (const char c : word) {
    if (c == '\'') {
      out += "'\"'\"'";
    } else {
      out += c;
    }
  }
  return out + "'";
}

std::string shell_joined(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) {
    if (!out.empty()) out += ' ';
    out += shell_quoted(word);
  }
  return out;
}

const ShellWord* program_of(const ShellCommand& command) {
  bool wrapped = false, duration = false;
  for (std::size_t i = 0; i < command.words.size(); ++i) {
    const ShellWord& word = command.words[i];
    if (wrapped && word.plain.starts_with('-')) {
      if (contains(kWithValue, word.plain)) ++i;
      continue;
    }
    const std::size_t equals = word.plain.find('=');
    if (wrapped && equals != std::string::npos && equals > 0) continue;
    if (duration && is_digit(word.plain[0])) {
      duration = false;
      continue;
    }
    if (!contains(kWrappers, base_name(word.plain))) return &word;
    wrapped = true;
    duration = base_name(word.plain) == "timeout";
  }
  return nullptr;
}

std::vector<Fault> redirected_versions(const ShellText& shell, std::string_view text) {
  std::vector<Fault> out;
  for (const ShellCommand& command : shell.commands) {
    if (!installs(command)) continue;
    Range last{};
    for (const Redirection& redirection : command.redirections) {
      const bool chained = last.end != 0 && last.end == redirection.at.begin;
      const ShellWord* before = word_before(command, redirection.at.begin);
      const bool adjacent = chained || (before != nullptr && before->at.end == redirection.at.begin);
      if (before == nullptr || !is_version_bound(redirection, adjacent)) continue;
      Range at = {chained ? last.begin : before->at.begin, redirection.target.at.end};
      if (redirection.target.text == "=") {
        if (const ShellWord* version = word_after(command, at.end)) at.end = version->at.end;
      }
      std::string all(text_at(text, at));
      std::erase_if(all, [](char c) { return is_space(c) || c == '"' || c == '\''; });
      Fault fault{at, fmt::format("the shell takes `{}` for a redirection into a file", redirection.op),
                  "'" + all + "'"};
      if (redirection.op == "<") fault.what = "the shell takes `<` for a redirection from a file";
      if (chained) fault.what = out.back().what;
      if (chained) out.pop_back();
      out.push_back(std::move(fault));
      last = at;
    }
  }
  return out;
}

}  // namespace formats
