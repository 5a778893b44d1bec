// The formatter on any bytes: what it has written it writes again, and what was without fault stays so.

#include <cstdint>
#include <cstdlib>
#include <string>

#include "format/format.h"
#include "syntax/parse.h"

namespace {

std::string formatted(const std::string& text, bool& clean) {
  base::SourceMap sources;
  const base::FileId file = sources.add("main.amljob", text);
  base::Diagnostics diagnostics;
  const syntax::Tree tree = syntax::parse(sources, file, diagnostics);
  clean = diagnostics.all().empty();
  return format::formatted(sources, tree);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  bool clean = false, still_clean = false;
  const std::string once = formatted(std::string(reinterpret_cast<const char*>(data), size), clean);
  if (formatted(once, still_clean) != once) std::abort();
  if (clean && !still_clean) std::abort();
  return 0;
}
