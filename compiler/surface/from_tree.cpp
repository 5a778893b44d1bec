#include "surface/from_tree.h"

#include <algorithm>
#include <utility>

#include "surface/lowering.h"
#include "syntax/diagnostics.h"
#include "syntax/literals.h"

namespace surface {

using syntax::Cursor;
using syntax::NodeKind;
using syntax::TokenKind;

std::unique_ptr<Document> from_tree(const base::SourceMap& sources, const syntax::Tree& tree,
                                    base::Diagnostics& diagnostics) {
  return Lowering(sources, tree, diagnostics).run();
}

Lowering::Lowering(const base::SourceMap& sources, const syntax::Tree& tree, base::Diagnostics& diagnostics)
    : sources_(sources),
      tree_(tree),
      diagnostics_(diagnostics),
      comments_(syntax::comments(tree)),
      documented_(comments_.size(), false),
      out_(std::make_unique<Document>()) {
  for (const base::Diagnostic& one : diagnostics.all()) {
    if (one.at.file != tree.file || one.severity != base::Severity::error || syntax::understood(one))
      continue;
    unread_.push_back(tree.source->position(one.at.begin).line);
  }
  std::sort(unread_.begin(), unread_.end());
}

bool Lowering::unread(Cursor node) const {
  if (unread_.empty()) return false;
  const Span at = node.span();
  const auto first = std::lower_bound(unread_.begin(), unread_.end(), tree_.source->position(at.begin).line);
  return first != unread_.end() && *first <= tree_.source->position(at.end).line;
}

base::Diagnostics& Lowering::reports(Cursor node) { return unread(node) ? unheard_ : diagnostics_; }

std::unique_ptr<Document> Lowering::run() {
  out_->file = tree_.file;
  // About one expression for five tokens, one body for twenty: growing large arrays costs more than their
  // text.
  out_->exprs.reserve(tree_.tokens.size() / 5 + 1);
  out_->children.reserve(tree_.tokens.size() / 8);
  out_->bodies.reserve(tree_.tokens.size() / 20 + 1);
  out_->items = items(tree_.root());
  suppressions();
  stray_docs();
  return std::move(out_);
}

std::vector<Item> Lowering::items(Cursor node) {
  std::vector<Item> out;
  out.reserve(node.child_count());
  for (const Cursor child : node.children()) {
    const auto first = static_cast<ExprId>(out_->exprs.size());
    out.push_back(item(child));
    out.back().first_expr = first;
    out.back().end_expr = static_cast<ExprId>(out_->exprs.size());
  }
  return out;
}

Item Lowering::item(Cursor node) {
  Item out;
  out.at = node.span();
  out.doc = doc(node);
  switch (node.kind()) {
    case NodeKind::decl: declaration(node, out); return out;
    case NodeKind::param: out.kind = ItemKind::param; break;
    case NodeKind::let: out.kind = ItemKind::let; break;
    case NodeKind::secret: out.kind = ItemKind::secret; break;
    case NodeKind::import: import(node, out); return out;
    case NodeKind::loop:
      out.kind = ItemKind::loop;
      out.clause = clause(node.child(NodeKind::names));
      out.value = value(node.expression());
      out.items = items(node.child(NodeKind::items));
      return out;
    case NodeKind::cond: {
      out.kind = ItemKind::condition;
      out.value = value(node.expression());
      out.items = items(node.child(1));
      if (node.child_count() > 2) out.otherwise = items(node.child(2));
      return out;
    }
    default:
      out.kind = ItemKind::assertion;
      out.value = value(node.expression());
      if (const Cursor message = node.expression(1)) out.message = expression(message);
      return out;
  }
  // param, let and secret: a name, then what each may have.
  out.name = name(node.child(0), nullptr);
  if (const Cursor of = node.child(NodeKind::type)) out.type = type(of);
  for (const Cursor child : node.children()) {
    if (child.is_expression() && child != node.child(0)) out.value = value(child);
  }
  if (const Cursor braces = node.child(NodeKind::block)) out.body = body(braces);
  return out;
}

void Lowering::import(Cursor node, Item& out) {
  out.kind = ItemKind::import_;
  const Cursor path = node.expression();
  out.path = path.is(NodeKind::missing) ? Name{{}, path.span()} : name(path, nullptr);
  out.name = word(node.child(NodeKind::name));
}

void Lowering::declaration(Cursor node, Item& out) {
  if (const syntax::Token* kind = node.token(TokenKind::decl)) {
    out.kind_word = {tree_.text(*kind), tree_.span(*kind)};
  }
  out.existing = node.token(TokenKind::existing) != nullptr;
  for (const Cursor child : node.children()) {
    switch (child.kind()) {
      case NodeKind::extends: out.base = expression(child.expression()); break;
      case NodeKind::block: out.body = body(child); break;
      default: out.name = name(child, &out.computed_name); break;
    }
  }
}

BodyId Lowering::body(Cursor node) {
  const auto id = static_cast<BodyId>(out_->bodies.size());
  out_->bodies.push_back({node.span(), {}});
  std::vector<Member> members;
  members.reserve(node.child_count());
  for (const Cursor child : node.children()) members.push_back(member(child));
  out_->bodies[id].members = std::move(members);
  return id;
}

Member Lowering::member(Cursor node) {
  Member out;
  switch (node.kind()) {
    case NodeKind::bare:
      out.name = word(node);
      out.bare = true;
      break;
    case NodeKind::step:
      out.kind = MemberKind::step;
      out.name = name(node.child(0), &out.computed_name);
      for (const Cursor child : node.children()) {
        if (child.is_expression() && child != node.child(0)) out.value = value(child);
      }
      if (const Cursor braces = node.child(NodeKind::block)) out.body = body(braces);
      break;
    case NodeKind::member_loop:
      out.kind = MemberKind::loop;
      out.clause = clause(node.child(NodeKind::names));
      out.value = value(node.expression());
      out.body = body(node.child(NodeKind::block));
      break;
    case NodeKind::member_cond:
      out.kind = MemberKind::condition;
      out.value = value(node.expression());
      out.body = body(node.child(1));
      if (node.child_count() > 2) out.otherwise = body(node.child(2));
      break;
    default: out = entry(node); break;
  }
  out.at = node.span();
  out.doc = doc(node);
  return out;
}

Member Lowering::entry(Cursor node) {
  Member out;
  bool named = false;
  for (const Cursor child : node.children()) {
    if (!named) {
      named = true;
      out.name = child.is(NodeKind::key) ? word(child) : name(child, &out.computed_name);
    } else if (child.is(NodeKind::type)) {
      out.type = type(child);
    } else if (child.is(NodeKind::block)) {
      out.body = body(child);
    } else {
      out.value = value(child);
    }
  }
  return out;
}

Name Lowering::word(Cursor node) const {
  if (!node) return {};
  return {node.text(), node.span()};
}

Name Lowering::name(Cursor node, ExprId* computed) {
  if (!node || node.missing()) return {{}, node ? node.span() : Span{}};
  if (!node.is(NodeKind::string) && !node.is(NodeKind::raw)) return word(node);
  if (computed && node.child(NodeKind::interpolation)) {
    *computed = string(node);
    return {{}, node.span()};
  }
  return {out_->texts.copy(syntax::plain_text_of(node, diagnostics_)), node.span()};
}

const TypeName* Lowering::type(Cursor node) {
  auto out = std::make_unique<TypeName>();
  out->at = node.span();
  for (Cursor part = node; part; part = part.child(NodeKind::type)) {
    const syntax::Token* token = part.token(TokenKind::ident);
    out->words.push_back(token ? Name{tree_.text(*token), tree_.span(*token)} : Name{{}, part.span()});
  }
  out_->types.push_back(std::move(out));
  return out_->types.back().get();
}

std::uint32_t Lowering::clause(Cursor names) {
  out_->clauses.push_back({word(names.child(0)), word(names.child(1))});
  return static_cast<std::uint32_t>(out_->clauses.size() - 1);
}

std::string_view Lowering::doc(Cursor node) {
  const auto before = [](const syntax::Comment& one, std::uint32_t token) { return one.next_token < token; };
  auto at = std::lower_bound(comments_.begin(), comments_.end(), node.first_token(), before);
  bool any = false;
  for (; at != comments_.end() && at->next_token == node.first_token(); ++at) {
    if (!at->doc || !at->alone) continue;
    documented_[static_cast<std::size_t>(at - comments_.begin())] = true;
    any = true;
  }
  return any ? out_->texts.copy(syntax::doc_comment(node, comments_)) : std::string_view{};
}

}  // namespace surface
