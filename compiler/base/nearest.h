// "Did you mean": the one name that a misspelt one was probably meant to be.
#pragma once

#include <string_view>
#include <vector>

namespace base {

// Edits (insert, delete, replace, swap of neighbours) that turn `a` into `b`.
std::size_t distance(std::string_view a, std::string_view b);

// The candidate nearest to `name`, where it is near enough: 1 edit up to 4 letters, 2 up to 8, else 3;
// another case, and
// `-` for `_`, cost nothing. Else the one candidate that starts with `name`, of 3 letters or more (`desc`,
// `int`). Empty where none is, or two are equally near.
std::string_view nearest(std::string_view name, const std::vector<std::string_view>& candidates);

}  // namespace base
