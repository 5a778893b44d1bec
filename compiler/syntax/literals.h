// What a literal stands for: strings with escapes and indentation taken, numbers with units.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "base/diagnostics.h"
#include "syntax/tree.h"

namespace syntax {

// A piece of a string: text, escapes done, or the expression of an interpolation.
struct Piece {
  std::variant<std::string, Cursor> value;
  base::Span at;  // of the text as written, or of the whole ${…}
};

// The pieces of a `string` or `raw` node, in order; no two texts in a row, none that is empty (so "" has no
// piece). Reports each escape that does not exist and each line indented less than the closing quotes.
std::vector<Piece> text_of(Cursor string, base::Diagnostics& diagnostics);

// The text of a string without interpolation; of one with it, its texts alone. For keys and names.
std::string plain_text_of(Cursor string, base::Diagnostics& diagnostics);

struct Integer {
  std::int64_t value = 0;
};
struct Real {
  double value = 0;
};
struct DurationLiteral {
  std::int64_t seconds = 0;
};
struct SizeLiteral {
  std::int64_t bytes = 0;
};
// monostate: it was reported.
using Number = std::variant<std::monostate, Integer, Real, DurationLiteral, SizeLiteral>;

// The value of a `number` node. Reports what does not fit (64 bits, a finite double), a unit that does not
// exist, units in another order than larger ones first, and units after a fraction.
Number number_of(Cursor number, base::Diagnostics& diagnostics);

enum class Literal : std::uint8_t { true_, false_, none };
// The value of a `literal` node, spelled as here or as elsewhere (`True`, `null`).
Literal literal_of(Cursor literal);

}  // namespace syntax
