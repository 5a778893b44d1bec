#include <fmt/format.h>

#include "sema/declare.h"
#include "sema/evaluate.h"
#include "sema/operators.h"

namespace sema {

std::string iteration_of(const Binding* loop) {
  std::string out;
  for (; loop; loop = loop->outer) {
    const std::string text = printed(loop->value).value_or("…");
    const std::string one = fmt::format(
        "{} = {}", loop->name.text, loop->value.is<std::string_view>() ? fmt::format("\"{}\"", text) : text);
    out = out.empty() ? one : one + ", " + out;
  }
  return out;
}

void check_assertions(Session& session) {
  for (const auto& [item, where] : session.assertions) {
    if (item->value == 0) continue;
    const Value value = evaluate(session, item->value, where);
    const Span at = session.document(where)[item->value].at;
    const auto* holds = value.get<bool>();
    if (holds && *holds) continue;
    if (holds) {
      const Value message = item->message != 0 ? evaluate(session, item->message, where) : poison(at);
      const auto text = printed(message);
      const std::string iteration = iteration_of(where.loop);
      base::Diagnostic& report =
          session.diagnostics.report(at, assertion_failed, text ? *text : "this assertion does not hold");
      report.with_label("this is false");
      if (where.loop) report.note(where.loop->name.at, fmt::format("in the iteration {}", iteration));
    } else if (!value.poisoned() && !value.is<Unknown>() && !report_deferred(session, value, at)) {
      session.diagnostics.report(at, condition_type, described(value));
    }
  }
}

}  // namespace sema
