#include "syntax/parse.h"

#include <algorithm>
#include <functional>

#include "AmlParser.h"
#include "syntax/builder.h"
#include "syntax/comments.h"
#include "syntax/lex.h"
#include "syntax/repair.h"
#include "syntax/reporter.h"
#include "syntax/tag.h"

namespace syntax {

namespace {

// The vocabulary of the grammar and TokenKind are one list; spot checks at the ends of its groups.
static_assert(static_cast<int>(TokenKind::ident) == AmlParser::IDENT);
static_assert(static_cast<int>(TokenKind::str_close) == AmlParser::STR_CLOSE);
static_assert(static_cast<int>(TokenKind::dot) == AmlParser::DOT);
static_assert(static_cast<int>(TokenKind::percent) == AmlParser::PERCENT);
static_assert(static_cast<int>(TokenKind::question) == AmlParser::QUESTION);
static_assert(static_cast<int>(TokenKind::import) == AmlParser::IMPORT);
static_assert(static_cast<int>(TokenKind::if_) == AmlParser::IF);
static_assert(static_cast<int>(TokenKind::step) == AmlParser::STEP);
static_assert(static_cast<int>(TokenKind::missing) == AmlParser::MISSING);

std::uint64_t content_hash(const Tree& tree, const Unit& unit) {
  if (unit.first_token == unit.end_token) return 0;
  const std::uint32_t begin = tree.tokens[unit.first_token].begin;
  const std::uint32_t end = tree.tokens[unit.end_token - 1].end;
  return std::hash<std::string_view>{}(tree.source->text().substr(begin, end - begin));
}

void parse_units(Tree& tree, Reporter& reporter, Whole whole) {
  std::vector<std::uint16_t> kinds(tree.tokens.size());
  std::ranges::transform(tree.tokens, kinds.begin(),
                         [](const Token& t) { return static_cast<std::uint16_t>(t.kind); });
  KindStream stream;
  Builder builder(tree, reporter);
  AmlParser parser(&stream);
  parser.listen(builder);
  for (Unit& unit : tree.units) {
    unit.first_node = static_cast<std::uint32_t>(tree.nodes.size());
    stream.set(kinds.data(), unit.first_token, unit.end_token);
    switch (whole) {
      case Whole::file: parser.item(); break;
      case Whole::members: parser.block(); break;
      case Whole::expression: parser.expr(); break;
    }
    if (stream.index() < unit.end_token) builder.misplaced(stream.index());
  }
}

// Marks the units in which something was reported.
void mark_damage(Tree& tree, const Reporter& reporter) {
  for (const std::uint32_t place : reporter.places()) {
    const auto after = std::ranges::partition_point(
        tree.units, [&](const Unit& unit) { return tree.tokens[unit.first_token].begin <= place; });
    if (after == tree.units.begin()) continue;
    Unit& unit = *std::prev(after);
    if (unit.end_token > unit.first_token && place <= tree.tokens[unit.end_token - 1].end)
      unit.damaged = true;
  }
}

// A CLI v2 YAML file under a name of ours: said once, for every line of it would be wrong.
bool is_yaml(Reporter& reporter) {
  const std::string_view text = reporter.source().text();
  if (!text.starts_with("$schema:") && !text.starts_with("---\n") && !text.starts_with("---\r\n"))
    return false;
  const auto line = static_cast<std::uint32_t>(reporter.source().line(1).size());
  reporter.report(reporter.span(0, line), yaml_text)
      .help("name it `.yml`, or turn it into `.amljob` with `amljob import`");
  return true;
}

Tree parse_whole(const base::SourceMap& sources, base::FileId file, base::Diagnostics& diagnostics,
                 Whole whole) {
  Tree tree;
  tree.source = &sources[file];
  tree.file = file;
  Reporter reporter(*tree.source, file, diagnostics);
  if (whole == Whole::file && is_yaml(reporter)) {
    tree.tokens.push_back({.begin = static_cast<std::uint32_t>(tree.source->text().size()),
                           .end = static_cast<std::uint32_t>(tree.source->text().size())});
  } else {
    check_encoding(reporter);
    tree.tokens = lex(reporter);
    repair(tree.tokens, reporter);
    tree.units = tag(tree.tokens, reporter, whole);
  }
  tree.nodes.reserve(tree.tokens.size());
  tree.nodes.push_back(
      {.kind = NodeKind::file, .end_token = static_cast<std::uint32_t>(tree.tokens.size() - 1)});
  parse_units(tree, reporter, whole);
  tree.nodes.front().subtree_end = static_cast<std::uint32_t>(tree.nodes.size());
  mark_damage(tree, reporter);
  for (Unit& unit : tree.units) unit.content = content_hash(tree, unit);
  report_stray_doc_comments(tree, reporter);
  return tree;
}

}  // namespace

Tree parse(const base::SourceMap& sources, base::FileId file, base::Diagnostics& diagnostics) {
  return parse_whole(sources, file, diagnostics, Whole::file);
}

Tree parse_members(const base::SourceMap& sources, base::FileId file, base::Diagnostics& diagnostics) {
  return parse_whole(sources, file, diagnostics, Whole::members);
}

Tree parse_expression(const base::SourceMap& sources, base::FileId file, base::Diagnostics& diagnostics) {
  return parse_whole(sources, file, diagnostics, Whole::expression);
}

}  // namespace syntax
