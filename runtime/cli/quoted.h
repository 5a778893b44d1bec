// Strings as the language writes them.
#pragma once

#include <string>
#include <string_view>

namespace cli {

// What stands between the quotes of a string that says `text`.
std::string escaped(std::string_view text);
// `"text"`.
std::string quoted(std::string_view text);
// A key as it is written: an identifier as it is, else a string.
std::string key(std::string_view name);

}  // namespace cli
