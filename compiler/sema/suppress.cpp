// `# allow(name): reason`.

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>

#include "base/nearest.h"
#include "sema/analyze.h"
#include "sema/diagnostics.h"

namespace sema {

namespace {

void report_unknown(const surface::Suppression& one, const std::vector<const base::DiagnosticInfo*>& known,
                    base::Diagnostics& diagnostics) {
  std::vector<std::string_view> names;
  for (const base::DiagnosticInfo* info : known) names.push_back(info->name);
  base::Diagnostic& report = diagnostics.report(one.name_at, allow_unknown, one.name);
  if (const auto near = base::nearest(one.name, names); !near.empty()) {
    report.with_label(fmt::format("did you mean `{}`?", near));
    report.fix(fmt::format("write `{}`", near), base::Safe::yes, {{one.name_at, std::string(near)}});
  } else {
    report.with_help("`amljob explain --list` lists them");
  }
}

// At the place of the report, or, where that is in a file that is read, at what reads it.
bool takes_back(const surface::Suppression& suppression, const base::Diagnostic& one) {
  if (!suppression.scope.known() || !one.info->suppressible() || one.info->name != suppression.name)
    return false;
  const auto within = [&](Span at) {
    return at.file == suppression.scope.file && suppression.scope.begin <= at.begin &&
           at.begin <= suppression.scope.end;
  };
  return within(one.at) || (one.at.file != suppression.scope.file &&
                            std::any_of(one.notes.begin(), one.notes.end(),
                                        [&](const base::Note& note) { return within(note.at); }));
}

}  // namespace

void apply_suppressions(const Model& model, const std::vector<const base::DiagnosticInfo*>& known,
                        base::Diagnostics& diagnostics) {
  std::vector<base::Diagnostic>& all = diagnostics.all();
  std::vector<const surface::Suppression*> idle;
  for (const auto& document : model.documents) {
    for (const surface::Suppression& suppression : document->suppressions) {
      const auto taken = std::remove_if(
          all.begin(), all.end(), [&](const base::Diagnostic& one) { return takes_back(suppression, one); });
      if (taken == all.end()) idle.push_back(&suppression);
      all.erase(taken, all.end());
    }
  }
  for (const surface::Suppression* suppression : idle) {
    const auto info = std::find_if(known.begin(), known.end(), [&](const base::DiagnosticInfo* one) {
      return one->name == suppression->name;
    });
    if (info == known.end()) {
      report_unknown(*suppression, known, diagnostics);
    } else if (!(*info)->suppressible()) {
      diagnostics.report(suppression->name_at, allow_of_error, suppression->name)
          .with_help("errors of the language and of the service stay: mend what it reports");
    } else {
      diagnostics.report(suppression->at, unused_allow, suppression->name).with_help("take the comment away");
    }
  }
}

}  // namespace sema
