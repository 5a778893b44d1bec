// One mistake, one message: what follows from another finding is not said.
#pragma once

#include "base/diagnostics.h"
#include "sema/model.h"

namespace driver {

// Takes out of `diagnostics` what nobody would have to mend if another finding were mended:
//  - on a line that could not be read, all that the checker says of what it made of it;
//  - a name that is unknown because the line that declares it could not be read;
//  - what is said to be lacking in a declaration, or in one that it extends, of which a part could not be
//    read; and what is said to be useless in a program of which a part could not be read.
//  - what stands in a declaration of an unknown kind.
// Where one unknown name stands in several places of a file, the first place tells of the others.
void drop_consequences(const sema::Model& model, base::Diagnostics& diagnostics);

}  // namespace driver
