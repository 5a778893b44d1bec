// Words of messages.
#pragma once

#include <string>
#include <string_view>

namespace base {

// `an environment`, `a job`.
inline std::string with_article(std::string_view noun) {
  const bool vowel = !noun.empty() && std::string_view("aeiou").contains(noun.front());
  return (vowel ? "an " : "a ") + std::string(noun);
}

}  // namespace base
