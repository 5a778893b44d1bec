// Expressions. Line breaks that the author put between elements and around operators stay.
#include <algorithm>
#include <functional>
#include <utility>

#include "format/printer.h"

namespace format {

using syntax::Cursor;
using syntax::NodeKind;
using syntax::TokenKind;

namespace {

std::size_t end_column(std::string_view text, std::size_t column) {
  const std::size_t line = text.rfind('\n');
  return line == std::string_view::npos ? column + width(text) : width(text.substr(line + 1));
}

}  // namespace

std::string Printer::expression(Cursor node, std::size_t indent, std::size_t column) {
  switch (node.kind()) {
    case NodeKind::string:
    case NodeKind::raw: return text(node, indent);
    case NodeKind::operand: return operand(node, indent, column);
    case NodeKind::binary:
    case NodeKind::if_expr: return joined(node, indent, column);
    case NodeKind::parens: return '(' + expression(node.expression(), indent, column + 1) + ')';
    case NodeKind::list: return elements(node, indent, column);
    case NodeKind::map: return braces(node, indent, column);
    case NodeKind::list_for:
    case NodeKind::map_for: return comprehension(node, indent, column);
    default: return std::string(node.text());
  }
}

std::string Printer::operand(Cursor node, std::size_t indent, std::size_t column) {
  std::string out;
  const Cursor first = node.child(0);
  for (std::uint32_t i = node.first_token(); i < first.first_token(); ++i) {
    out += tree_.tokens[i].kind == TokenKind::not_ ? "not " : "-";
  }
  for (const Cursor part : node.children()) {
    const std::size_t here = end_column(out, column);
    switch (part.kind()) {
      case NodeKind::member: out += '.' + std::string(tree_.text(*part.token(TokenKind::ident))); break;
      case NodeKind::index:
      case NodeKind::call: out += elements(part, indent, here); break;
      default: out += expression(part, indent, here);
    }
  }
  return out;
}

// Operands and operators, or the parts of `if c then a else b`, each after a blank or where the author broke
// the line.
std::string Printer::joined(Cursor node, std::size_t indent, std::size_t column) {
  std::string out;
  std::uint32_t at = node.first_token();
  const auto separate = [&](std::uint32_t next) {
    if (next == node.first_token()) return;
    out += breaks_between(next - 1, next) ? '\n' + std::string(indent + 2, ' ') : " ";
  };
  for (const Cursor part : node.children()) {
    for (; at < part.first_token(); ++at) {  // if, then, else
      separate(at);
      out += token_text(at);
    }
    separate(at);
    out += part.is(NodeKind::operator_) ? std::string(part.text())
                                        : expression(part, indent, end_column(out, column));
    at = part.end_token();
  }
  return out;
}

// A list, arguments or an index. Broken into lines if a line break, or a comment, is between its elements.
std::string Printer::elements(Cursor node, std::size_t indent, std::size_t column) {
  std::uint32_t at = node.first_token();
  bool broken = false;
  const auto gap = [&](std::uint32_t end) {
    for (; at < end; ++at) {
      const bool comment =
          std::ranges::binary_search(comments_, at + 1, std::less<>(), &syntax::Comment::next_token);
      broken = broken || comment || breaks_between(at, at + 1);
    }
  };
  for (const Cursor child : node.children()) {
    gap(child.first_token());
    at = child.end_token() - 1;
  }
  gap(node.end_token() - 1);
  if (broken && !node.children().empty()) return broken_elements(node, indent);
  std::string out(token_text(node.first_token()));
  for (const Cursor child : node.children()) {
    if (out.size() > 1) out += ", ";
    out += expression(child, indent, end_column(out, column));
  }
  return out + std::string(token_text(node.end_token() - 1));
}

std::string Printer::broken_elements(Cursor node, std::size_t indent) {
  const std::string margin(indent + 2, ' ');
  std::string out(token_text(node.first_token()));
  std::string comment = trailing_token(node.first_token());
  const auto line = [&] {
    if (!comment.empty()) out += "  " + std::exchange(comment, {});
    out += '\n' + margin;
  };
  const auto comments_above = [&](std::uint32_t token) {
    const std::vector<Lead> above = lead(token);
    for (const Lead& one : above) {
      line();
      out += one.text;
    }
    return !above.empty();
  };
  for (const Cursor child : node.children()) {
    const std::uint32_t begin = child.first_token();
    const bool first = begin == node.first_token() + 1;
    const bool commented = !comment.empty();
    if (comments_above(begin) || first || commented || breaks_between(begin - 1, begin)) {
      line();
    } else {
      out += ' ';
    }
    out += expression(child, indent + 2, end_column(out, 0)) + ',';
    const std::uint32_t last = child.end_token() - 1;
    comment = trailing_token(last);
    if (comment.empty() && tree_.tokens[last + 1].kind == TokenKind::comma)
      comment = trailing_token(last + 1);
  }
  comments_above(node.end_token() - 1);
  if (!comment.empty()) out += "  " + comment;
  return out + '\n' + std::string(indent, ' ') + std::string(token_text(node.end_token() - 1));
}

std::string Printer::comprehension(Cursor node, std::size_t indent, std::size_t column) {
  const bool map = node.is(NodeKind::map_for);
  const Cursor head = node.child(NodeKind::each);
  std::string out = map ? "{ for " : "[for ";
  out += names(head.child(NodeKind::names)) + " in ";
  out += expression(head.expression(), indent, end_column(out, column));
  if (const Cursor filter = head.expression(1))
    out += " if " + expression(filter, indent, end_column(out, column) + 4);
  out += ": ";
  if (map) out += text(node.child(1), indent) + " = ";
  out += expression(node.child(map ? 2 : 1), indent, end_column(out, column));
  return out + (map ? " }" : "]");
}

std::string Printer::names(Cursor node) const {
  std::string out;
  for (const Cursor name : node.children()) out += (out.empty() ? "" : ", ") + std::string(name.text());
  return out;
}

std::string Printer::type(Cursor node) const {
  std::string out(tree_.text(*node.token(TokenKind::ident)));
  if (const Cursor of = node.child(NodeKind::type)) out += " of " + type(of);
  return out;
}

}  // namespace format
