// Whether the program that runs a job is still there. A process id alone is used again: its start time goes
// with it.
#pragma once

#include "runtime/local/record.h"

namespace local {

// This process.
Keeper current_keeper();

// True also where it cannot be known, because the run is another machine's.
bool may_be_alive(const Keeper& keeper);

}  // namespace local
