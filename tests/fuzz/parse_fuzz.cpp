// The parser on any bytes: no crash, no hang, and every byte of the text is in a token or between two.

#include <cstdint>
#include <cstdlib>
#include <string>

#include "syntax/parse.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  base::SourceMap sources;
  const base::FileId file =
      sources.add("main.amljob", std::string(reinterpret_cast<const char*>(data), size));
  base::Diagnostics diagnostics;
  const syntax::Tree tree = syntax::parse(sources, file, diagnostics);
  std::uint32_t last = 0;
  for (const syntax::Token& token : tree.tokens) {
    if (token.begin < last || token.end < token.begin || token.end > size) std::abort();
    last = token.end;
  }
  return 0;
}
