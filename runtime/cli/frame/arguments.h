// A command line as read by the table.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "runtime/cli/frame/command.h"

namespace frame {

class Arguments {
 public:
  const Command* command = nullptr;
  std::vector<std::string> operands;

  bool has(const Option& option) const;
  // The value given, or `otherwise`.
  std::string_view value(const Option& option, std::string_view otherwise = {}) const;
  // All values of an option that may be given often, in order.
  std::vector<std::string> values(const Option& option) const;
  void add(const Option& option, std::string value) { given_.emplace_back(&option, std::move(value)); }

 private:
  std::vector<std::pair<const Option*, std::string>> given_;
};

// `NAME=VALUE` cut at its first `=`; an empty name where there is none.
std::pair<std::string, std::string> name_and_value(std::string_view text);

}  // namespace frame
