#include "runtime/cli/frame/parse.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/nearest.h"
#include "runtime/cli/frame/words.h"

namespace frame {

namespace {

using Refusal = std::unexpected<std::string>;

bool is_option(std::string_view word) { return word.size() > 1 && word.starts_with('-'); }

std::vector<const Option*> options_of(const Command* command) {
  std::vector<const Option*> all(common_options().begin(), common_options().end());
  if (command != nullptr) all.insert(all.begin(), command->options.begin(), command->options.end());
  return all;
}

class Parser {
 public:
  Parser(Table table, std::span<const std::string> words) : table_(table), words_(words) {}

  std::expected<Arguments, std::string> parse() {
    while (at_ < words_.size()) {
      const std::string& word = words_[at_++];
      if (const std::string refused = take(word); !refused.empty()) return Refusal(refused);
    }
    return finish();
  }

 private:
  // Returns what is wrong with the word, or nothing.
  std::string take(const std::string& word) {
    if (only_operands_ || !is_option(word)) return operand(word);
    if (word == "--") return only_operands_ = true, "";
    if (word == "--version" && out_.command == nullptr) return choose("version");
    return option(word);
  }

  std::string operand(const std::string& word) {
    if (out_.command == nullptr) return choose(word);
    out_.operands.push_back(word);
    return "";
  }

  std::string choose(std::string_view name) {
    out_.command = find_command(table_, name);
    return out_.command == nullptr ? no_command(table_, name) : "";
  }

  // `--name`, `--name=value`, `-o`, `-ovalue`.
  std::string option(const std::string& word) {
    const bool is_long = word.starts_with("--");
    const std::size_t equals = is_long ? word.find('=') : std::string::npos;
    const std::string name = is_long ? word.substr(0, equals) : word.substr(0, 2);
    const bool attached = is_long ? equals != std::string::npos : word.size() > 2;
    const Option* const row = find(name);
    if (row == nullptr) return unknown(name);
    if (out_.has(*row) && row->count == Count::once) return fmt::format("`{}` is given twice", name);
    if (row->value.empty()) return flag(*row, word, name, attached);
    if (attached) return value(*row, name, is_long ? word.substr(equals + 1) : word.substr(2));
    if (at_ == words_.size()) return fmt::format("`{}` needs a value: {}", name, wanted(*row));
    return value(*row, name, words_[at_++]);
  }

  std::string flag(const Option& row, const std::string& word, const std::string& name, bool attached) {
    if (attached) return fmt::format("`{}` takes no value, and `{}` gives it one", name, word);
    out_.add(row, "");
    return "";
  }

  std::string value(const Option& row, const std::string& name, std::string given) {
    const bool known =
        row.words.empty() || std::find(row.words.begin(), row.words.end(), given) != row.words.end();
    if (!known) return fmt::format("`{}` takes {}, not `{}`", name, wanted(row), given);
    out_.add(row, std::move(given));
    return "";
  }

  static std::string wanted(const Option& row) {
    return row.words.empty() ? std::string(row.value) : listed(row.words, "or");
  }

  const Option* find(std::string_view name) const {
    const std::vector<const Option*> all = options_of(out_.command);
    const auto found = std::find_if(
        all.begin(), all.end(), [&](const Option* one) { return one->name == name || one->letter == name; });
    return found == all.end() ? nullptr : *found;
  }

  std::string unknown(const std::string& name) const {
    const std::string of = out_.command == nullptr ? "amljob" : std::string(out_.command->name);
    std::vector<std::string_view> names;
    for (const Option* one : options_of(out_.command)) names.push_back(one->name);
    const std::string_view near = name.size() > 2 ? base::nearest(name, names) : "";
    if (!near.empty()) return fmt::format("`{}` has no option `{}`; did you mean `{}`?", of, name, near);
    if (out_.command == nullptr) return fmt::format("there is no option `{}` before a command", name);
    return fmt::format("`{}` has no option `{}` (`amljob help {}` lists them)", of, name, of);
  }

  std::expected<Arguments, std::string> finish() {
    if (out_.has(option::kHelp) || out_.command == nullptr) return help();
    const Command& command = *out_.command;
    const std::size_t count = out_.operands.size();
    if (count < command.least) {
      return Refusal(fmt::format("`{}` needs more: amljob {} {}", command.name, command.name, command.usage));
    }
    if (count > command.most) {
      return Refusal(fmt::format("`{}` is one word too many: amljob {}{}{}", out_.operands[command.most],
                                 command.name, command.usage.empty() ? "" : " ", command.usage));
    }
    return std::move(out_);
  }

  std::expected<Arguments, std::string> help() {
    const Command* const about = out_.command;
    out_.command = find_command(table_, "help");
    out_.operands.clear();
    if (about != nullptr) out_.operands.emplace_back(about->name);
    return std::move(out_);
  }

  Table table_;
  std::span<const std::string> words_;
  std::size_t at_ = 0;
  bool only_operands_ = false;
  Arguments out_;
};

}  // namespace

const Command* find_command(Table table, std::string_view name) {
  const auto found =
      std::find_if(table.begin(), table.end(), [&](const Command* one) { return one->name == name; });
  return found == table.end() ? nullptr : *found;
}

std::string no_command(Table table, std::string_view name) {
  std::vector<std::string_view> names;
  for (const Command* command : table) names.push_back(command->name);
  const std::string_view near = base::nearest(name, names);
  if (!near.empty()) return fmt::format("no command `{}`; did you mean `{}`?", name, near);
  return fmt::format("no command `{}` (`amljob help` lists them)", name);
}

std::expected<Arguments, std::string> parse(Table table, std::span<const std::string> words) {
  return Parser(table, words).parse();
}

}  // namespace frame
