// What rules walk over: declarations of a kind, given fields, all texts of a body.
#pragma once

#include <cstdint>
#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "rules/rule.h"

namespace rules {

// The declarations of a kind that have a body to check, in order of the text: not those that are in Azure
// already, and not what is imported and never used.
std::vector<const sema::Declaration*> declarations_of(const Context& context, std::string_view kind);

// Whether others complete it: what is absent in it is not missing.
bool is_template(const sema::Declaration& declaration);

// How a headline calls it: "`fastai2`"; without a name "this environment".
std::string subject(const sema::Declaration& declaration);

// A field that the author gave (also one whose value is wrong); nullptr where it is absent or a default.
// Dotted paths go through blocks.
const sema::FieldValue* given(const sema::Body& body, std::string_view path);
// The static value of a field in the type asked for, defaults included; nullptr where it has none.
template <typename T>
const T* value_of(const sema::Body& body, std::string_view path) {
  const sema::FieldValue* field = body.at_path(path);
  return field ? field->value.get<T>() : nullptr;
}
const sema::Body* block_of(const sema::Body& body, std::string_view path);
// What a reference field names here; nullptr where it names something in Azure, or nothing.
const sema::Declaration* declaration_of(const sema::Body& body, std::string_view field);
const sema::Ports* ports_of(const sema::Body& body, std::string_view field);
// A path of this machine; empty: none is given, or an address.
std::string_view local_path(const sema::Body& body, std::string_view path);

// A file of this machine as a source that reports can point into; 0 where it cannot be read.
base::FileId source_of(const Context& context, const std::string& path);

// Each text of a value and of all that is in it: list items, members of maps, fields of blocks. `name` is
// that of the member or field it was given to.
struct TextOf {
  std::string_view name;
  const sema::Value* value;
  const schema::Field* field;  // nullptr in lists and maps
};
void each_text(const sema::Body& body, const std::function<void(const TextOf&)>& take);

// Says of each place once that it is new: what heirs share is reported once.
class Seen {
 public:
  bool first(base::Span at) { return seen_.emplace(at.file, at.begin, at.end).second; }

 private:
  std::set<std::tuple<base::FileId, std::uint32_t, std::uint32_t>> seen_;
};

}  // namespace rules
