// The conda dependencies of an environment, from its fields or from its conda file, with the place of each
// text.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "formats/conda.h"
#include "formats/conda_file.h"
#include "rules/rule.h"
#include "rules/text_place.h"

namespace rules {

struct CondaOf {
  const sema::Declaration* environment = nullptr;
  const sema::FieldValue* field = nullptr;  // `conda_dependencies` or `conda_file`
  formats::CondaEnvironment conda;
  bool whole = true;  // false: a part of it is not known, or is wrong in a way that is reported elsewhere
  base::Span packages_at;                          // of the list of packages; unknown: there is none
  base::FileId source = 0;                         // of the conda file; 0: fields
  formats::CondaFile file;                         // where there is one
  std::vector<TextPlace> channels, packages, pip;  // of the fields

  // Where bytes of a text stand; an empty range is all of it. Of the whole environment: what names it.
  base::Span place(formats::CondaItem item, formats::Range at = {}) const;
  // Whether an edit there changes just those bytes.
  bool exact(formats::CondaItem item, formats::Range at) const;
  std::string spelled(formats::CondaItem item, std::string_view replacement) const;
  const std::string& text(formats::CondaItem item) const;
};

// Nothing where the environment has no conda dependencies, or its file cannot be read.
std::optional<CondaOf> conda_of(const Context& context, const sema::Declaration& environment);
// Those of all environments, each place once.
const std::vector<CondaOf>& all_conda(const Context& context);

// A fault of one text with its fix, where that is certain; else with this help.
void add_fix(const CondaOf& of, const formats::CondaProblem& problem, std::string_view help,
             base::Diagnostic& report);

}  // namespace rules
