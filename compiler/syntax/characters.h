// What the bytes of a text may be part of.
#pragma once

#include <array>
#include <cstdint>

namespace syntax {

namespace characters {

enum Class : std::uint8_t { kLetter = 1, kDigit = 2, kBlank = 4, kHigh = 8 };

constexpr std::array<std::uint8_t, 256> make_table() {
  std::array<std::uint8_t, 256> table{};
  for (int c = 'a'; c <= 'z'; ++c) table[static_cast<std::size_t>(c)] = kLetter;
  for (int c = 'A'; c <= 'Z'; ++c) table[static_cast<std::size_t>(c)] = kLetter;
  table['_'] = kLetter;
  for (int c = '0'; c <= '9'; ++c) table[static_cast<std::size_t>(c)] = kDigit;
  table[' '] = table['\t'] = table['\r'] = kBlank;
  for (std::size_t c = 0x80; c < 0x100; ++c) table[c] = kHigh;
  return table;
}

inline constexpr std::array<std::uint8_t, 256> kTable = make_table();
inline bool in(char c, std::uint8_t classes) {
  return (kTable[static_cast<unsigned char>(c)] & classes) != 0;
}

}  // namespace characters

inline bool is_letter(char c) { return characters::in(c, characters::kLetter); }
inline bool is_digit(char c) { return characters::in(c, characters::kDigit); }
inline bool is_word(char c) { return characters::in(c, characters::kLetter | characters::kDigit); }
inline bool is_blank(char c) { return characters::in(c, characters::kBlank); }  // also \r, not \n
inline bool is_high(char c) {
  return characters::in(c, characters::kHigh);
}  // part of a character beyond ASCII

}  // namespace syntax
