// Takes out of a text what differs from run to run, and nothing else. tests/README.md lists the
// substitutions.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace harness {

// `root` is the scratch folder of the test: paths below it are written from `<root>`.
std::string normalised(std::string_view text, const std::filesystem::path& root);

}  // namespace harness
