#include "syntax/builder.h"

#include <string>

#include "AmlParser.h"

namespace syntax {

namespace {

// The kind of node that a rule makes when it is entered; false: none then.
bool eager(std::size_t rule, NodeKind& kind) {
  using enum NodeKind;
  static constexpr struct {
    std::size_t rule;
    NodeKind kind;
  } kRules[] = {{AmlParser::RuleDecl, decl},
                {AmlParser::RuleExtends, extends},
                {AmlParser::RuleParam, param},
                {AmlParser::RuleLet, let},
                {AmlParser::RuleSecret, secret},
                {AmlParser::RuleImport_, import},
                {AmlParser::RuleLoop, loop},
                {AmlParser::RuleCond, cond},
                {AmlParser::RuleAssert_, assert_},
                {AmlParser::RuleItems, items},
                {AmlParser::RuleNames, names},
                {AmlParser::RuleType, type},
                {AmlParser::RuleBlock, block},
                {AmlParser::RuleMember_loop, member_loop},
                {AmlParser::RuleMember_cond, member_cond},
                {AmlParser::RuleEntry, entry},
                {AmlParser::RuleStep, step},
                {AmlParser::RuleParens, parens},
                {AmlParser::RuleList, list},
                {AmlParser::RuleMap, map},
                {AmlParser::RuleEach, each},
                {AmlParser::RuleString, string},
                {AmlParser::RuleInterpolation, interpolation}};
  static const auto kTable = [] {
    std::vector<int> table(AmlParser::RuleInterpolation + 1, -1);
    for (const auto& row : kRules) table[row.rule] = static_cast<int>(row.kind);
    return table;
  }();
  if (kTable[rule] < 0) return false;
  kind = static_cast<NodeKind>(kTable[rule]);
  return true;
}

NodeKind suffix_kind(TokenKind first) {
  if (first == TokenKind::dot) return NodeKind::member;
  return first == TokenKind::lbrack ? NodeKind::index : NodeKind::call;
}

}  // namespace

// Puts the node in front of the descendants that are there already.
void Builder::make(Open& open, NodeKind kind) {
  if (open.made) return;
  open.made = true;
  std::vector<Node>& nodes = tree_.nodes;
  nodes.insert(nodes.begin() + open.node, Node{.kind = kind, .first_token = open.first_token});
  for (std::size_t i = open.node + 1; i < nodes.size(); ++i) ++nodes[i].subtree_end;
}

void Builder::leaf(NodeKind kind, std::size_t position) {
  const auto at = static_cast<std::uint32_t>(position);
  const auto end = static_cast<std::uint32_t>(tree_.nodes.size() + 1);
  tree_.nodes.push_back({kind, 0, at, at + 1, end});
}

void Builder::enter(std::size_t rule, std::size_t position) {
  if (rule == AmlParser::RuleSuffix) make(open_.back(), NodeKind::operand);
  if (rule == AmlParser::RuleEach) {
    NodeKind& outer = tree_.nodes[open_.back().node].kind;
    outer = outer == NodeKind::list ? NodeKind::list_for : NodeKind::map_for;
  }
  Open open{.rule = rule,
            .node = static_cast<std::uint32_t>(tree_.nodes.size()),
            .first_token = static_cast<std::uint32_t>(position)};
  NodeKind kind{};
  if (eager(rule, kind)) make(open, kind);
  if (rule == AmlParser::RuleSuffix) make(open, suffix_kind(tree_.tokens[position].kind));
  open_.push_back(open);
}

void Builder::exit(std::size_t position) {
  const Open& open = open_.back();
  if (open.made) {
    Node& node = tree_.nodes[open.node];
    node.end_token = static_cast<std::uint32_t>(position);
    node.subtree_end = static_cast<std::uint32_t>(tree_.nodes.size());
    if (open.question != 0) conditional(open);
  }
  open_.pop_back();
}

void Builder::token(std::size_t position) {
  Open& open = open_.back();
  switch (tree_.tokens[position].kind) {
    case TokenKind::ident: return word(open, position);
    case TokenKind::key: return leaf(NodeKind::key, position);
    case TokenKind::missing: return leaf(NodeKind::missing, position);
    case TokenKind::number: return leaf(NodeKind::number, position);
    case TokenKind::raw: return leaf(NodeKind::raw, position);
    case TokenKind::literal: return leaf(NodeKind::literal, position);
    default: break;
  }
  if (open.rule == AmlParser::RuleExpr) return sign(open, position);
  if (open.rule != AmlParser::RuleOperand) return;
  make(open, NodeKind::operand);  // not or - in front
}

void Builder::word(Open& open, std::size_t position) {
  switch (open.rule) {
    case AmlParser::RuleDecl:
    case AmlParser::RuleParam:
    case AmlParser::RuleLet:
    case AmlParser::RuleSecret:
    case AmlParser::RuleImport_:
    case AmlParser::RuleNames:
    case AmlParser::RuleStep: return leaf(NodeKind::name, position);
    case AmlParser::RulePrimary: return leaf(NodeKind::reference, position);
    case AmlParser::RuleEntry: tree_.nodes[open.node].kind = NodeKind::bare; return;
    default: return;  // of a type or a member: a token of that node
  }
}

// A token of an expression that is no operand.
void Builder::sign(Open& open, std::size_t position) {
  const auto at = static_cast<std::uint32_t>(position);
  switch (tree_.tokens[position].kind) {
    case TokenKind::if_: return make(open, NodeKind::if_expr);
    case TokenKind::then:
    case TokenKind::else_: return;
    case TokenKind::question:
      make(open, NodeKind::missing);
      tree_.nodes[open.node].kind = NodeKind::missing;
      open.question = at;
      return;
    case TokenKind::colon: open.colon = at; return;
    default: make(open, NodeKind::binary); leaf(NodeKind::operator_, position);
  }
}

// `c ? a : b`, with the choice that it is in our words.
void Builder::conditional(const Open& open) {
  const std::vector<Token>& tokens = tree_.tokens;
  const Node& node = tree_.nodes[open.node];
  const base::Span question = tree_.span(tokens[open.question]);
  Report made = report_.report(question, foreign_conditional);
  if (open.colon == 0 || tokens[open.colon].is_virtual()) return;
  const std::uint32_t begin = tokens[node.first_token].begin;
  made.fix(
      "write `if … then … else …`", base::Safe::yes,
      {{report_.span(begin, begin), "if "}, {question, "then"}, {tree_.span(tokens[open.colon]), "else"}});
}

void Builder::misplaced(std::size_t position) {
  const auto visible = [&](std::size_t at) {
    return !tree_.tokens[at].is_virtual() && tree_.tokens[at].end > tree_.tokens[at].begin;
  };
  while (position > 0 && !visible(position)) --position;
  const Token& token = tree_.tokens[position];
  report_.report(tree_.span(token), syntax::misplaced, tree_.text(token));
}

}  // namespace syntax
