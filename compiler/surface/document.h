// What a file says, before anything is resolved: names, members, expressions, and where each stands. Both
// front ends (the .amljob tree and, beside it, CLI v2 YAML) are lowered to this; nothing after it knows which
// one it was.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/arena.h"
#include "base/quantity.h"
#include "base/source.h"

namespace surface {

using base::Span;

// Indices into Document::exprs and Document::bodies. 0 is none.
using ExprId = std::uint32_t;
using BodyId = std::uint32_t;

enum class ExprKind : std::uint8_t {
  missing,      // the author has not written it yet; already reported
  none,         // `none`
  boolean,      // number is 0 or 1
  number,       // number
  string,       // text: its decoded content
  text,         // children: strings and interpolated expressions in turn
  name,         // text
  member,       // children[0] . text
  index,        // children[0] [ children[1] ]
  call,         // text ( children… )
  list,         // children…
  map,          // body
  list_for,     // clause; children: in, (if or 0), element
  map_for,      // clause; children: in, (if or 0), key, value
  conditional,  // children: condition, then, else
  unary,        // op children[0]
  binary,       // children[0] op children[1]
};

enum class Operator : std::uint8_t {
  none,
  or_,
  and_,
  not_,
  eq,
  ne,
  lt,
  le,
  gt,
  ge,
  add,
  sub,
  mul,
  div,
  rem,
  neg
};

using Number = std::variant<std::int64_t, double, base::Duration, base::Size>;

// A name with its place.
struct Name {
  std::string_view text;
  Span at;
  bool empty() const { return text.empty(); }
};

struct Expr {
  ExprKind kind = ExprKind::missing;
  Operator op = Operator::none;
  bool raw = false;  // string: an r"…", so without interpolation
  Span at = {};      // all of it
  Span op_at = {};   // unary, binary: the operator; member: the name; call: the function's name
  std::string_view text = {};
  Number number = std::int64_t{0};
  std::uint32_t first = 0;  // children: Document::children[first … first + count)
  std::uint32_t count = 0;
  BodyId body = 0;           // map
  std::uint32_t clause = 0;  // list_for, map_for: index into Document::clauses
};

// `for a, b in …`: second is empty where one name is given.
struct Clause {
  Name first;
  Name second;
};

// `: list of string`; of is the rest after each `of`.
struct TypeName {
  std::vector<Name> words;  // "list", "string"
  Span at;
};

enum class MemberKind : std::uint8_t { entry, step, loop, condition };

// NAME [: type] [= value] [{ members }], or a step, or a for/if around steps.
struct Member {
  MemberKind kind = MemberKind::entry;
  Name name;                 // decoded where it was a string
  ExprId computed_name = 0;  // a string with interpolation
  const TypeName* type = nullptr;
  ExprId value = 0;          // entry: after `=`; loop: the list; condition: the condition
  BodyId body = 0;           // braces; loop, condition: what they repeat or guard
  BodyId otherwise = 0;      // condition: the else
  std::uint32_t clause = 0;  // loop
  bool bare = false;         // a lone word: a name being typed
  Span at;                   // all of it
  std::string_view doc;      // its ## lines
};

struct Body {
  Span at;  // from { to }
  std::vector<Member> members;
};

enum class ItemKind : std::uint8_t { declaration, param, let, secret, import_, loop, condition, assertion };

// One thing at the level of the file, of a `for` or of an `if`.
struct Item {
  ItemKind kind = ItemKind::declaration;
  bool existing = false;
  Name kind_word;            // declaration: `job`
  Name name;                 // empty: not given
  ExprId computed_name = 0;  // declaration: a string with interpolation
  ExprId base = 0;           // declaration: after extends
  const TypeName* type = nullptr;
  ExprId value = 0;    // param, let, secret: after `=`; loop: the list; condition, assertion: the condition
  ExprId message = 0;  // assertion
  BodyId body = 0;     // declaration, param
  Name path;           // import: the decoded path, at the string
  std::uint32_t clause = 0;     // loop
  std::vector<Item> items;      // loop, condition: inside
  std::vector<Item> otherwise;  // condition: the else
  ExprId first_expr = 0;        // the expressions of the item are those from here …
  ExprId end_expr = 0;          // … to here, exclusive
  Span at;
  std::string_view doc;
};

// `# allow(name): reason`. It takes back `name` within `scope`: the member or declaration beside or below it.
struct Suppression {
  std::string_view name;
  std::string_view reason;
  Span at;  // the comment
  Span name_at;
  Span scope;  // unknown: it stands before nothing
};

struct Document {
  base::FileId file = 0;
  std::vector<Item> items;
  std::vector<Expr> exprs{1};
  std::vector<ExprId> children;
  std::vector<Body> bodies{1};
  std::vector<Clause> clauses;
  std::vector<Suppression> suppressions;
  base::Arena texts;  // what the string_views point to, where not to the source
  std::vector<std::unique_ptr<TypeName>> types;

  const Expr& operator[](ExprId id) const { return exprs[id]; }
  ExprId child(const Expr& of, std::uint32_t index) const { return children[of.first + index]; }
};

}  // namespace surface
