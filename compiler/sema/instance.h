// Declarations as written, evaluated member by member when they are asked for: what they extend is merged in.
#pragma once

#include "sema/session.h"

namespace sema {

// All members of a declaration, with those that it inherits, in order; evaluated once.
const Map& whole(Session& session, Instance& instance);

// One member of a declaration, inherited or own; nothing where it is not given.
std::optional<Entry> member_of(Session& session, Instance& instance, std::string_view name);

// `NAME.FIELD`: the static value of a field, or its default. What cannot be is reported at `at`.
Value static_field(Session& session, const Declaration& declaration, std::string_view name, Span at);

// Finds what an instance extends; reports what is no declaration of its kind.
Instance* base_of(Session& session, Instance& instance);

// A base entry with another laid over it, part by part. `block` is what the schema knows of the place, or
// nullptr.
Entry merged(Session& session, const Entry& base, const Entry& over, const schema::Block* block);
const Map* merged(Session& session, const Map& base, const Map& over, const schema::Block* block);

}  // namespace sema
