// Names in Azure, and what may be said of things that exist there already.
#pragma once

#include "sema/session.h"

namespace sema {

// The declaration's name (or its field `name`) against the kind's rule.
void check_declared_name(Session& session, const Declaration& declaration, const Body& body);

// A name in a field or of an entry against a rule; false where it was reported.
bool check_name(Session& session, std::string_view name, Span at, schema::NameRule rule,
                std::string_view what);

// An existing declaration says only what finds it and what is checked against it.
void check_existing_fields(Session& session, const Declaration& declaration, const Map& map);

}  // namespace sema
