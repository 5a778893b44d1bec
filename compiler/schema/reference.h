// The reference: a page of each kind, and of each field, made from the rows. Markdown that also reads well as
// it is on a terminal of 100 columns.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "schema/kind.h"

namespace schema {

// All kinds with a line each, and the kinds to come.
std::string reference_index();
// A kind: what it is, all of its fields in all of its blocks.
std::string reference_page(const Kind& kind);
// One field, `path` from the kind's body: `size`, `resources.shm_size`, `services.type`. Nothing where there
// is none.
std::optional<std::string> reference_of_field(const Kind& kind, std::string_view path);
// `amljob reference WHAT`: empty (the index), a kind, KIND.FIELD, `inputs`, `outputs` or `param`. Nothing
// where there is no such thing.
std::optional<std::string> reference_of(std::string_view what);
// Everything that `reference_of` takes and is near to `what` in its place: kinds, or the fields of the block
// it names.
std::vector<std::string_view> reference_names(std::string_view what);

// docs/reference/: file names and their text.
std::vector<std::pair<std::string, std::string>> reference_files();

}  // namespace schema
