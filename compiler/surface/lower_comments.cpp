// Comments that mean something: `# allow(name): reason`, and doc comments that nothing took.

#include <algorithm>

#include "surface/diagnostics.h"
#include "surface/lowering.h"

namespace surface {

namespace {

bool is_element(syntax::NodeKind kind) {
  using syntax::NodeKind;
  return (kind >= NodeKind::decl && kind <= NodeKind::assert_) || kind == NodeKind::entry ||
         kind == NodeKind::step || kind == NodeKind::member_loop || kind == NodeKind::member_cond ||
         kind == NodeKind::bare;
}

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

}  // namespace

// The line that the comment is about, and all of the outermost element that begins on it.
Span Lowering::scope_of(const syntax::Comment& comment) const {
  const base::Source& source = *tree_.source;
  std::uint32_t line = source.position(comment.at.begin).line;
  if (comment.alone) {
    const syntax::Token& next = tree_.tokens[comment.next_token];
    if (next.kind == syntax::TokenKind::end) return {};
    line = source.position(next.begin).line;
  }
  const std::uint32_t begin = source.line_begin(line);
  Span scope{tree_.file, begin, begin + static_cast<std::uint32_t>(source.line(line).size())};
  const auto starts_before = [&](const syntax::Node& node, std::uint32_t offset) {
    return tree_.tokens[node.first_token].begin < offset;
  };
  auto node = std::lower_bound(tree_.nodes.begin() + 1, tree_.nodes.end(), begin, starts_before);
  for (; node != tree_.nodes.end() && tree_.tokens[node->first_token].begin < scope.end; ++node) {
    if (!is_element(node->kind) || node->end_token <= node->first_token) continue;
    scope.end = std::max(scope.end, tree_.tokens[node->end_token - 1].end);
    break;
  }
  return scope;
}

void Lowering::suppressions() {
  for (const syntax::Comment& comment : comments_) {
    if (comment.doc || !comment.text.starts_with("allow")) continue;
    std::string_view rest = trimmed(comment.text.substr(5));
    if (!rest.starts_with('(')) continue;
    const std::size_t close = rest.find(')');
    const std::string_view name =
        trimmed(rest.substr(1, close == std::string_view::npos ? close : close - 1));
    if (close == std::string_view::npos || name.empty()) {
      diagnostics_.report(comment.at, allow_unreadable)
          .with_help("write `# allow(floating-tag): why it is right here`");
      continue;
    }
    const auto offset = static_cast<std::uint32_t>(name.data() - tree_.source->text().data());
    const Span name_at{tree_.file, offset, offset + static_cast<std::uint32_t>(name.size())};
    std::string_view reason = trimmed(rest.substr(close + 1));
    reason = reason.starts_with(':') ? trimmed(reason.substr(1)) : std::string_view{};
    if (reason.empty()) {
      diagnostics_.report(comment.at, allow_without_reason, name)
          .with_help("say why after a colon: `# allow(floating-tag): the nightly image moves on purpose`");
    }
    out_->suppressions.push_back({name, reason, comment.at, name_at, scope_of(comment)});
  }
}

void Lowering::stray_docs() {
  for (std::size_t i = 0; i < comments_.size(); ++i) {
    if (!comments_[i].doc || documented_[i]) continue;
    diagnostics_.report(comments_[i].at, stray_doc_comment)
        .with_label("no declaration or member on the next line")
        .with_help("write `#` for an ordinary comment, or move it to what it describes");
  }
}

}  // namespace surface
