#include <cstdlib>
#include <string>
#include <vector>

#include "runtime/cli/amljob.h"
#include "runtime/posix_host.h"

int main(int count, char** words) {
  const std::vector<std::string> given(words + (count > 0 ? 1 : 0), words + count);
  runtime::PosixHost host;
  const int code = cli::amljob(given, host);
#ifndef AMLJOB_SANITIZED
  // All is written, and the end of the process frees the rest at once.
  std::_Exit(code);
#endif
  return code;
}
