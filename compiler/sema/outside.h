// `azureml:NAME:VERSION` and its like: text that names something in Azure.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sema/value.h"

namespace sema {

struct OutsideFault {
  bool no_version = false;  // it would be one, but for the version
  std::string label;
  std::string help;
};

// The reference that a text spells, where the type takes its form; else nothing, and what is the matter in
// `fault`.
std::optional<Outside> read_outside(std::string_view text, const schema::Type& type, OutsideFault& fault);

// The forms that a type takes, as one would write them.
std::vector<std::string> forms_of(const schema::Type& type);

// Whether a text is an address of data (https:, azureml://datastores/…), by a type's forms.
bool is_address(std::string_view text, std::uint16_t forms);
// Whether a text starts like an address of any kind.
bool has_scheme(std::string_view text);

}  // namespace sema
