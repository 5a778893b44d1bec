#include "schema/reference_text.h"

#include <algorithm>

namespace schema {
namespace {

constexpr std::size_t kColumns = 100;

// Characters, not bytes: a byte that continues one takes no column.
std::size_t columns(std::string_view text) {
  return static_cast<std::size_t>(
      std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

// The end of the first word: a blank outside of backticks, or the end of the text.
std::size_t end_of_word(std::string_view text) {
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '`') quoted = !quoted;
    if (text[i] == ' ' && !quoted) return i;
  }
  return text.size();
}

}  // namespace

std::string wrapped(std::string_view text, std::size_t indent, std::size_t hang) {
  std::string all(indent, ' ');
  std::size_t column = indent;
  bool first = true;
  while (!text.empty()) {
    const auto word = text.substr(0, end_of_word(text));
    if (!first && column + 1 + columns(word) > kColumns) {
      all += '\n' + std::string(indent + hang, ' ');
      column = indent + hang;
    } else if (!first) {
      all += ' ';
      ++column;
    }
    all += word;
    column += columns(word);
    first = false;
    text.remove_prefix(std::min(text.size(), word.size() + 1));
  }
  return all + '\n';
}

std::string bullet(std::string_view text, std::size_t depth) {
  return wrapped("- " + std::string{text}, 2 * depth, 2);
}

}  // namespace schema
