// Names that nothing uses.
#pragma once

#include "sema/session.h"

namespace sema {

// Params, lets, secrets and imports of the root file that nothing uses; and `existing` things that nothing
// refers to.
void report_unused(Session& session);

}  // namespace sema
