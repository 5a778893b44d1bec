// What is rendered: a diagnostic with the sources it points into.
#pragma once

#include <cstdint>
#include <string>

#include "base/diagnostics.h"
#include "base/source.h"

namespace render {

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

struct Summary {
  std::uint32_t files = 0;
  std::uint32_t errors = 0;
  std::uint32_t warnings = 0;
  std::uint32_t hints = 0;
};

}  // namespace render
