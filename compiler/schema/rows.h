// How rows are written: short names for types, and lists of names that live as long as the program. Included
// by kinds/*.cpp alone.
#pragma once

#include <array>
#include <cstddef>

#include "schema/kind.h"
#include "schema/well_formed.h"

namespace schema {

template <std::size_t N>
struct Literal {
  char text[N];
  consteval Literal(const char (&from)[N]) {
    for (std::size_t i = 0; i < N; ++i) text[i] = from[i];
  }
  constexpr std::string_view view() const { return {text, N - 1}; }
};

// names<"vm_size", "vmSize">: a constant list, for `was`, `only`, `kinds` and groups.
template <Literal... Names>
inline constexpr std::array<std::string_view, sizeof...(Names)> names{Names.view()...};

// sent<"properties.jobType", "Command">: members of the body, path and value in turn.
template <Literal... Parts>
inline constexpr auto sent = [] {
  constexpr std::array<std::string_view, sizeof...(Parts)> parts{Parts.view()...};
  static_assert(parts.size() % 2 == 0, "each path has a value");
  std::array<Fixed, parts.size() / 2> rows{};
  for (std::size_t i = 0; i < rows.size(); ++i) rows[i] = {parts[2 * i], parts[2 * i + 1]};
  return rows;
}();

inline constexpr Type kString{};
inline constexpr Type kText{.not_blank = true};  // a string with a letter, digit or _ in it
inline constexpr Type kFileText{.file_text = true};
inline constexpr Type kInteger{.shape = Shape::integer};
inline constexpr Type kBoolean{.shape = Shape::boolean};
inline constexpr Type kDuration{.shape = Shape::duration, .min = 1};
inline constexpr Type kSize{.shape = Shape::size, .min = 1};
inline constexpr Type kSecret{.shape = Shape::secret};
inline constexpr Type kAny{.shape = Shape::any};
inline constexpr Type kUuid{.name_rule = NameRule::uuid};

constexpr Type integer(std::int64_t min, std::int64_t max = std::numeric_limits<std::int64_t>::max()) {
  return {.shape = Shape::integer, .min = min, .max = max};
}
inline constexpr Type kCount = integer(0);
inline constexpr Type kPort = integer(1, 65535);

constexpr Type duration(std::int64_t min_seconds, std::int64_t max_seconds) {
  return {.shape = Shape::duration, .min = min_seconds, .max = max_seconds};
}
constexpr Type name_of(NameRule rule) { return {.name_rule = rule}; }
constexpr Type one_of(std::span<const Word> words) { return {.shape = Shape::word, .words = words}; }
// A boolean that the service spells with two words: first how it says true, then false.
constexpr Type flag(std::span<const Word> words) { return {.shape = Shape::boolean, .words = words}; }
constexpr Type block(const Block& of) { return {.shape = Shape::block, .block = &of}; }
constexpr Type path(std::uint16_t forms, MustBe must_be) {
  return {.shape = Shape::path, .forms = forms, .must_be = must_be};
}
// `of` outlives the program's tables: a constant at namespace scope.
constexpr Type list(const Type& of) { return {.shape = Shape::list, .of = &of}; }
constexpr Type map(const Type& of) { return {.shape = Shape::map, .of = &of}; }

inline constexpr Type kStrings = list(kString);
inline constexpr Type kStringMap = map(kString);
inline constexpr Type kAnyMap = map(kAny);

// A string that names one resource of Azure by its id.
inline constexpr Type kArmId{.shape = Shape::reference, .forms = form_arm_id};

// Every address that data may have.
inline constexpr std::uint16_t kDataAddresses =
    form_datastore | form_job_output | form_web | form_storage | form_run;

}  // namespace schema
