// What is rendered: a diagnostic with the sources it points into.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/diagnostics.h"
#include "base/source.h"

namespace render {

// The path of a source that is no file: the text of an option, as the compiler names it.
inline constexpr std::string_view kCommandLine = "command line";

struct Finding {
  const base::SourceMap* sources = nullptr;
  const base::Diagnostic* diagnostic = nullptr;
  std::string context;  // how it came about, where that needs saying: "with `env/prod.amlparams`"

  const base::Diagnostic& operator*() const { return *diagnostic; }
  const base::Diagnostic* operator->() const { return diagnostic; }
};

// A span for people and programs. A finding without a place (of the command line) is at the very begin of the
// file that was compiled, so that every program finds a place where it looks for one.
struct Place {
  std::string file;
  base::Position begin;
  base::Position end;  // exclusive
};
Place place(const base::SourceMap& sources, base::Span at);

// The headline of a row, with `…` where its arguments stand.
std::string headline(const base::DiagnosticInfo& row);

struct Summary {
  std::uint32_t files = 0;
  std::uint32_t errors = 0;
  std::uint32_t warnings = 0;
  std::uint32_t hints = 0;
};

}  // namespace render
