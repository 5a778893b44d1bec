// The forms that are one line a finding: `short` and `github`.
#include <fmt/format.h>

#include <algorithm>

#include "render/display.h"
#include "render/paint.h"
#include "render/render.h"

namespace render {

namespace {

std::string one_line(std::string_view text) {
  std::string out = printable(text);
  std::replace(out.begin(), out.end(), '\n', ' ');
  return out;
}

// Runners read `%25` and the like back; in a property `:` and `,` end things as well.
// https://github.com/actions/toolkit, packages/core/src/command.ts
std::string escaped(std::string_view text, bool property) {
  std::string out;
  for (const char c : text) {
    const bool special = c == '%' || c == '\r' || c == '\n' || (property && (c == ':' || c == ','));
    if (special) {
      out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    } else {
      out += c;
    }
  }
  return out;
}

std::string_view github_word(base::Severity severity) {
  return severity == base::Severity::hint ? "notice" : name_of(severity);
}

}  // namespace

std::string short_line(const Finding& finding) {
  const Place at = place(*finding.sources, finding->at);
  return fmt::format("{}:{}:{}: {}: {} [{}]\n", one_line(at.file), at.begin.line, at.begin.column,
                     name_of(finding->severity), one_line(finding->message), finding->info->name);
}

std::string github_line(const Finding& finding) {
  const base::Diagnostic& one = *finding;
  const Place at = place(*finding.sources, one.at);
  std::string message = printable(one.message);
  if (!one.label.empty()) message += "\n" + printable(one.label);
  if (!one.help.empty()) message += "\nhelp: " + printable(one.help);
  // Columns are shown for places within one line only; more lines make them an error of the annotation.
  const bool one_row = at.begin.line == at.end.line;
  const std::string columns =
      one_row ? fmt::format(",col={},endColumn={}", at.begin.column, at.end.column) : "";
  return fmt::format("::{} file={},line={},endLine={}{},title={}::{}\n", github_word(one.severity),
                     escaped(at.file, true), at.begin.line, at.end.line, columns, one.info->name,
                     escaped(message, false));
}

}  // namespace render
