// How the arguments of Dockerfile instructions are cut into words.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "formats/docker_lines.h"

namespace formats {

// At blanks; quotes mean nothing.
std::vector<DockerWord> split_at_blanks(const DockerText& text);

// A JSON list of strings, as CMD ["a", "b"]. Nothing where the text is none: then it is text for the shell.
std::optional<std::vector<DockerWord>> split_json(const DockerText& text);

// At blanks outside of quotes; quotes and escapes stay in the words.
struct QuotedWords {
  std::vector<DockerWord> words;
  std::optional<Range> unclosed;  // a quote that never ends
};
QuotedWords split_quoted(const DockerText& text, char escape);

// Without the quotes and escapes of an ENV value.
std::string unquoted(std::string_view word, char escape);

}  // namespace formats
