#include "render/canvas.h"

namespace render {

Canvas::Row& Canvas::at(std::size_t row) {
  if (row >= rows_.size()) rows_.resize(row + 1);
  return rows_[row];
}

void Canvas::fill(std::size_t row, std::uint32_t begin, std::uint32_t end, char character, Style style) {
  std::vector<Cell>& cells = at(row).cells;
  if (cells.size() < end) cells.resize(end);
  for (std::uint32_t i = begin; i < end; ++i) cells[i] = {character, style};
}

void Canvas::write(std::size_t row, std::uint32_t column, std::string_view text, Style style) {
  Row& line = at(row);
  line.cells.resize(column);
  line.text = text;
  line.style = style;
}

std::string Canvas::line(std::size_t row, const Paint& paint) const {
  const Row& line = rows_[row];
  std::size_t size = line.cells.size();
  while (line.text.empty() && size > 0 && line.cells[size - 1].character == ' ') --size;
  return painted(line, size, paint);
}

std::string Canvas::padded(std::size_t row, const Paint& paint) const {
  return row < rows_.size() ? painted(rows_[row], rows_[row].cells.size(), paint) : "";
}

std::string Canvas::painted(const Row& row, std::size_t size, const Paint& paint) {
  std::string out;
  for (std::size_t begin = 0; begin < size;) {
    std::size_t end = begin;
    std::string run;
    while (end < size && row.cells[end].style == row.cells[begin].style) run += row.cells[end++].character;
    out += paint(row.cells[begin].style, run);
    begin = end;
  }
  return out + paint(row.style, row.text);
}

}  // namespace render
