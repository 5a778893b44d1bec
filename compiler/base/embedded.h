// Files that the build compiles into the program (cmake/AmljobEmbed.cmake).
#pragma once

#include <span>
#include <string_view>

namespace base {

struct EmbeddedFile {
  std::string_view name;
  std::string_view text;
};

}  // namespace base
