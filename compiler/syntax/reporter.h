// Reports of the syntax passes, at most one a line: the first that is made, by the earliest pass. A second of
// the same row on the same line adds its fix to the first.
#pragma once

#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/diagnostics.h"
#include "base/source.h"
#include "syntax/diagnostics.h"

namespace syntax {

// What was just reported, to be completed; does nothing where the line had its report already. Holds until
// the next one.
class Report {
 public:
  Report() = default;
  Report(base::Diagnostic* made, bool again) : made_(made), again_(again) {}

  Report& label(std::string text);
  Report& help(std::string text);
  Report& note(base::Span at, std::string text);
  Report& fix(std::string title, base::Safe safe, std::vector<base::Edit> edits);
  // Makes an edit a further part of its first fix.
  Report& add_edit(base::Edit edit);

 private:
  base::Diagnostic* made_ = nullptr;
  bool again_ = false;
};

class Reporter {
 public:
  Reporter(const base::Source& source, base::FileId file, base::Diagnostics& diagnostics)
      : source_(source), file_(file), diagnostics_(diagnostics) {}

  template <typename... Args>
  Report report(base::Span at, const base::Diagnosis<Args...>& row,
                const std::type_identity_t<Args>&... args) {
    places_.push_back(at.begin);
    const auto [line, fresh] = lines_.try_emplace(source_.position(at.begin).line, diagnostics_.all().size());
    if (fresh) return {&diagnostics_.report(at, row, args...), false};
    base::Diagnostic& first = diagnostics_.all()[line->second];
    return first.info == &row ? Report{&first, true} : Report{};
  }

  // What was reported last holds of the line of `offset` too: nothing more is said there.
  void holds_at(std::uint32_t offset) {
    places_.push_back(offset);
    lines_.try_emplace(source_.position(offset).line, diagnostics_.all().size() - 1);
  }

  // Takes back what was reported at begin … end - 1, which has turned out to be text.
  void withdraw(std::uint32_t begin, std::uint32_t end);

  base::Span span(std::uint32_t begin, std::uint32_t end) const { return {file_, begin, end}; }
  const base::Source& source() const { return source_; }
  std::string_view text(base::Span at) const { return source_.text().substr(at.begin, at.size()); }
  std::size_t count() const { return places_.size(); }
  // Where something was reported, those included that were not said because their line had its report.
  const std::vector<std::uint32_t>& places() const { return places_; }

 private:
  const base::Source& source_;
  base::FileId file_;
  base::Diagnostics& diagnostics_;
  std::unordered_map<std::uint32_t, std::size_t> lines_;  // line → index in diagnostics_
  std::vector<std::uint32_t> places_;
};

}  // namespace syntax
