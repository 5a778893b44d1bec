// Second pass: makes brackets match where they do not. A text whose brackets match is left as it is, so
// layout never changes what a correct file means.
#pragma once

#include <vector>

#include "syntax/reporter.h"
#include "syntax/tree.h"

namespace syntax {

// More brackets than this do not stand inside each other: it bounds the recursion of everything behind.
inline constexpr std::uint32_t kDeepest = 256;

// After it every opening bracket of `tokens` has its closing one, and none stands deeper than kDeepest. Where
// one was missing a virtual one is put, by the evidence of the layout; where one was too many it is dropped
// into the gap.
void repair(std::vector<Token>& tokens, Reporter& reporter);

// Whether tokens begin…end match among themselves.
bool brackets_match(const std::vector<Token>& tokens, std::size_t begin, std::size_t end);

}  // namespace syntax
