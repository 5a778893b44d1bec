#include "runtime/cli/report.h"

#include <fmt/format.h>

#include <algorithm>

#include "render/render.h"
#include "runtime/cli/frame/words.h"
#include "runtime/cli/options.h"
#include "runtime/cli/pages.h"

namespace cli {

namespace {

bool same(const render::Finding& a, const render::Finding& b) {
  if (a->info != b->info || a->at.begin != b->at.begin || a->at.end != b->at.end) return false;
  if (a->message != b->message || a->at.known() != b->at.known()) return false;
  return !a->at.known() || (*a.sources)[a->at.file].path() == (*b.sources)[b->at.file].path();
}

// What the command line says is not ours to mend.
bool is_in_a_file(const render::Finding& finding) {
  const base::Span at = finding->at;
  return at.known() && (*finding.sources)[at.file].path() != render::kCommandLine;
}

std::uint64_t key_of(const base::Diagnostic& one) {
  const std::uint64_t place = (static_cast<std::uint64_t>(one.at.begin) << 32) | one.at.end;
  return place ^ std::hash<const void*>()(one.info);
}

std::string in_form(const Report& report, std::string_view form, const std::vector<render::Finding>& shown,
                    const render::TextOptions& options) {
  if (form == "json") return render::json(report.findings, report.summary);
  if (form == "sarif") return render::sarif(report.findings, pages());
  std::string out;
  for (const render::Finding& finding : shown) {
    out += form == "short"    ? render::short_line(finding)
           : form == "github" ? render::github_line(finding)
                              : render::text(finding, options) + "\n";
  }
  return out;
}

}  // namespace

bool is_fixable(const base::Diagnostic& diagnostic) {
  const auto safe = [](const base::Fix& fix) { return fix.safe == base::Safe::yes && !fix.edits.empty(); };
  return std::count_if(diagnostic.fixes.begin(), diagnostic.fixes.end(), safe) == 1;
}

render::Finding* Report::twin_of(const render::Finding& finding, std::uint64_t key) {
  const auto [first, last] = index_.equal_range(key);
  const auto twin = std::find_if(first, last, [&](const auto& entry) {
    const render::Finding& other = findings[entry.second];
    return other.sources != finding.sources && same(finding, other);
  });
  return twin == last ? nullptr : &findings[twin->second];
}

void Report::add(const driver::Compilation& compilation, const std::string& context) {
  declarations += static_cast<std::uint32_t>(
      std::count_if(compilation.model->declarations.begin(), compilation.model->declarations.end(),
                    [](const sema::Declaration& one) { return !one.imported && !one.anonymous; }));
  const std::size_t known = findings.size();
  for (const base::Diagnostic& one : compilation.diagnostics.all()) {
    const render::Finding finding{&compilation.model->sources, &one, context};
    const std::uint64_t key = key_of(one);
    render::Finding* const twin = known == 0 ? nullptr : twin_of(finding, key);
    if (twin != nullptr) {
      // Two ways lead to it: neither is worth naming.
      twin->context.clear();
      continue;
    }
    index_.emplace(key, findings.size());
    findings.push_back(finding);
    summary.errors += one.severity == base::Severity::error;
    summary.warnings += one.severity == base::Severity::warning;
    summary.hints += one.severity == base::Severity::hint;
    fixable += one.severity != base::Severity::hint && is_fixable(one) && is_in_a_file(finding);
  }
}

void print(const Report& report, const frame::Arguments& arguments, frame::Console& console, Stream stream) {
  const bool hints = arguments.has(option::kHints);
  std::vector<render::Finding> shown;
  for (const render::Finding& finding : report.findings) {
    if (hints || finding->severity != base::Severity::hint) shown.push_back(finding);
  }
  const bool out = stream == Stream::out;
  const render::TextOptions options{(out ? console.out_paint() : console.err_paint()).on,
                                    out ? console.out_width() : console.err_width()};
  const std::string text = in_form(report, arguments.value(option::kFormat, "text"), shown, options);
  out ? console.out(text) : console.err(text);
}

std::string counts(const render::Summary& summary) {
  std::string out;
  if (summary.errors > 0) out += frame::counted(summary.errors, "error");
  if (summary.warnings > 0) out += (out.empty() ? "" : ", ") + frame::counted(summary.warnings, "warning");
  return out;
}

}  // namespace cli
