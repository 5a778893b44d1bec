// Completions for the shells, made from the table of commands.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "runtime/cli/frame/parse.h"

namespace frame {

inline constexpr std::string_view kShells[] = {"bash", "zsh", "fish"};

// The script that a shell reads; nothing for a shell that is none of kShells.
std::optional<std::string> completions(Table table, std::string_view shell);

}  // namespace frame
