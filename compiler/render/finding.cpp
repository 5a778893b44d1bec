#include "render/finding.h"

namespace render {

Place place(const base::SourceMap& sources, base::Span at) {
  if (!at.known()) return {sources.size() > 0 ? sources[1].path() : "", {}, {}};
  const base::Source& source = sources[at.file];
  return {source.path(), source.position(at.begin), source.position(at.end)};
}

}  // namespace render
