#include "runtime/cli/fix.h"

#include <algorithm>
#include <vector>

#include "runtime/cli/report.h"

namespace cli {

namespace {

// Two insertions at one place have no order, and an insertion at the edge of a change may belong to what is
// changed.
bool collide(const base::Edit& a, const base::Edit& b) {
  if (a.at.size() == 0 || b.at.size() == 0) return a.at.begin <= b.at.end && b.at.begin <= a.at.end;
  return a.at.begin < b.at.end && b.at.begin < a.at.end;
}

bool fits(const base::Fix& fix, base::FileId file, const std::vector<const base::Edit*>& taken) {
  return std::all_of(fix.edits.begin(), fix.edits.end(), [&](const base::Edit& edit) {
    return edit.at.file == file && std::none_of(taken.begin(), taken.end(), [&](const base::Edit* other) {
             return collide(edit, *other);
           });
  });
}

const base::Fix& safe_fix_of(const base::Diagnostic& one) {
  return *std::find_if(one.fixes.begin(), one.fixes.end(), [](const base::Fix& fix) {
    return fix.safe == base::Safe::yes && !fix.edits.empty();
  });
}

}  // namespace

Mended apply_fixes(const base::SourceMap& sources, base::FileId file, const base::Diagnostics& diagnostics,
                   bool hints) {
  std::vector<const base::Edit*> edits;
  Mended out;
  for (const base::Diagnostic& one : diagnostics.all()) {
    if (!is_fixable(one) || (one.severity == base::Severity::hint && !hints)) continue;
    const base::Fix& fix = safe_fix_of(one);
    if (!fits(fix, file, edits)) continue;
    for (const base::Edit& edit : fix.edits) edits.push_back(&edit);
    ++out.fixes;
  }
  std::stable_sort(edits.begin(), edits.end(),
                   [](const auto* a, const auto* b) { return a->at.begin < b->at.begin; });
  const std::string_view text = sources[file].text();
  std::size_t at = 0;
  for (const base::Edit* edit : edits) {
    out.text += text.substr(at, edit->at.begin - at);
    out.text += edit->text;
    at = edit->at.end;
  }
  out.text += text.substr(at);
  return out;
}

}  // namespace cli
