// Kinds, blocks and fields: one row each. A row is all there is to a field; nothing else in the compiler
// names it, but for the rules and backends that are about it.
#pragma once

#include <span>
#include <string_view>

#include "schema/type.h"

namespace schema {

// A fixed member of the REST body that comes with a field or a kind: {"properties.jobType", "Command"}.
struct Fixed {
  std::string_view path;
  std::string_view value;
};

struct Field {
  std::string_view name;
  Type type;
  std::string_view doc;  // a noun phrase; default and unit at its end
  bool required = false;
  std::string_view fallback = {};  // the default, as the language writes it; empty: none is sent
  Defer defer = Defer::no;
  // CLI v2's name, where it is another; "-": CLI v2 has none. A block with ".": its fields lie in the map
  // around it.
  std::string_view yaml = {};
  // Path in the REST body, from the object of the block it stands in. Empty: a backend computes what is sent.
  // A block with "." has no object of its own: its fields lie in that of the block around it.
  std::string_view rest = {};
  Api since = Api::first;
  std::span<const std::string_view> was = {};  // older names: an error with a fix
  // Allowed beside these words of the block's discriminator alone; `required` and `fallback` hold only there
  // too. Two rows may have one name where their words differ: a cluster's `ssh_settings` are not an
  // instance's.
  std::span<const std::string_view> only = {};
  std::span<const Fixed> with = {};  // sent where the field is given; paths as in `rest`
};

// One of these names must be given, or must not be given together.
struct Group {
  // first_needs_one: the first is given only beside one of the others (`arguments` beside `script`).
  enum class Rule : std::uint8_t {
    exactly_one,
    at_most_one,
    at_least_one,
    all_or_none,
    first_needs_one
  } rule;
  std::span<const std::string_view> names;
};

// A field of the older SDK or of Azure that has no present counterpart of the same meaning: what to do
// instead.
struct Gone {
  std::string_view name;
  std::string_view help;
  bool without_effect = false;  // nothing is lost with it: taking it away is a safe fix
};

struct Block {
  std::string_view name;  // as messages and the reference call it: `docker`, `resources`
  std::string_view doc;
  std::span<const Field> fields;
  std::string_view discriminator = {};  // the field whose word decides which others are allowed
  std::span<const Group> groups = {};
  std::span<const Gone> gone = {};

  // The first row of this name; nullptr where there is none.
  const Field* find(std::string_view field) const;
  // The row of this name that goes beside `word` of the discriminator; nullptr where the word allows none.
  const Field* find(std::string_view field, std::string_view word) const;
};

struct Kind {
  std::string_view name;  // `compute`
  std::string_view doc;
  Block body;
  NameRule name_rule = NameRule::asset;
  // REST: `{workspace}/COLLECTION/NAME`, `…/versions/VERSION` where versioned; empty: it is not sent by
  // itself. `workspaces` and `registries` lie in the resource group, not in a workspace, and only named ones
  // are sent.
  std::string_view collection = {};
  bool versioned = false;
  bool may_exist = true;                   // `existing KIND` makes sense
  bool named = true;                       // false: may stand without a name (workspace)
  std::span<const Fixed> fixed = {};       // in every body; what a field sends to the same path wins
  std::string_view raw_at = "properties";  // where `raw { }` of its body is merged
};

// All kinds of the language that this version has, in the order of the reference.
std::span<const Kind* const> kinds();
// nullptr where there is none of this name.
const Kind* find_kind(std::string_view name);
// Kinds that the language has and this version does not have yet.
std::span<const std::string_view> later_kinds();

// Literal and asset types of inputs and outputs.
struct PortType {
  std::string_view name;  // `uri_folder`
  std::string_view rest;  // jobInputType
  bool literal;
  std::string_view doc;
  std::span<const std::string_view> input_modes;
  std::string_view input_mode_default;
  std::span<const std::string_view> output_modes;
  std::string_view output_mode_default;
};
std::span<const PortType> port_types();
const PortType* find_port_type(std::string_view name);
// What may stand in the braces of an entry.
const Block& input_options();
const Block& output_options();
// What may stand in the braces of a `param`.
const Block& param_options();

}  // namespace schema
