#include "sema/session.h"

#include <fmt/format.h>

namespace sema {

namespace {

bool within(Session& session, std::size_t& count, std::size_t more, std::size_t limit, std::string what, Span at) {
  const bool before = count <= limit;
  count = more > limit ? limit + 1 : count + more;
  if (count <= limit) return true;
  if (before) {
    session.diagnostics.report(at, expansion_limit, what)
        .with_label("the bound was reached here")
        .with_help("make the list or the text shorter; every expansion is bounded, so that each program ends");
  }
  return false;
}

}  // namespace

bool within_elements(Session& session, std::size_t more, Span at) {
  return within(session, session.elements, more, kMaxElements, fmt::format("{} elements in all", kMaxElements), at);
}

bool within_text(Session& session, std::size_t more, Span at) {
  return within(session, session.text_bytes, more, kMaxTextBytes, "64 MB of text in all", at);
}

}  // namespace sema
