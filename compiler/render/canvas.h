// Rows of characters with a style each: what stands below a line of source is drawn on one.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "render/paint.h"

namespace render {

class Canvas {
 public:
  // Fills columns begin…end (exclusive) of a row with a character.
  void fill(std::size_t row, std::uint32_t begin, std::uint32_t end, char character, Style style);
  // Writes a text from a column on; nothing is to its right afterwards.
  void write(std::size_t row, std::uint32_t column, std::string_view text, Style style);
  std::size_t rows() const { return rows_.size(); }
  // A row with its colours, without blanks at its end.
  std::string line(std::size_t row, const Paint& paint) const;
  // The same with the blanks at its end.
  std::string padded(std::size_t row, const Paint& paint) const;

 private:
  struct Cell {
    char character = ' ';
    Style style = Style::plain;
  };
  struct Row {
    std::vector<Cell> cells;
    std::string text;  // after the cells
    Style style = Style::plain;
  };
  Row& at(std::size_t row);
  static std::string painted(const Row& row, std::size_t size, const Paint& paint);
  std::vector<Row> rows_;
};

}  // namespace render
