// The program.
#pragma once

#include <span>
#include <string>

#include "runtime/host.h"

namespace cli {

// Runs a command line (without the program's name) and returns the exit code.
int amljob(std::span<const std::string> words, runtime::Host& host);

}  // namespace cli
