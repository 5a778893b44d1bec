// Items and members.
#include "format/printer.h"

#include <algorithm>
#include <utility>

namespace format {

using syntax::Cursor;
using syntax::NodeKind;
using syntax::TokenKind;

namespace {

// The width of the last line of a text that starts at `column`.
std::size_t end_column(std::string_view text, std::size_t column) {
  const std::size_t line = text.rfind('\n');
  return line == std::string_view::npos ? column + width(text) : width(text.substr(line + 1));
}

bool has_break(std::string_view text) { return text.find('\n') != std::string_view::npos; }

}  // namespace

Printer::Printer(const syntax::Tree& tree, const std::vector<syntax::Comment>& comments)
    : tree_(tree), comments_(comments) {}

bool Printer::blank_above(std::uint32_t offset) const {
  const base::Source& source = *tree_.source;
  const std::uint32_t line = source.position(offset).line;
  return line > 1 && source.line(line - 1).find_first_not_of(" \t") == std::string_view::npos;
}

std::vector<Lead> Printer::lead(std::uint32_t begin, std::uint32_t end) {
  std::vector<Lead> leads;
  auto at = std::ranges::partition_point(comments_, [&](const auto& c) { return c.at.begin < begin; });
  for (; at != comments_.end() && at->at.begin < end; ++at) {
    if (!at->alone) continue;
    leads.push_back({comment_text(*at), blank_above(at->at.begin)});
    ++taken_;
  }
  return leads;
}

std::string Printer::trailing(std::uint32_t begin, std::uint32_t end) {
  const auto at = std::ranges::partition_point(comments_, [&](const auto& c) { return c.at.begin < begin; });
  if (at == comments_.end() || at->at.begin >= end || at->alone) return {};
  ++taken_;
  return comment_text(*at);
}

std::vector<Lead> Printer::lead(std::uint32_t token) {
  return lead(token == 0 ? 0 : tree_.tokens[token - 1].end, tree_.tokens[token].begin);
}

std::string Printer::trailing_token(std::uint32_t token) {
  return trailing(tree_.tokens[token].end, tree_.tokens[token + 1].begin);
}

std::string Printer::comment_text(const syntax::Comment& comment) const {
  const std::string_view whole = tree_.source->text().substr(comment.at.begin, comment.at.size());
  return std::string(whole.substr(0, whole.find_last_not_of(" \t\r") + 1));
}

bool Printer::breaks_between(std::uint32_t token, std::uint32_t next) const {
  const std::uint32_t end = tree_.tokens[token].end;
  const std::uint32_t begin = tree_.tokens[next].begin;
  return begin > end && has_break(tree_.source->text().substr(end, begin - end));
}

bool Printer::on_one_line(Cursor node) const { return !has_break(node.text()); }

bool Printer::has_comment(Cursor node) const {
  const auto at = std::ranges::partition_point(
      comments_, [&](const auto& c) { return c.next_token <= node.first_token(); });
  return at != comments_.end() && at->next_token < node.end_token();
}

Row Printer::item(Cursor node, std::size_t indent) {
  Row row;
  switch (node.kind()) {
    case NodeKind::decl:
      row.group = std::string(tree_.text(*node.token(TokenKind::decl)));
      row.head = declaration_head(node, indent);
      parts(row, node, indent);
      break;
    case NodeKind::param:
    case NodeKind::let:
    case NodeKind::secret:
      row.group = "=" + std::string(token_text(node.first_token()));
      row.head =
          std::string(token_text(node.first_token())) + ' ' + std::string(node.child(NodeKind::name).text());
      parts(row, node, indent);
      break;
    case NodeKind::import: row.head = import(node, indent); break;
    case NodeKind::assert_: row.head = assertion(node, indent); break;
    case NodeKind::loop:
      row.head = with_braces(loop_head(node, indent), node.child(NodeKind::items), indent);
      break;
    default: row.head = conditional(node, indent);
  }
  return row;
}

std::string Printer::import(Cursor node, std::size_t indent) {
  std::string out = "import " + expression(node.child(0), indent, indent + 7);
  if (const Cursor name = node.child(NodeKind::name)) out += " as " + std::string(name.text());
  return out;
}

std::string Printer::assertion(Cursor node, std::size_t indent) {
  std::string out = "assert " + expression(node.expression(), indent, indent + 7);
  const Cursor message = node.expression(1);
  return message ? out + ", " + expression(message, indent, end_column(out, indent) + 2) : out;
}

std::string Printer::declaration_head(Cursor node, std::size_t indent) {
  std::string head;
  if (node.token(TokenKind::existing)) head = "existing ";
  head += tree_.text(*node.token(TokenKind::decl));
  const Cursor first = node.child(0);
  if (first.is(NodeKind::name) || first.is(NodeKind::string)) head += ' ' + std::string(first.text());
  if (const Cursor base = node.child(NodeKind::extends)) {
    head += " extends ";
    head += expression(base.expression(), indent, indent + width(head));
  }
  return head;
}

Row Printer::member(Cursor node, std::size_t indent) {
  Row row;
  switch (node.kind()) {
    case NodeKind::entry: return entry(node, indent);
    case NodeKind::step:
      row.group = "step";
      row.head = "step " + std::string(node.child(0).text());
      parts(row, node, indent);
      break;
    case NodeKind::member_loop:
      row.head = with_braces(loop_head(node, indent), node.child(NodeKind::block), indent);
      break;
    case NodeKind::member_cond: row.head = conditional(node, indent); break;
    default: row.head = std::string(node.text());
  }
  return row;
}

Row Printer::entry(Cursor node, std::size_t indent) {
  Row row;
  row.group = "field";
  row.head = std::string(node.child(0).text());
  const Cursor type_node = node.child(NodeKind::type);
  const Cursor last = node.child(node.child_count() - 1);
  if (!type_node && node.child_count() == 2 && last.is(NodeKind::map)) {
    row.block = braces(last, indent, indent + width(row.head) + 1);
  } else {
    parts(row, node, indent);
  }
  return row;
}

// Type, value and braces, whichever are there.
void Printer::parts(Row& row, Cursor node, std::size_t indent) {
  bool first = node.kind() != NodeKind::decl;  // a name or key, which may be a string
  std::size_t column = indent + width(row.head);
  for (const Cursor child : node.children()) {
    if (std::exchange(first, false)) continue;
    if (child.is(NodeKind::type)) {
      row.type = type(child);
      column += width(row.type) + 2;
    } else if (child.is(NodeKind::block)) {
      row.block = braces(child, indent, column + 1);
    } else if (child.is_expression() && node.kind() != NodeKind::decl) {
      row.value = expression(child, indent, column + 3);
      column = end_column(row.value, column + 3);
    }
  }
}

std::string Printer::with_braces(std::string head, Cursor braces_node, std::size_t indent) {
  head += ' ';
  return head + braces(braces_node, indent, end_column(head, indent));
}

std::string Printer::loop_head(Cursor node, std::size_t indent) {
  const std::string head = "for " + names(node.child(NodeKind::names)) + " in ";
  return head + expression(node.expression(), indent, indent + width(head));
}

// An `if` around items or members, with its `else`. Both halves are on one line, or none is.
std::string Printer::conditional(Cursor node, std::size_t indent) {
  const std::string head = "if " + expression(node.expression(), indent, indent + 3) + ' ';
  const Cursor yes = node.child(1);
  const Cursor no = node.child(2);
  if (!no) return head + braces(yes, indent, end_column(head, indent));
  if (inline_ || (on_one_line(node) && !has_comment(node))) {
    std::string whole = head + one_line(yes, indent) + " else " + one_line(no, indent);
    if (inline_ || indent + width(whole) <= kWidest) return whole;
  }
  return head + braces(yes, indent, 0, false) + " else " + braces(no, indent, 0, false);
}

std::vector<Row> Printer::rows(Cursor node, std::size_t indent) {
  std::vector<Row> all;
  for (const Cursor child : node.children()) {
    std::vector<Lead> above = lead(child.first_token());
    all.push_back(node.is(NodeKind::items) ? item(child, indent) : member(child, indent));
    all.back().lead = std::move(above);
    all.back().blank_before = blank_above(child.span().begin);
    all.back().comment = trailing_token(child.end_token() - 1);
  }
  Row end;  // comments before the }
  end.lead = lead(node.end_token() - 1);
  if (!end.lead.empty()) all.push_back(std::move(end));
  return all;
}

std::string Printer::one_line(Cursor node, std::size_t indent) {
  if (node.children().empty()) return "{ }";
  const bool outer = std::exchange(inline_, true);
  std::string text = "{";
  for (const Row& row : rows(node, indent + 2)) text += (text.size() == 1 ? " " : "  ") + row.text();
  inline_ = outer;
  return text + " }";
}

std::string Printer::braces(Cursor node, std::size_t indent, std::size_t column, bool may_be_one_line) {
  if (inline_) return one_line(node, indent);
  const bool comments = has_comment(node);
  if (node.children().empty() && !comments) return "{ }";
  if (may_be_one_line && !comments && on_one_line(node)) {
    std::string text = one_line(node, indent);
    if (column + width(text) <= kWidest) return text;
  }
  std::string text = "{";
  if (const std::string comment = trailing_token(node.first_token()); !comment.empty())
    text += "  " + comment;
  return text + '\n' + lines(rows(node, indent + 2), indent + 2) + std::string(indent, ' ') + '}';
}

}  // namespace format
