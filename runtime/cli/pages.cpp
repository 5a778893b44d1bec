#include "runtime/cli/pages.h"

#include <algorithm>

namespace diagnostic_pages {
std::span<const base::EmbeddedFile> files();  // generated: cmake/AmljobEmbed.cmake
}

namespace cli {

std::span<const base::EmbeddedFile> pages() { return diagnostic_pages::files(); }

std::string_view page_on(std::string_view name) {
  const auto all = pages();
  const auto found = std::find_if(all.begin(), all.end(), [&](const base::EmbeddedFile& page) {
    return page.name.ends_with(".md") && page.name.substr(0, page.name.size() - 3) == name;
  });
  return found == all.end() ? std::string_view{} : found->text;
}

}  // namespace cli
