#include "runtime/cli/frame/shells.h"

#include <fmt/format.h>

#include <vector>

namespace frame {

namespace {

// What lists the values of operands that are neither files nor words of the table.
std::string_view listing(Operands operands) {
  switch (operands) {
    case Operands::runs: return "amljob runs --names 2>/dev/null";
    case Operands::diagnostics: return "amljob explain --list 2>/dev/null | cut -d\" \" -f1";
    case Operands::kinds: return "amljob reference --list 2>/dev/null";
    default: return "";
  }
}

// Words of the table that an operand may be.
std::string operand_words(Table table, Operands operands) {
  std::vector<std::string_view> words;
  if (operands == Operands::shells) words.assign(std::begin(kShells), std::end(kShells));
  if (operands == Operands::commands) {
    for (const Command* command : table) words.push_back(command->name);
  }
  return fmt::format("{}", fmt::join(words, " "));
}

bool takes_programs(Operands operands) {
  return operands == Operands::programs || operands == Operands::programs_and_targets;
}

bool takes_folder(const Option& option) { return option.value == "DIR"; }
bool takes_file(const Option& option) { return option.value.find("FILE") != std::string_view::npos; }

std::vector<const Option*> options_of(const Command& command) {
  std::vector<const Option*> all(command.options.begin(), command.options.end());
  all.insert(all.end(), common_options().begin(), common_options().end());
  return all;
}

// -- bash --

std::string bash_value_cases(const Command& command) {
  std::string out;
  for (const Option* option : options_of(command)) {
    if (option->value.empty()) continue;
    const std::string pattern = option->letter.empty()
                                    ? std::string(option->name)
                                    : fmt::format("{}|{}:{}", option->name, command.name, option->letter);
    const std::string values = !option->words.empty()  ? fmt::format("-W '{}'", fmt::join(option->words, " "))
                               : takes_folder(*option) ? "-d"
                               : takes_file(*option)   ? "-f"
                                                       : "-W ''";
    out += fmt::format("    {}:{}) COMPREPLY=($(compgen {} -- \"$cur\")); return ;;\n", command.name, pattern,
                       values);
  }
  return out;
}

std::string bash_command_case(Table table, const Command& command) {
  std::vector<std::string_view> names;
  for (const Option* option : options_of(command)) names.push_back(option->name);
  const std::string_view list = listing(command.operands);
  const std::string values = takes_programs(command.operands)        ? "-f -X '!*.amljob'"
                             : command.operands == Operands::folders ? "-d"
                             : !list.empty()                         ? fmt::format("-W \"$({})\"", list)
                                             : fmt::format("-W '{}'", operand_words(table, command.operands));
  const std::string folders = takes_programs(command.operands) ? " $(compgen -S / -d -- \"$cur\")" : "";
  return fmt::format("    {}) options='{}'; operands=($(compgen {} -- \"$cur\"){}) ;;\n", command.name,
                     fmt::join(names, " "), values, folders);
}

std::string bash(Table table) {
  std::string values, cases, names;
  for (const Command* command : table) {
    values += bash_value_cases(*command);
    cases += bash_command_case(table, *command);
    names += fmt::format("{}{}", names.empty() ? "" : " ", command->name);
  }
  return fmt::format(R"(# amljob completions bash > ~/.local/share/bash-completion/completions/amljob
_amljob() {{
  local cur=${{COMP_WORDS[COMP_CWORD]}} command= options= operands=() i
  for ((i = 1; i < COMP_CWORD; ++i)); do
    case ${{COMP_WORDS[i]}} in
    -C | --color) ((++i)) ;;
    -*) ;;
    *) command=${{COMP_WORDS[i]}}; break ;;
    esac
  done
  if [[ -z $command ]]; then
    COMPREPLY=($(compgen -W '{}' -- "$cur"))
    return
  fi
  case $command:${{COMP_WORDS[COMP_CWORD - 1]}} in
{}  esac
  case $command in
{}  esac
  COMPREPLY=("${{operands[@]}}")
  if [[ $cur == -* ]]; then COMPREPLY=($(compgen -W "$options" -- "$cur")); fi
}}
complete -o filenames -F _amljob amljob
)",
                     names, values, cases);
}

// -- zsh --

// Within a specification of _arguments, within quotes.
std::string zsh_text(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\'') {
      out += "'\\''";
      continue;
    }
    if (c == '[' || c == ']' || c == ':') out += '\\';
    out += c;
  }
  return out;
}

