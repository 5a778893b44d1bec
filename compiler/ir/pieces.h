// Text that is completed when the job runs: the parts that are known, and what stands between them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "sema/value.h"

namespace ir {

struct Piece {
  enum class Kind : std::uint8_t {
    text,    // `text` itself
    input,   // inputs.TEXT
    output,  // outputs.TEXT
    run,     // what the service fills in: `name`, `output_name`, `default_datastore`
  } kind = Kind::text;
  std::string text;

  bool operator==(const Piece&) const = default;
};
using Pieces = std::vector<Piece>;

// A string, number, boolean, duration, size, text or deferred value; scalars print as the language writes
// them.
Pieces pieces_of(const sema::Value& value);
// What a job runs: its `command`, else `PYTHON script arguments…`, each word quoted for the shell where it
// needs it and deferred values as they are, for the service puts them in literally.
Pieces command_of(const sema::Body& job, std::string_view python);

// In the service's notation: `python train.py --lr ${{inputs.lr}}`.
std::string service_text(const Pieces& pieces);

// A literal input as the official client sends it, which is Python's str() of it: `True`, `0.1`, `1e-05`,
// `8`.
std::string client_literal(const sema::Value& value);

}  // namespace ir
