#include "syntax/comments.h"

#include <algorithm>

#include "syntax/characters.h"
#include "syntax/reporter.h"

namespace syntax {

namespace {

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

Comment comment_at(const Tree& tree, std::uint32_t begin, std::uint32_t end, std::uint32_t next_token) {
  const std::string_view source = tree.source->text();
  const std::uint32_t line = tree.source->line_begin(tree.source->position(begin).line);
  Comment comment;
  comment.at = {tree.file, begin, end};
  comment.next_token = next_token;
  comment.text = source.substr(begin, end - begin);
  comment.alone = trimmed(source.substr(line, begin - line)).empty();
  comment.text.remove_prefix(1);
  if (comment.text.starts_with('#')) {
    const std::string_view rest = comment.text.substr(1);
    comment.doc = rest.empty() || is_blank(rest.front());
  }
  if (comment.doc) comment.text.remove_prefix(1);
  comment.text = trimmed(comment.text);
  return comment;
}

// What is not a comment in a gap (a bracket that the repair pass dropped) is skipped.
void comments_between(const Tree& tree, std::uint32_t begin, std::uint32_t end, std::uint32_t next,
                      std::vector<Comment>& all) {
  const std::string_view text = tree.source->text().substr(0, end);
  while (begin < end) {
    const std::size_t hash = text.find('#', begin);
    if (hash == std::string_view::npos) return;
    std::size_t line_end = std::min(text.find('\n', hash), text.size());
    begin = static_cast<std::uint32_t>(line_end);
    if (text[line_end - 1] == '\r') --line_end;
    all.push_back(
        comment_at(tree, static_cast<std::uint32_t>(hash), static_cast<std::uint32_t>(line_end), next));
  }
}

bool describable(NodeKind kind) {
  switch (kind) {
    case NodeKind::decl:
    case NodeKind::param:
    case NodeKind::let:
    case NodeKind::secret:
    case NodeKind::entry:
    case NodeKind::bare:
    case NodeKind::step: return true;
    default: return false;
  }
}

}  // namespace

std::vector<Comment> comments(const Tree& tree) {
  std::vector<Comment> all;
  std::uint32_t end = 0;
  for (std::uint32_t i = 0; i < tree.tokens.size(); ++i) {
    const Token& token = tree.tokens[i];
    if (token.begin > end) comments_between(tree, end, token.begin, i, all);
    end = std::max(end, token.end);
  }
  return all;
}

std::string doc_comment(Cursor declaration, const std::vector<Comment>& all) {
  if (!declaration) return {};
  const base::Source& source = *declaration.tree().source;
  const std::uint32_t first = declaration.first_token();
  auto at = std::ranges::partition_point(all, [&](const Comment& c) { return c.next_token <= first; });
  std::uint32_t line = source.position(declaration.span().begin).line;
  auto from = at;
  while (from != all.begin()) {
    const Comment& above = *std::prev(from);
    if (above.next_token != first || !above.alone || !above.doc ||
        source.position(above.at.begin).line + 1 != line)
      break;
    --line;
    --from;
  }
  std::string text;
  for (; from != at; ++from) {
    if (!text.empty()) text += '\n';
    text += from->text;
  }
  return text;
}

void report_stray_doc_comments(const Tree& tree, Reporter& reporter) {
  const base::Source& source = *tree.source;
  if (source.text().find("##") == std::string_view::npos) return;
  const std::vector<Comment> all = comments(tree);
  std::vector<std::uint32_t> described;  // first tokens of what may have a doc comment, in order
  for (const Node& node : tree.nodes) {
    if (describable(node.kind)) described.push_back(node.first_token);
  }
  for (std::size_t i = 0; i < all.size(); ++i) {
    const Comment& comment = all[i];
    if (!comment.doc) continue;
    const std::uint32_t below = source.position(comment.at.begin).line + 1;
    const auto is_below = [&](std::uint32_t offset) { return source.position(offset).line == below; };
    if (comment.alone && i + 1 < all.size() && all[i + 1].doc && is_below(all[i + 1].at.begin)) continue;
    const bool found = comment.alone && std::ranges::binary_search(described, comment.next_token) &&
                       is_below(tree.tokens[comment.next_token].begin);
    if (!found) reporter.report(comment.at, stray_doc_comment);
  }
}

}  // namespace syntax
