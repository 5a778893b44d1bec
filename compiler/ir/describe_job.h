// Jobs and computes in plain words.
#pragma once

#include "ir/describe.h"
#include "ir/plan.h"

namespace ir {

void say_job(Paragraph& out, const Plan& plan, const Step& step);
void say_compute(Paragraph& out, const sema::Body& compute);

}  // namespace ir
