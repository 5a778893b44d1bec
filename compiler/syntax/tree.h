// The syntax tree of one .amljob file: a token array, and one node array in preorder. Every byte is kept:
// what is no token (blanks, comments, a dropped bracket) lies in the gap between two tokens. A tree is made
// of any text, however broken; what was reported has left `missing` nodes, virtual tokens, or gaps.
#pragma once

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string_view>
#include <vector>

#include "base/source.h"

namespace syntax {

// In the order of the grammar's token types (parse.cpp asserts it). The first group comes from the lexer, the
// second from the tag pass, which makes words keywords by their position.
enum class TokenKind : std::uint16_t {
  end,           // after the last token of the file, zero-width
  ident,         // a word that is a name
  number,        // 5, 0.5, 1_000, 1h30m, 8gb
  raw,           // r"…", r"""…""" (and a shell's <<EOF, which was reported)
  str_open,      // " or """ (and ', which was reported)
  str_text,      // between the quotes, up to the next ${ or the closing quotes
  interp_open,   // ${
  interp_close,  // its }
  str_close,
  lbrace,
  rbrace,
  lbrack,
  rbrack,
  lparen,
  rparen,
  comma,  // also ; (reported)
  colon,
  eq,
  dot,
  plus,
  minus,
  star,
  slash,
  percent,
  lt,
  le,
  gt,
  ge,
  eqeq,      // also === (reported)
  ne,        // also !== (reported)
  and_,      // from here on made by the tag pass; also && (reported)
  or_,       // also || (reported)
  not_,      // also ! (reported)
  question,  // of `c ? a : b` (reported)
  decl,      // the kind word of a declaration, whatever it is
  existing,
  extends,
  param,
  let,
  secret,
  import,
  as,
  for_,
  in,
  if_,
  then,
  else_,
  assert_,
  step,
  of,
  literal,  // true, false, none (also True, null, …: reported)
  key,      // the name of a member, whatever the word
  missing,  // virtual: a value that is not there
};

struct Token {
  enum Flag : std::uint16_t {
    kFirstOnLine = 1,  // nothing but blanks before it on its line
    kVirtual = 2,      // zero-width, put there by repair or tag
  };
  TokenKind kind = TokenKind::end;
  std::uint16_t flags = 0;
  std::uint32_t begin = 0;  // bytes
  std::uint32_t end = 0;

  bool first_on_line() const { return (flags & kFirstOnLine) != 0; }
  bool is_virtual() const { return (flags & kVirtual) != 0; }
};

// After each kind: its children in order. [x] may be absent; x… is any number. NAME is a `name` or a `string`
// node; EXPR is one of the kinds from `missing` to `map_for`. What is not a child is found with
// Cursor::token().
enum class NodeKind : std::uint16_t {
  file,  // ITEM…, an ITEM is one of decl … assert_

  // Top-level items, also inside `items`.
  decl,  // NAME (not there for `workspace { }`), [extends], [block]; tokens: decl (the kind word), [existing]
  param,    // NAME, [type], [EXPR], [block]
  let,      // NAME, EXPR
  secret,   // NAME, EXPR
  import,   // string or missing (or raw), [name] (after `as`)
  loop,     // names, EXPR, items
  cond,     // EXPR, items (then), [items] (else)
  assert_,  // EXPR, [EXPR] (the message)

  extends,  // EXPR: what stands after `extends`
  items,    // ITEM…: the braces of a loop or cond
  names,    // name, [name]: the variables of a `for`
  name,     // leaf: an ident; zero-width (virtual) where it was missing
  type,     // [type] (after `of`); token: ident (the first word)

  // Members of a body.
  block,  // MEMBER…, a MEMBER is one of entry … member_cond
  entry,  // key or string, [type], [EXPR], [block]: `NAME [: type] [= value] [{ members }]`
  bare,   // leaf: a word alone, a member being typed (not reported by the parser: the checker says what it
          // lacks)
  step,   // NAME, EXPR, [block]
  member_loop,  // names, EXPR, block
  member_cond,  // EXPR, block (then), [block] (else)
  key,          // leaf: the word before `=`, `:` or `{`

  // Expressions.
  missing,  // no value is there, or one that makes no sense and was reported: treat as unknown, skip the
            // children
  if_expr,  // EXPR (condition), EXPR (then), EXPR (else)
  binary,  // operand, operator_, operand, … flat, in the order written: precedence is applied by rank() below
  operand,  // EXPR, then member, index or call …; direct tokens before the EXPR: minus, not_. Only where one
            // is there
  reference,  // leaf: an ident
  literal,    // leaf: true, false, none: literal_of() in literals.h
  number,     // leaf: number_of() in literals.h
  raw,        // leaf: text_of() in literals.h
  string,     // interpolation…; tokens: str_open, str_text…, str_close: text_of() in literals.h
  parens,     // EXPR
  list,       // EXPR…
  list_for,   // each, EXPR (the element)
  map,        // entry…
  map_for,    // each, string (the key), EXPR (the value)

