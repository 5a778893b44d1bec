// The service's notation in text that the compiler does not look into, and an older notation that is no
// longer filled in. Source: concept-expressions.md of MicrosoftDocs/azure-ai-docs at 31c22c8b; azd's
// validator refuses single braces (Azure/azure-dev at ae35809f, 2026-08-21).
#include <fmt/format.h>

#include "rules/job_texts.h"
#include "rules/rules.h"
#include "rules/walk.h"

namespace rules {
namespace {

AMLJOB_DIAGNOSTIC_ROW(unchecked_expression, warning, "`{}` goes to the service unchecked", std::string)
AMLJOB_DIAGNOSTIC_ROW(single_brace, warning, "`{}` is not filled in: one brace is text", std::string)

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(' ');
  return first == std::string_view::npos ? std::string_view{}
                                         : text.substr(first, text.find_last_not_of(' ') + 1 - first);
}

// `inputs.epochs`: a root and a name, nothing else.
bool names_port(std::string_view inner) {
  const std::size_t dot = inner.find('.');
  const std::string_view root = inner.substr(0, dot);
  if (dot == std::string_view::npos || (root != "inputs" && root != "outputs")) return false;
  constexpr std::string_view kWord = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.";
  return dot + 1 < inner.size() && inner.find_first_not_of(kWord, dot + 1) == std::string_view::npos;
}

void report(const TextPlace& place, formats::Range at, std::string_view inner, bool doubled,
            base::Diagnostics& diagnostics) {
  const std::string written(formats::text_at(place.text(), at));
  base::Diagnostic& made = doubled ? diagnostics.report(place.at(at), unchecked_expression, written)
                                   : diagnostics.report(place.at(at), single_brace, written);
  const std::string mended = fmt::format("${{{}}}", inner);
  const bool raw = place.exact(at) && place.spelled("\\") == "\\";
  if (place.exact(at) && !raw) {
    made.fix(fmt::format("write `{}`", mended), base::Safe::no, {{place.at(at), mended}});
  } else {
    made.with_help(fmt::format("in a string without `r` write `{}`: there it is checked", mended));
  }
}

void check(const TextPlace& place, base::Diagnostics& diagnostics) {
  const std::string_view text = place.text();
  for (std::size_t at = text.find('{'); at != std::string_view::npos; at = text.find('{', at + 1)) {
    const bool doubled = text.substr(at).starts_with("{{") && at > 0 && text[at - 1] == '$';
    const std::string_view close = doubled ? "}}" : "}";
    const std::size_t begin = doubled ? at + 2 : at + 1;
    const std::size_t end = text.find(close, begin);
    if (end == std::string_view::npos) return;
    const bool variable = !doubled && at > 0 && (text[at - 1] == '$' || text[at - 1] == '{');
    const std::string_view inner = trimmed(text.substr(begin, end - begin));
    const formats::Range whole = formats::range(doubled ? at - 1 : at, end + close.size());
    if (!variable && names_port(inner) && !place.is_deferred(whole))
      report(place, whole, inner, doubled, diagnostics);
    if (doubled) at = end;
  }
}

void run(const Context& context, base::Diagnostics& diagnostics) {
  Seen seen;
  for (const sema::Declaration* job : declarations_of(context, "job")) {
    for (const JobText& text : job_texts(*job->body)) {
      const TextPlace place(context.model.sources, *text.value);
      if (place.known() && seen.first(place.all())) check(place, diagnostics);
    }
  }
}

constexpr const base::DiagnosticInfo* kReports[] = {&unchecked_expression, &single_brace};

}  // namespace

const Rule kUncheckedExpressions{kReports, run};

}  // namespace rules
