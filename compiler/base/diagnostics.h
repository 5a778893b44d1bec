// What the compiler says of a program: rows (declared once each), and reports of them.
//
// A row is declared where its subject lives: `<folder>/diagnostics.def` for language and schema, in the
// rule's own file for a rule. Its page is docs/diagnostics/NAME.md. Reporting one:
//
//   diagnostics.report(at, unknown_field, kind, name)
//       .label("did you mean `max_instances`?")
//       .fix("rename to `max_instances`", Safe::yes, {{at, "max_instances"}});
#pragma once

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "base/source.h"

namespace base {

enum class Severity : std::uint8_t { error, warning, hint };

// Whether `# allow` and --severity may take it back: errors of the language and of the service are fixed.
struct DiagnosticInfo {
  std::string_view name;  // kebab-case, the API: `floating-tag`
  Severity severity;
  std::string_view text;  // the headline, with one {} for each argument

  bool suppressible() const { return severity != Severity::error; }
};

// A row with the types of its arguments, so that a report with others does not compile.
template <typename... Args>
struct Diagnosis : DiagnosticInfo {};

struct Edit {
  Span at;  // empty: an insertion
  std::string text;
};

enum class Safe : bool { no, yes };  // yes: certain to parse and to mean what was meant; `--fix` applies it

struct Fix {
  std::string title;  // an imperative: "rename to `max_instances`"
  Safe safe;
  std::vector<Edit> edits;
};

struct Note {
  Span at;
  std::string text;
};

struct Diagnostic {
  const DiagnosticInfo* info = nullptr;
  Severity severity = Severity::error;  // the row's, until a configuration changes it
  Span at;
  std::string message;  // the headline
  std::string label;    // at the span; may be empty
  std::string help;     // the action, imperative; may be empty
  std::vector<Note> notes;
  std::vector<Fix> fixes;
  // Where the same report was made again (from other iterations or heirs); shown as "and N more".
  std::uint32_t repeats = 0;

  Diagnostic& with_label(std::string text);
  Diagnostic& with_help(std::string text);
  Diagnostic& note(Span where, std::string text);
  Diagnostic& fix(std::string title, Safe safe, std::vector<Edit> edits);
};

// All reports of one compilation, in order of their making. References from report() hold until the next
// report.
class Diagnostics {
 public:
  template <typename... Args>
  Diagnostic& report(Span at, const Diagnosis<Args...>& row, const std::type_identity_t<Args>&... args) {
    return add(row, at, fmt::vformat(row.text, fmt::make_format_args(args...)));
  }

  const std::vector<Diagnostic>& all() const { return all_; }
  std::vector<Diagnostic>& all() { return all_; }
  bool has_errors() const;

  // Orders by file and place (stable), and folds equal reports (same row, place and message) into one with
  // `repeats`.
  void settle();

 private:
  Diagnostic& add(const DiagnosticInfo& row, Span at, std::string message);
  std::vector<Diagnostic> all_;
};

// `unknown_field` → `unknown-field`, while compiling.
template <std::size_t N>
struct KebabName {
  char text[N];
  consteval KebabName(const char (&name)[N]) {
    for (std::size_t i = 0; i < N; ++i) text[i] = name[i] == '_' ? '-' : name[i];
  }
};
template <KebabName Name>
inline constexpr std::string_view kebab{Name.text, sizeof(Name.text) - 1};

// In a .def file: AMLJOB_DIAGNOSTIC(identifier, severity, "text with {}", argument types…)
#define AMLJOB_DIAGNOSTIC_ROW(id, severity, text, ...) \
  inline constexpr ::base::Diagnosis<__VA_ARGS__> id{{::base::kebab<#id>, ::base::Severity::severity, text}};
#define AMLJOB_DIAGNOSTIC_POINTER(id, ...) &id,

}  // namespace base
