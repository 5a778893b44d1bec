// Prints one item in its canonical form, part by part. For formatted() alone.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "format/rows.h"
#include "syntax/comments.h"
#include "syntax/tree.h"

namespace format {

// A block written on one line stays on one if the line is not longer.
inline constexpr std::size_t kWidest = 88;

class Printer {
 public:
  Printer(const syntax::Tree& tree, const std::vector<syntax::Comment>& comments);

  // The row of an item, without the comments around it.
  Row item(syntax::Cursor node, std::size_t indent);
  // Comments on lines of their own between two offsets.
  std::vector<Lead> lead(std::uint32_t begin, std::uint32_t end);
  // The first comment between two offsets, if it is on the line of what is before it; else empty.
  std::string trailing(std::uint32_t begin, std::uint32_t end);
  // Whether an empty line is right above what stands at an offset.
  bool blank_above(std::uint32_t offset) const;
  // How many comments were printed.
  std::size_t taken() const { return taken_; }

 private:
  // printer.cpp
  Row member(syntax::Cursor node, std::size_t indent);
  std::vector<Lead> lead(std::uint32_t token);      // before a token
  std::string trailing_token(std::uint32_t token);  // behind one
  std::string comment_text(const syntax::Comment& comment) const;
  std::string one_line(syntax::Cursor node, std::size_t indent);
  std::string assertion(syntax::Cursor node, std::size_t indent);
  std::string import(syntax::Cursor node, std::size_t indent);
  Row entry(syntax::Cursor node, std::size_t indent);
  void parts(Row& row, syntax::Cursor node, std::size_t indent);
  std::string with_braces(std::string head, syntax::Cursor braces, std::size_t indent);
  std::string loop_head(syntax::Cursor node, std::size_t indent);
  std::string conditional(syntax::Cursor node, std::size_t indent);
  std::string declaration_head(syntax::Cursor node, std::size_t indent);
  // { } of members or items, which starts at `column`; on one line if they were and may be.
  std::string braces(syntax::Cursor node, std::size_t indent, std::size_t column,
                     bool may_be_one_line = true);
  std::vector<Row> rows(syntax::Cursor node, std::size_t indent);

  // expression.cpp
  std::string expression(syntax::Cursor node, std::size_t indent, std::size_t column);
  std::string operand(syntax::Cursor node, std::size_t indent, std::size_t column);
  std::string joined(syntax::Cursor node, std::size_t indent, std::size_t column);
  std::string elements(syntax::Cursor node, std::size_t indent, std::size_t column);
  std::string broken_elements(syntax::Cursor node, std::size_t indent);
  std::string comprehension(syntax::Cursor node, std::size_t indent, std::size_t column);
  std::string names(syntax::Cursor node) const;
  std::string type(syntax::Cursor node) const;

  // text.cpp
  std::string text(syntax::Cursor node, std::size_t indent) const;

  bool breaks_between(std::uint32_t token, std::uint32_t next) const;
  bool on_one_line(syntax::Cursor node) const;
  bool has_comment(syntax::Cursor node) const;
  std::string_view token_text(std::uint32_t token) const { return tree_.text(tree_.tokens[token]); }

  const syntax::Tree& tree_;
  const std::vector<syntax::Comment>& comments_;
  std::size_t taken_ = 0;
  bool inline_ = false;  // inside of a block that is on one line
};

}  // namespace format
