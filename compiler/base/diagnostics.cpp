#include "base/diagnostics.h"

#include <tuple>
#include <utility>

namespace base {

Diagnostic& Diagnostic::with_label(std::string text) {
  label = std::move(text);
  return *this;
}

Diagnostic& Diagnostic::with_help(std::string text) {
  help = std::move(text);
  return *this;
}

Diagnostic& Diagnostic::note(Span where, std::string text) {
  if (where.known()) notes.push_back({where, std::move(text)});
  return *this;
}

Diagnostic& Diagnostic::fix(std::string title, Safe safe, std::vector<Edit> edits) {
  fixes.push_back({std::move(title), safe, std::move(edits)});
  return *this;
}

bool Diagnostics::has_errors() const {
  return std::any_of(all_.begin(), all_.end(),
                     [](const Diagnostic& one) { return one.severity == Severity::error; });
}

void Diagnostics::settle() {
  const auto key = [](const Diagnostic& one) {
    return std::tuple(one.at.file, one.at.begin, one.at.end, one.info->name, std::string_view(one.message));
  };
  const auto place = [](const Diagnostic& one) { return std::tuple(one.at.file, one.at.begin, one.at.end); };
  std::stable_sort(all_.begin(), all_.end(),
                   [&](const auto& a, const auto& b) { return place(a) < place(b); });
  std::vector<Diagnostic> kept;
  for (Diagnostic& one : all_) {
    const auto same = [&](const Diagnostic& other) { return key(other) == key(one); };
    // Only the reports at the same place can be equal, and they stand together.
    auto first = kept.end();
    while (first != kept.begin() && place(*(first - 1)) == place(one)) --first;
    const auto twin = std::find_if(first, kept.end(), same);
    if (twin != kept.end()) {
      ++twin->repeats;
    } else {
      kept.push_back(std::move(one));
    }
  }
  all_ = std::move(kept);
}

Diagnostic& Diagnostics::add(const DiagnosticInfo& row, Span at, std::string message) {
  Diagnostic& one = all_.emplace_back();
  one.info = &row;
  one.severity = row.severity;
  one.at = at;
  one.message = std::move(message);
  return one;
}

}  // namespace base
