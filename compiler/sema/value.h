// Values while and after evaluation. They are small, trivially copied, and point into the Model's arena.
//
// `at` is where the value was written: through lets, params, loops, extends and imports it stays the place of
// the text that spells it. Where it is used stands in the entry or field that holds it.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <variant>

#include "base/quantity.h"
#include "base/source.h"
#include "schema/kind.h"

namespace surface {
struct TypeName;
}

namespace sema {

using base::Span;

struct Value;
struct Map;
struct Body;
struct Declaration;
struct Secret;

// Something was wrong and has been reported; whatever is computed from it is silent.
struct Poison {};
// `none`: the member is not there.
struct None {};

// A param that has no value yet (`check` needs none), or something computed from one: only its type is known.
enum class Known : std::uint8_t { nothing, string, integer, number, boolean, duration, size, list, map };
struct Unknown {
  Known type = Known::nothing;
};

// Known when the job runs: inputs.x, outputs.x, run.name …
struct Deferred {
  enum class Root : std::uint8_t { inputs, outputs, run } root;
  std::string_view name;
  Span at;
};

// Text with deferred or unknown parts; text that is all static is a plain string.
struct Piece {
  std::string_view text;               // static
  const Deferred* deferred = nullptr;  // or this
};
struct Text {
  std::span<const Piece> pieces;
  bool unknown = false;  // a part hangs on a param without a value
};

struct List {
  std::span<const Value> items;
};

// A reference to a declaration, with the changes of its braces where it had any.
struct Ref {
  const Declaration* to = nullptr;
};

// A parsed `azureml:…` string, or an id: the thing is not declared here.
struct Outside {
  std::string_view text = {};  // as written
  std::string_view name = {};  // the asset's name; empty where it is an id
  std::string_view version = {};
  std::string_view label = {};
  std::string_view registry = {};
  bool arm_id = false;
};

// A file or folder beside the source, or an address.
struct Path {
  std::string_view text;   // as written
  std::string_view local;  // relative to the current folder; empty: an address
  bool folder = false;     // what was found there
};

// A value of the command line, read by the type of the field that takes it.
struct Given {
  std::string_view text;
};

struct Ports;

struct Value {
  using Data = std::variant<Poison, None, Unknown, bool, std::int64_t, double, base::Duration, base::Size,
                            std::string_view, const Text*, const Deferred*, Ref, const Secret*, const List*,
                            const Map*, Given,
                            // made by the checker only:
                            const Body*, const Ports*, const Outside*, const Path*>;
  Data data = Poison{};
  Span at;

  template <typename T>
  bool is() const {
    return std::holds_alternative<T>(data);
  }
  template <typename T>
  const T* get() const {
    return std::get_if<T>(&data);
  }
  bool poisoned() const { return is<Poison>(); }
};

// A member as evaluated: each of its parts may be missing.
struct Entry {
  std::string_view key;
  Span key_at = {};
  Span at = {};  // the whole member
  const surface::TypeName* type = nullptr;
  Value value = {};  // where has_value
  bool has_value = false;
  Span value_at = {};         // the expression that gave it
  const Map* body = nullptr;  // braces beside a value or a type; alone they are the value
  std::string_view doc = {};
};

struct Map {
  std::span<const Entry> entries;
  Span at;
  const Entry* find(std::string_view key) const;
};

// A checked field: the row it belongs to, and its value in the row's type.
struct FieldValue {
  const schema::Field* field = nullptr;
  Value value;
  Span name_at;
  Span value_at;
  bool fallback = false;  // not given: the row's default
};

struct Body {
  const schema::Block* block = nullptr;
  std::span<const FieldValue> fields;  // in the order of the rows, given ones and defaults
  Span at;
  const Map* raw = nullptr;  // `raw { }`

  const FieldValue* find(std::string_view name) const;  // nullptr where not given and without default
  // Follows a dotted path through blocks: "docker.base_image".
  const FieldValue* at_path(std::string_view path) const;
  // The static text of a field; empty where it is not given, not text, or not static.
  std::string_view text(std::string_view path) const;
};

// An entry of `inputs` or `outputs`.
struct Port {
  std::string_view name;
  Span name_at = {};
  Span at = {};
  const schema::PortType* type = nullptr;
  Span type_at = {};
  Value value = {};  // None: no value
  Span value_at = {};
  const Body* options = nullptr;
  std::string_view doc = {};
};
struct Ports {
  std::span<const Port> entries;
  const Port* find(std::string_view name) const;
};

// What a value is, as messages call it: "a string", "an integer", "a list" …
std::string_view described(const Value& value);

}  // namespace sema
