// The backends, one file each; table.cpp lists them.
#pragma once

#include "backends/backend.h"

namespace backends {

extern const Backend kDockerfileBackend;
extern const Backend kCondaBackend;
extern const Backend kRestBackend;

}  // namespace backends
