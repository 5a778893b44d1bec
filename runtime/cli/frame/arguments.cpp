#include "runtime/cli/frame/arguments.h"

#include <algorithm>

namespace frame {

bool Arguments::has(const Option& option) const {
  return std::any_of(given_.begin(), given_.end(), [&](const auto& one) { return one.first == &option; });
}

std::string_view Arguments::value(const Option& option, std::string_view otherwise) const {
  const auto found =
      std::find_if(given_.begin(), given_.end(), [&](const auto& one) { return one.first == &option; });
  return found == given_.end() ? otherwise : std::string_view(found->second);
}

std::vector<std::string> Arguments::values(const Option& option) const {
  std::vector<std::string> out;
  for (const auto& [given, value] : given_) {
    if (given == &option) out.push_back(value);
  }
  return out;
}

std::pair<std::string, std::string> name_and_value(std::string_view text) {
  const std::size_t equals = text.find('=');
  if (equals == std::string_view::npos) return {};
  return {std::string(text.substr(0, equals)), std::string(text.substr(equals + 1))};
}

}  // namespace frame
