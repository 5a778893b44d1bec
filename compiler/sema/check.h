// From evaluated members to typed fields: the schema's rows say what may be given, of which type, within
// which limits.
#pragma once

#include <string>

#include "sema/session.h"

namespace sema {

// Whose fields are being checked.
struct Owner {
  Declaration* declaration = nullptr;
  std::string title = {};         // "`job train`", as messages name it
  const Ports* inputs = nullptr;  // of its job, once they are checked; nullptr: the kind has none
  const Ports* outputs = nullptr;
  bool lenient = false;     // a template: what is missing is for its heirs to give
  bool incomplete = false;  // something was missing, and that was let pass
};

// A place in a body: what messages and fixes need.
struct Place {
  const schema::Block* block = nullptr;
  const schema::Field* field = nullptr;
  std::string_view name;  // as written, or the key in a map
  Span name_at;
  Span value_at;
};

// Checks every declaration; fills Declaration::body, uses, azure_name.
void check_declarations(Session& session);

// A body against its block. `subject` is how "X needs Y" names it.
const Body* check_body(Session& session, Owner& owner, const Map& map, const schema::Block& block,
                       const std::string& subject, Span subject_at);

// A value against a type: Poison where it is wrong (reported), Unknown where it is not known yet.
Value check_value(Session& session, Owner& owner, const Value& value, const schema::Type& type,
                  const Place& place);

// The parts of check_value, by shape.
Value check_scalar(Session& session, Owner& owner, const Value& value, const schema::Type& type,
                   const Place& place);
Value check_text(Session& session, Owner& owner, const Value& value, const schema::Type& type,
                 const Place& place);
Value check_word(Session& session, Owner& owner, const Value& value, const schema::Type& type,
                 const Place& place);
Value check_reference(Session& session, Owner& owner, const Value& value, const Map* changes,
                      const schema::Type& type, const Place& place);
Value check_path(Session& session, Owner& owner, const Value& value, const schema::Type& type,
                 const Place& place);
Value check_ports(Session& session, Owner& owner, const Value& value, const schema::Type& type,
                  const Place& place);
Value check_arguments(Session& session, Owner& owner, const Value& value, const schema::Type& type,
                      const Place& place);

// Whether a run-time value may stand in the field; reports it where not, or where it names no input or
// output.
bool check_deferred(Session& session, Owner& owner, const Value& value, const Place& place);

// `raw { }` of a block: merged last into what is sent, unchecked but for secrets and for what the rows know.
const Map* check_raw(Session& session, const Owner& owner, const schema::Block& block, const Entry& entry);

// An entry whose key is no field of the block: an older name, a near one, one of another block, or none at
// all. Where it was meant to be a field, that field (which then counts as given).
const schema::Field* unknown_field_at(Session& session, const Owner& owner, const schema::Block& block,
                                      const Entry& entry);

// The field that a word was probably meant to be; nullptr where none is near.
const schema::Field* near_field(const schema::Block& block, std::string_view name);

// A value as the command line gave it, as the type reads it.
Value read_given(Session& session, const Value& value, const schema::Type& type);

// "an integer", "one of `a`, `b`" …: what a type takes, for messages.
std::string taken(const schema::Type& type);

// Reports wrong_type with the note where the value was written, when that is elsewhere.
base::Diagnostic& report_wrong_type(Session& session, const Value& value, const schema::Type& type,
                                    const Place& place);

}  // namespace sema