std::string zsh_option(const Option& option) {
  const std::string_view many = option.count == Count::many ? "*" : "";
  const std::string action = !option.words.empty()  ? fmt::format("({})", fmt::join(option.words, " "))
                             : takes_folder(option) ? "_files -/"
                             : takes_file(option)   ? "_files"
                                                    : " ";
  const std::string value = option.value.empty() ? "" : fmt::format(":{}:{}", option.value, action);
  std::string out;
  for (const std::string_view name : {option.letter, option.name}) {
    if (name.empty()) continue;
    const std::string_view equals = name.starts_with("--") && !option.value.empty() ? "=" : "";
    out += fmt::format(" \\\n        '{}{}{}[{}]{}'", many, name, equals, zsh_text(option.doc), value);
  }
  return out;
}

std::string zsh_operands(Table table, const Command& command) {
  if (command.most == 0) return "";
  const std::string_view list = listing(command.operands);
  const std::string action = takes_programs(command.operands)        ? "_files -g \"*.amljob\""
                             : command.operands == Operands::folders ? "_files -/"
                             : !list.empty()                         ? fmt::format("($({}))", zsh_text(list))
                                             : fmt::format("({})", operand_words(table, command.operands));
  return fmt::format(" \\\n        '*: :{}'", action);
}

std::string zsh(Table table) {
  std::string names, cases;
  for (const Command* command : table) {
    names += fmt::format("      '{}:{}'\n", command->name, zsh_text(command->doc));
    cases += fmt::format("      {})\n      _arguments", command->name);
    for (const Option* option : options_of(*command)) cases += zsh_option(*option);
    cases += zsh_operands(table, *command) + " ;;\n";
  }
  return fmt::format(R"(#compdef amljob
# amljob completions zsh > ~/.zfunc/_amljob, with ~/.zfunc in $fpath
_amljob() {{
  local context state line
  typeset -A opt_args
  _arguments -C '-C[go to this folder first]:DIR:_files -/' '1: :->command' '*:: :->operands'
  case $state in
  command)
    local -a commands
    commands=(
{}    )
    _describe command commands ;;
  operands)
    case $line[1] in
{}    esac ;;
  esac
}}
_amljob "$@"
)",
                     names, cases);
}

// -- fish --

std::string fish_text(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\'' || c == '\\') out += '\\';
    out += c;
  }
  return out;
}

std::string fish_option(std::string_view command, const Option& option) {
  std::string out = fmt::format("complete -c amljob -n '__fish_seen_subcommand_from {}'", command);
  for (const std::string_view name : {option.name, option.letter}) {
    if (name.empty()) continue;
    out += name.starts_with("--") ? fmt::format(" -l {}", name.substr(2))
                                  : fmt::format(" -s {}", name.substr(1));
  }
  if (!option.words.empty()) out += fmt::format(" -x -a '{}'", fmt::join(option.words, " "));
  if (option.words.empty() && takes_folder(option)) out += " -x -a '(__fish_complete_directories)'";
  if (option.words.empty() && takes_file(option)) out += " -r -F";
  if (option.words.empty() && !option.value.empty() && !takes_folder(option) && !takes_file(option))
    out += " -x";
  return out + fmt::format(" -d '{}'\n", fish_text(option.doc));
}

std::string fish_operands(Table table, const Command& command) {
  const std::string lead =
      fmt::format("complete -c amljob -n '__fish_seen_subcommand_from {}'", command.name);
  const std::string_view list = listing(command.operands);
  if (takes_programs(command.operands)) return lead + " -k -x -a '(__fish_complete_suffix .amljob)'\n";
  if (command.operands == Operands::folders) return lead + " -x -a '(__fish_complete_directories)'\n";
  if (!list.empty()) return fmt::format("{} -x -a '({})'\n", lead, list);
  const std::string words = operand_words(table, command.operands);
  return words.empty() ? "" : fmt::format("{} -x -a '{}'\n", lead, words);
}

std::string fish(Table table) {
  std::string out =
      "# amljob completions fish > ~/.config/fish/completions/amljob.fish\ncomplete -c amljob -f\n";
  for (const Command* command : table) {
    out += fmt::format("complete -c amljob -n __fish_use_subcommand -a {} -d '{}'\n", command->name,
                       fish_text(command->doc));
    for (const Option* option : options_of(*command)) out += fish_option(command->name, *option);
    out += fish_operands(table, *command);
  }
  return out;
}

}  // namespace

std::optional<std::string> completions(Table table, std::string_view shell) {
  if (shell == "bash") return bash(table);
  if (shell == "zsh") return zsh(table);
  if (shell == "fish") return fish(table);
  return std::nullopt;
}

}  // namespace frame
