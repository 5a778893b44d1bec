// Places in a foreign text, and what is wrong at one. The texts are values of a program (an image reference,
// a Dockerfile, a line for pip), so offsets count from the start of the text that was given; the caller, who
// knows where that text stands, makes spans of them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace formats {

// Bytes begin…end (exclusive), counted from 0.
struct Range {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  bool operator==(const Range&) const = default;
  std::uint32_t size() const { return end - begin; }
  bool empty() const { return begin == end; }
};

// A range from any unsigned offsets; texts are smaller than 4 GiB.
inline Range range(std::size_t begin, std::size_t end) {
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}
inline Range shifted(Range at, std::uint32_t by) { return {at.begin + by, at.end + by}; }
inline std::string_view text_at(std::string_view text, Range at) { return text.substr(at.begin, at.size()); }

// One thing that is wrong with a text. `what` is fit for the label of a diagnostic: one clause, lower case,
// no full stop, code in backticks. `instead` is what to put in place of `at`, where that is certain to be
// meant.
struct Fault {
  Range at;
  std::string what;
  std::optional<std::string> instead = std::nullopt;
};

// How much of a version a text fixes; in rising order.
enum class Pin : std::uint8_t {
  none,    // no version at all
  range,   // bounds, or several choices
  prefix,  // `=1.2`, `==1.2.*`: the later parts may move
  exact,
};

}  // namespace formats
