// The state of one lowering, shared by its files: items and members, expressions, comments.
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "surface/document.h"
#include "syntax/comments.h"
#include "syntax/tree.h"

namespace surface {

class Lowering {
 public:
  Lowering(const base::SourceMap& sources, const syntax::Tree& tree, base::Diagnostics& diagnostics);
  std::unique_ptr<Document> run();

 private:
  // from_tree.cpp
  Item item(syntax::Cursor node);
  void declaration(syntax::Cursor node, Item& out);
  void import(syntax::Cursor node, Item& out);
  std::vector<Item> items(syntax::Cursor node);
  BodyId body(syntax::Cursor node);
  Member member(syntax::Cursor node);
  Member entry(syntax::Cursor node);
  // A `name` or `string` node; a string with interpolation gives `computed` instead.
  Name name(syntax::Cursor node, ExprId* computed);
  Name word(syntax::Cursor node) const;
  const TypeName* type(syntax::Cursor node);
  std::uint32_t clause(syntax::Cursor names);
  std::string_view doc(syntax::Cursor node);

  // lower_expressions.cpp
  ExprId expression(syntax::Cursor node);
  // The same where nothing else judges it: `missing` where a line of it could not be read, or of its elements
  // those that could not be.
  ExprId value(syntax::Cursor node);
  ExprId element(syntax::Cursor node);
  ExprId string(syntax::Cursor node);
  ExprId number(syntax::Cursor node);
  ExprId operand(syntax::Cursor node);
  ExprId suffix(ExprId subject, syntax::Cursor node);
  ExprId each(syntax::Cursor node, ExprKind kind);
  ExprId add(Expr expr, const std::vector<ExprId>& children = {});

  // lower_operators.cpp: the flat list of operands and operators, by precedence
  struct Operand;
  ExprId binary(syntax::Cursor node);
  ExprId climb(const std::vector<Operand>& list, std::size_t& at, int floor);
  ExprId prefixed(const std::vector<Operand>& list, std::size_t& at);

  // lower_comments.cpp
  void suppressions();
  void stray_docs();
  Span scope_of(const syntax::Comment& comment) const;

  bool unread(syntax::Cursor node) const;
  // Where reports of a literal go: nowhere, where its line was reported already.
  base::Diagnostics& reports(syntax::Cursor node);

  const base::SourceMap& sources_;
  const syntax::Tree& tree_;
  base::Diagnostics& diagnostics_;
  base::Diagnostics unheard_;
  std::vector<std::uint32_t> unread_;  // lines that the parser could not read, in order
  std::vector<syntax::Comment> comments_;
  std::vector<bool> documented_;  // by comment: it describes something
  std::unique_ptr<Document> out_;
};

}  // namespace surface
