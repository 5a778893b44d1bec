// From documents to symbols and instances: what is declared where, loops and conditions unrolled.
#pragma once

#include "sema/session.h"

namespace sema {

// Registers what stands at the level of a file: params, lets, secrets, declarations; not yet what loops make.
void declare_names(Session& session, Module& module);

// Unrolls the `for` and `if` of a file, in order.
void expand(Session& session, Module& module);

// Declarations of kinds that are not known: what they name is used.
void note_unchecked(Session& session);

// `size = "s"`: what the loop's variables are, for messages; empty outside of loops.
std::string iteration_of(const Binding* loop);

// Checks every `assert`.
void check_assertions(Session& session);

}  // namespace sema
