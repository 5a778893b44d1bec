// Members and items as rows of a table, so that those on adjacent lines can be aligned.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace format {

// One comment on lines of its own, above a row.
struct Lead {
  std::string text;
  bool blank_before = false;
};

// A member or item, in parts. Parts may hold line breaks, with the indentation of the lines after them.
struct Row {
  std::string group;  // rows of one group are aligned; empty: with none
  std::string head;   // key, `step NAME`, `let NAME`, …: or all of it, if nothing else is there
  std::string type;
  std::string value;
  std::string block;    // from { to }
  std::string comment;  // at the end of the line
  std::vector<Lead> lead;
  bool blank_before = false;  // of the row itself, below its comments

  bool one_line() const;
  std::string text() const;  // without alignment, comments
};

// The number of characters of a text in UTF-8.
std::size_t width(std::string_view text);

// The rows as lines, each indented by `indent` blanks and ended by a line break; blank lines as wished, but
// for the first.
std::string lines(const std::vector<Row>& rows, std::size_t indent);

}  // namespace format