  interpolation,  // EXPR
  each,           // names, EXPR (what is walked), [EXPR] (after `if`): the head of a comprehension
  member,         // no child; token: ident (after the dot; zero-width virtual where it was missing)
  index,          // EXPR… (one, if correct): [ ]
  call,           // EXPR…: ( )
  operator_,      // leaf: the token is the operator
};

struct Node {
  NodeKind kind = NodeKind::file;
  std::uint16_t flags = 0;
  std::uint32_t first_token = 0;
  std::uint32_t end_token = 0;    // exclusive
  std::uint32_t subtree_end = 0;  // index of the first node after its descendants
};

// One top-level item: what is parsed again, and formatted, by itself.
struct Unit {
  std::uint64_t content = 0;  // hash of its bytes
  std::uint32_t first_token = 0;
  std::uint32_t end_token = 0;
  std::uint32_t first_node = 0;
  bool damaged = false;  // something in it was reported by the parser
};

class Cursor;

struct Tree {
  const base::Source* source = nullptr;  // owned by the SourceMap
  base::FileId file = 0;
  std::vector<Token> tokens;  // the last one is `end`
  std::vector<Node> nodes;    // [0] is the `file`
  std::vector<Unit> units;    // in the order written; tokens that belong to no item lie between

  Cursor root() const;
  std::string_view text(const Token& token) const {
    return source->text().substr(token.begin, token.end - token.begin);
  }
  base::Span span(const Token& token) const { return {file, token.begin, token.end}; }
};

// A node of a tree that outlives it, or none: what is asked of none is none, empty or false.
class Cursor {
 public:
  class Iterator;
  class Children;

  Cursor() = default;
  Cursor(const Tree& tree, std::uint32_t index) : tree_(&tree), index_(index) {}

  explicit operator bool() const { return tree_ != nullptr; }
  bool operator==(const Cursor&) const = default;
  const Tree& tree() const { return *tree_; }
  std::uint32_t index() const { return index_; }

  NodeKind kind() const { return tree_ ? node().kind : NodeKind::missing; }
  bool is(NodeKind kind) const { return tree_ && node().kind == kind; }
  bool missing() const { return !tree_ || node().kind == NodeKind::missing; }
  // missing … map_for: what stands where a value may stand.
  bool is_expression() const {
    return tree_ && node().kind >= NodeKind::missing && node().kind <= NodeKind::map_for;
  }

  // From its first token to its last; zero-width where it has none. Comments before it are not in it.
  base::Span span() const;
  std::string_view text() const;

  Children children() const;
  std::uint32_t child_count() const;
  Cursor child(std::uint32_t position) const;           // from 0
  Cursor child(NodeKind kind) const;                    // the first of that kind
  Cursor expression(std::uint32_t position = 0) const;  // the position-th child that is an expression

  std::uint32_t first_token() const { return tree_ ? node().first_token : 0; }
  std::uint32_t end_token() const { return tree_ ? node().end_token : 0; }
  // Its first own token (not one of a child) of a kind; null where it has none.
  const Token* token(TokenKind kind) const;

 private:
  const Node& node() const { return tree_->nodes[index_]; }

  const Tree* tree_ = nullptr;
  std::uint32_t index_ = 0;
};

class Cursor::Iterator {
 public:
  using value_type = Cursor;
  using difference_type = std::ptrdiff_t;
  Iterator() = default;
  Iterator(const Tree* tree, std::uint32_t index) : tree_(tree), index_(index) {}
  Cursor operator*() const { return {*tree_, index_}; }
  Iterator& operator++() {
    index_ = tree_->nodes[index_].subtree_end;
    return *this;
  }
  Iterator operator++(int) {
    Iterator before = *this;
    ++*this;
    return before;
  }
  bool operator==(const Iterator&) const = default;

 private:
  const Tree* tree_ = nullptr;
  std::uint32_t index_ = 0;
};

class Cursor::Children {
 public:
  Children(Iterator begin, Iterator end) : begin_(begin), end_(end) {}
  Iterator begin() const { return begin_; }
  Iterator end() const { return end_; }
  bool empty() const { return begin_ == end_; }

 private:
  Iterator begin_, end_;
};

// How tightly an operator of `binary` binds, 1 (or) to 7 (unary -); 0 for what is none. `prefix` asks for `-`
// before an operand; `not` is always a prefix. A prefix of rank r takes all to its right that binds tighter
// than r: `not a == b` is `not (a == b)`. Binary operators associate to the left; those of rank kComparison
// do not associate.
inline constexpr int kComparison = 4;
int rank(TokenKind kind, bool prefix);

}  // namespace syntax
