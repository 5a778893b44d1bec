// Third pass: the meaning of each token by its place (the head of grammar/AmlParser.g4 says how), and
// zero-width tokens for what is not there, so that the parser gets what it can parse.
#pragma once

#include <vector>

#include "syntax/reporter.h"
#include "syntax/tree.h"

namespace syntax {

// What a text as a whole is.
enum class Whole : std::uint8_t { file, members, expression };

// Tags `tokens` (brackets match) in place, and gives the top-level items of a file in order. The whole of
// `members` and `expression` is one unit; that of members gets virtual braces around it.
std::vector<Unit> tag(std::vector<Token>& tokens, Reporter& reporter, Whole whole);

}  // namespace syntax
