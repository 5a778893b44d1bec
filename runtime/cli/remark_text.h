// Remarks on a snapshot, in words.
#pragma once

#include <string>

#include "snapshot/remarks.h"

namespace cli {

// One line: "`.venv` is a virtual environment: 812 files, 92 MB".
std::string remark_text(const snapshot::Remark& remark);

}  // namespace cli
