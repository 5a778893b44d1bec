// First pass: the raw tokens of a text (grammar/AmlLexer.g4 is the reference). Words are all
// TokenKind::ident.
#pragma once

#include <vector>

#include "syntax/reporter.h"
#include "syntax/tree.h"

namespace syntax {

// All tokens of the reporter's source, the last one `end`. Strings and interpolations are always closed:
// where the text does not close them, by a virtual token. What is reported and stands for nothing lies in the
// gaps.
std::vector<Token> lex(Reporter& reporter);

// Reports the first byte of each line that is NUL or no UTF-8.
void check_encoding(Reporter& reporter);

}  // namespace syntax
