#include "format/rows.h"

#include <algorithm>

namespace format {

namespace {

// Where the columns of a run of adjacent rows start, as widths of what is left of them.
struct Columns {
  std::size_t head = 0;  // head and colon of typed rows
  std::size_t left = 0;  // all that is left of = or {
};

std::string pad(std::string text, std::size_t to) {
  const std::size_t now = width(text);
  if (now < to) text.append(to - now, ' ');
  return text;
}

bool has_break(std::string_view text) { return text.find('\n') != std::string_view::npos; }

std::string left_of(const Row& row, std::size_t head) {
  if (row.type.empty()) return row.head;
  return pad(row.head + ":", head) + ' ' + row.type;
}

// Whether the row has a = or { that is aligned: a block of several lines has none, nor one right behind a
// type.
bool aligned(const Row& row) {
  if (row.group.empty() || has_break(row.head)) return false;
  return !row.value.empty() || (row.type.empty() && !row.block.empty() && !has_break(row.block));
}

bool in_table(const Row& row) { return aligned(row) || (!row.group.empty() && !row.type.empty()); }

// Whether `next` is on the line below `row`, and belongs to the same table.
bool adjacent(const Row& row, const Row& next) {
  return row.one_line() && !next.blank_before && next.lead.empty() && row.group == next.group &&
         in_table(next);
}

// A value and the block behind it: blocks of one line are aligned with those of the neighbours that have one
// too.
std::size_t value_width(const std::vector<Row>& rows, std::size_t at, std::size_t begin, std::size_t end) {
  const auto counts = [&](const Row& row) {
    return !row.value.empty() && !row.block.empty() && row.one_line();
  };
  if (!counts(rows[at])) return 0;
  std::size_t widest = 0;
  for (std::size_t i = at; i < end && counts(rows[i]); ++i) widest = std::max(widest, width(rows[i].value));
  for (std::size_t i = at; i-- > begin && counts(rows[i]);) widest = std::max(widest, width(rows[i].value));
  return widest;
}

std::string line(const Row& row, const Columns& columns, std::size_t value_column) {
  std::string text = left_of(row, columns.head);
  if (aligned(row)) text = pad(std::move(text), columns.left);
  if (!row.value.empty()) text += " = " + pad(row.value, value_column);
  if (!row.block.empty()) text += ' ' + row.block;
  return text;
}

Columns columns_of(const std::vector<Row>& rows, std::size_t begin, std::size_t end) {
  Columns columns;
  for (std::size_t i = begin; i < end; ++i) {
    if (!rows[i].type.empty()) columns.head = std::max(columns.head, width(rows[i].head) + 1);
  }
  for (std::size_t i = begin; i < end; ++i) {
    if (aligned(rows[i])) columns.left = std::max(columns.left, width(left_of(rows[i], columns.head)));
  }
  return columns;
}

}  // namespace

std::size_t width(std::string_view text) {
  return static_cast<std::size_t>(
      std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

bool Row::one_line() const { return !has_break(head) && !has_break(value) && !has_break(block); }

std::string Row::text() const { return line(*this, {}, 0); }

std::string lines(const std::vector<Row>& rows, std::size_t indent) {
  std::string out;
  const std::string margin(indent, ' ');
  const auto put = [&](bool blank, std::string_view text) {
    if (blank && !out.empty()) out += '\n';
    out.append(margin).append(text).append("\n");
  };
  for (std::size_t begin = 0; begin < rows.size();) {
    std::size_t end = begin + 1;
    if (in_table(rows[begin])) {
      while (end < rows.size() && adjacent(rows[end - 1], rows[end])) ++end;
    }
    const Columns columns = columns_of(rows, begin, end);
    for (std::size_t i = begin; i < end; ++i) {
      for (const Lead& lead : rows[i].lead) put(lead.blank_before, lead.text);
      std::string text = line(rows[i], columns, value_width(rows, i, begin, end));
      if (!rows[i].comment.empty()) text += "  " + rows[i].comment;
      if (!text.empty()) put(rows[i].blank_before, text);
    }
    begin = end;
  }
  return out;
}

}  // namespace format
