// Values that no .amljob file spells: of the command line, of params files, and the defaults of rows.
#pragma once

#include "sema/session.h"

namespace sema {

// The value that a text of the command line has as a string, or as what the language writes.
Value parsed_value(Session& session, std::string_view text, Span at);

// The default of a row.
Value fallback_value(Session& session, const schema::Field& field, Span at);

// -D and --params: values of params, by name as written here. What names no param is reported.
void take_params(Session& session);

// --set and --input: laid over the declarations that they name.
void take_overrides(Session& session);

}  // namespace sema
