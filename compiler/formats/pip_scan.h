// Parts of a PEP 508 requirement; see pip_requirement.h. Each reads from a place of the line and moves it.
#pragma once

#include <string_view>

#include "formats/pip_requirement.h"

namespace formats {

struct PipCursor {
  std::string_view line;
  std::size_t at = 0;

  bool done() const { return at >= line.size(); }
  char peek(std::size_t ahead = 0) const { return at + ahead < line.size() ? line[at + ahead] : '\0'; }
  void skip_blanks();
};

// What stands behind the name and extras: `>=1.2,<2`, in parentheses or not.
void read_specifiers(PipCursor& cursor, PipRequirement& out);
// What stands behind `;`, to the end of the line.
void read_marker(PipCursor& cursor, PipRequirement& out);
// `-r FILE`, `--extra-index-url=URL`, …
void read_option(PipCursor& cursor, PipRequirement& out);

}  // namespace formats
