#include <cstring>

#include "syntax/characters.h"
#include "syntax/lex.h"

namespace syntax {

namespace {

// The length of the UTF-8 sequence at the start of `text`, 0 where it is none (overlong forms and surrogates
// included).
std::size_t sequence(std::string_view text) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(i < text.size() ? text[i] : 0); };
  const auto more = [&](std::size_t i) { return (byte(i) & 0xC0) == 0x80; };
  const unsigned char first = byte(0);
  if (first < 0x80) return 1;
  if (first < 0xC2 || first > 0xF4 || !more(1)) return 0;
  if (first < 0xE0) return 2;
  if (!more(2)) return 0;
  if (first < 0xF0) {
    const bool overlong = first == 0xE0 && byte(1) < 0xA0;
    const bool surrogate = first == 0xED && byte(1) > 0x9F;
    return overlong || surrogate ? 0 : 3;
  }
  const bool overlong = first == 0xF0 && byte(1) < 0x90;
  const bool beyond = first == 0xF4 && byte(1) > 0x8F;
  return overlong || beyond || !more(3) ? 0 : 4;
}

// Whether all of eight bytes are ASCII and none is NUL.
bool plain(const char* at) {
  std::uint64_t bytes = 0;
  std::memcpy(&bytes, at, sizeof bytes);
  constexpr std::uint64_t kOnes = 0x0101010101010101U;
  constexpr std::uint64_t kHighs = kOnes << 7;
  return ((bytes | (bytes - kOnes)) & kHighs) == 0;
}

}  // namespace

void check_encoding(Reporter& reporter) {
  const std::string_view text = reporter.source().text();
  constexpr int kToldFaults = 5;  // a file with more is no text at all: that is said, and not of every line
  int faults = 0;
  for (std::size_t at = 0; at < text.size();) {
    if (at + 8 <= text.size() && plain(text.data() + at)) {
      at += 8;
      continue;
    }
    const std::size_t length = sequence(text.substr(at));
    const auto offset = static_cast<std::uint32_t>(at);
    const base::Span span = reporter.span(offset, offset + 1);
    const bool nul = length != 0 && text[at] == '\0';
    if (length == 0 || nul) ++faults;
    if (faults > kToldFaults) {
      if (length == 0 || nul) reporter.holds_at(offset);
    } else if (length == 0) {
      reporter.report(span, not_utf8, offset).help("save the file as UTF-8");
    } else if (nul) {
      reporter.report(span, nul_byte, offset);
    }
    at += length == 0 ? 1 : length;
  }
}

}  // namespace syntax
