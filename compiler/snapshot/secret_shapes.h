// The shapes of known credentials, as rows: a fixed start, then so many characters of a set.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace snapshot {

enum class Charset : std::uint8_t {
  upper_digits,  // A-Z 0-9
  word,          // A-Z a-z 0-9 _ -
  base64,        // A-Z a-z 0-9 + / =
  percent,       // word, and % + / = . (a signature in a URL)
};

struct Shape {
  std::string_view start;
  Charset rest;
  std::size_t least;  // characters of the set after the start
  std::string_view what;
};

std::span<const Shape> shapes();
bool in_charset(Charset set, char c);

}  // namespace snapshot
