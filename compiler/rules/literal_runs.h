// The text of a string literal of the language, and which of its bytes came from where.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rules {

// A part of a decoded text, and the bytes of the source that it came from.
struct Run {
  enum class Kind : std::uint8_t {
    verbatim,      // byte by byte
    escape,        // `\n`, a line break with indentation after it: only as a whole
    interpolated,  // `${…}`: what the expression gave
  } kind = Kind::verbatim;
  std::uint32_t text_begin = 0, text_end = 0;
  std::uint32_t source_begin = 0, source_end = 0;  // counted from the start of the literal
};

// How a replacement within a literal is to be written.
enum class Spelling : std::uint8_t { plain, escaped, raw };

struct LiteralRuns {
  std::string text;       // interpolations are empty in it
  std::vector<Run> runs;  // in order; together they cover the text
  Spelling spelling = Spelling::escaped;
};

// Reads a literal as the language does: "…", r"…", """…""", r"""…""". Nothing where the text is no single
// literal.
std::optional<LiteralRuns> read_literal(std::string_view literal);

}  // namespace rules
