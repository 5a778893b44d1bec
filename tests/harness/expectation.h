// What a run should give, as files on disk: compared, or rewritten with AMLJOB_UPDATE=1.
#pragma once

#include <filesystem>
#include <map>
#include <string>

namespace harness {

using FileTexts = std::map<std::string, std::string>;  // relative path to text

// Whether AMLJOB_UPDATE=1.
bool updating();

// What differs between the folder `expected` and `actual`, one paragraph a file; empty: nothing. While
// updating, the folder becomes `actual`, and what was rewritten is returned, so that nobody commits it
// unseen.
std::string difference(const std::filesystem::path& expected, const FileTexts& actual);

// The first line that differs, with its number and both versions.
std::string first_difference(std::string_view expected, std::string_view actual);

}  // namespace harness
