// Visits every field of a checked body, blocks in blocks, lists and maps included.
#pragma once

#include <functional>

#include "sema/value.h"

namespace ir {

struct Visitor {
  // A field that was given or has a default, before what is in it.
  std::function<void(const sema::FieldValue&)> field;
  // An entry of inputs or outputs.
  std::function<void(const sema::FieldValue& in, const sema::Port&)> port;
};

// In the order of the rows. Bodies of other declarations that a field refers to are not entered.
void walk(const sema::Body& body, const Visitor& visitor);

}  // namespace ir
