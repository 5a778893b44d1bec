#include <string>
#include <vector>

#include "runtime/cli/amljob.h"
#include "runtime/posix_host.h"

int main(int count, char** words) {
  const std::vector<std::string> given(words + (count > 0 ? 1 : 0), words + count);
  runtime::PosixHost host;
  return cli::amljob(given, host);
}
