#include "sema/session.h"

#include <fmt/format.h>

#include <algorithm>

namespace sema {

namespace {

bool within(Session& session, std::size_t& count, std::size_t more, std::size_t limit,
            const std::string& what, Span at) {
  const bool before = count <= limit;
  count = more > limit ? limit + 1 : count + more;
  if (count <= limit) return true;
  if (before) {
    session.diagnostics.report(at, expansion_limit, what)
        .with_label("the bound was reached here")
        .with_help(
            "make the list or the text shorter; every expansion is bounded, so that each program ends");
  }
  return false;
}

}  // namespace

bool within_elements(Session& session, std::size_t more, Span at) {
  return within(session, session.elements, more, kMaxElements,
                fmt::format("{} elements in all", kMaxElements), at);
}

bool within_text(Session& session, std::size_t more, Span at) {
  return within(session, session.text_bytes, more, kMaxTextBytes, "64 MB of text in all", at);
}

void report_cycle(Session& session, const Pending& what) {
  const auto spelled = [](const Pending& one) {
    return one.of.empty() ? std::string(one.name) : fmt::format("{}.{}", one.of, one.name);
  };
  base::Diagnostic& report = session.diagnostics.report(what.at, cycle, spelled(what));
  const auto first = std::find(session.path.begin(), session.path.end(), what);
  std::string way;
  for (auto one = first; one != session.path.end(); ++one) {
    way += spelled(*one) + " → ";
    if (one != first) report.note(one->at, fmt::format("by way of `{}`", spelled(*one)));
  }
  report.with_help(fmt::format("the way round is {}{}", way, spelled(what)));
}

}  // namespace sema
