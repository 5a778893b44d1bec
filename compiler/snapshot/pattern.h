// One line of an ignore file, compiled: gitwildmatch as azure-ai-ml has it, or as git itself has it.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace snapshot {

enum class Dialect : std::uint8_t { client, git };

struct Segment {
  enum class Kind : std::uint8_t {
    literal,     // `text` itself
    glob,        // `text` with * ? [ ] and \ in it
    any,         // *: one segment that is not empty
    any_number,  // **: any number of segments
  } kind;
  std::string text;
};

struct Pattern {
  std::string text;        // as written, without blanks at the ends
  std::uint32_t line = 0;  // in its file, from 1; 0: added by the tool
  Dialect dialect = Dialect::client;
  bool negated = false;      // begins with !
  bool folder_only = false;  // git: ends with /
  std::vector<Segment> segments = {};
};

struct Rejected {
  std::string text;
  std::uint32_t line = 0;
  std::string reason;  // "ends with a backslash"
};

// A line that says nothing (blank, comment, a lone /).
struct Nothing {};

std::variant<Nothing, Pattern, Rejected> compile_pattern(std::string_view line, Dialect dialect);

// Whether a pattern (its sign apart) matches a path, given in its segments. A client's pattern matches all
// below what it names too; git's only the thing itself.
bool matches(const Pattern& pattern, std::span<const std::string_view> path);

// `a/b` → a, b. The views are into `path`.
std::vector<std::string_view> split_path(std::string_view path);

}  // namespace snapshot
