#include "render/finding.h"

namespace render {

Place place(const base::SourceMap& sources, base::Span at) {
  if (!at.known()) return {sources.size() > 0 ? sources[1].path() : "", {}, {}};
  const base::Source& source = sources[at.file];
  return {source.path(), source.position(at.begin), source.position(at.end)};
}

std::string headline(const base::DiagnosticInfo& row) {
  std::string out;
  for (std::size_t i = 0; i < row.text.size(); ++i) {
    const std::string_view rest = row.text.substr(i);
    if (rest.starts_with("{}")) {
      out += "…";
      ++i;
    } else {
      out += rest[0];
      if (rest.starts_with("{{") || rest.starts_with("}}")) ++i;
    }
  }
  return out;
}

}  // namespace render
