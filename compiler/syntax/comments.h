// Comments of a file, found in the gaps between its tokens.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "syntax/tree.h"

namespace syntax {

struct Comment {
  base::Span at;          // from its # to the end of the line (without the line break)
  std::string_view text;  // without # or ##, and without the blanks around
  bool alone = false;     // nothing else on its line: it is about what follows; else about what precedes it
  bool doc = false;  // ## and a blank (or nothing): belongs to the declaration or member on the next line
  std::uint32_t next_token = 0;  // index of the token after the comment
};

// All comments, in the order written.
std::vector<Comment> comments(const Tree& tree);

// The doc comment of a declaration or member: the `##` lines that stand alone right above the line of its
// first token, joined with newlines. Empty where there is none.
std::string doc_comment(Cursor declaration, const std::vector<Comment>& all);

// Reports doc comments below which nothing is described. (By parse().)
class Reporter;
void report_stray_doc_comments(const Tree& tree, Reporter& reporter);

}  // namespace syntax
