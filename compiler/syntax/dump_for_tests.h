// A tree as one line of text, for tests: (kind children…), leaves with their text.
#pragma once

#include <array>
#include <string>

#include "syntax/tree.h"

namespace syntax {

inline std::string_view kind_name(NodeKind kind) {
  static constexpr std::array<std::string_view, 46> kNames = {
      "file",    "decl",   "param",  "let",     "secret", "import",   "loop",    "cond",    "assert",
      "extends", "items",  "names",  "name",    "type",   "block",    "entry",   "bare",    "step",
      "for",     "if",     "key",    "missing", "if?",    "binary",   "operand", "ref",     "literal",
      "number",  "raw",    "string", "parens",  "list",   "list-for", "map",     "map-for", "interp",
      "each",    "member", "index",  "call",    "op"};
  return kNames[static_cast<std::size_t>(kind)];
}

// Own tokens of a node that no child has: words such as the kind of a declaration, texts of a string,
// prefixes.
inline std::string own_text(Cursor node, std::uint32_t from, std::uint32_t to) {
  std::string text;
  const Tree& tree = node.tree();
  for (std::uint32_t i = from; i < to; ++i) {
    const Token& token = tree.tokens[i];
    const bool shown = token.kind == TokenKind::decl || token.kind == TokenKind::existing ||
                       token.kind == TokenKind::ident || token.kind == TokenKind::str_text ||
                       token.kind == TokenKind::minus || token.kind == TokenKind::not_;
    if (!shown) continue;
    text += ' ';
    text += token.kind == TokenKind::str_text ? "'" + std::string(tree.text(token)) + "'"
                                              : std::string(tree.text(token));
  }
  return text;
}

inline std::string dump(Cursor node) {
  if (node.children().empty()) {
    switch (node.kind()) {
      case NodeKind::name:
      case NodeKind::key:
      case NodeKind::reference:
      case NodeKind::number:
      case NodeKind::raw:
      case NodeKind::literal:
      case NodeKind::operator_: return node.text().empty() ? "_" : std::string(node.text());
      default: break;
    }
  }
  std::string text = "(" + std::string(kind_name(node.kind()));
  std::uint32_t at = node.first_token();
  for (const Cursor child : node.children()) {
    text += own_text(node, at, child.first_token());
    text += ' ' + dump(child);
    at = child.end_token();
  }
  return text + own_text(node, at, node.end_token()) + ")";
}

inline std::string dump(const Tree& tree) {
  std::string text;
  for (const Cursor item : tree.root().children()) text += (text.empty() ? "" : "\n") + dump(item);
  return text;
}

}  // namespace syntax
