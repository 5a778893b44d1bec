// How severe a finding is, where the command line or amljob.toml says otherwise than its row.
#pragma once

#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "snapshot/pattern.h"

namespace cli {

enum class Level : std::uint8_t { error, warning, hint, off };

std::optional<Level> parse_level(std::string_view word);

struct LevelRule {
  std::optional<snapshot::Pattern> glob;  // of paths from `folder`; none: every file
  std::string folder;                     // absolute
  std::string name;
  Level level = Level::error;
};

// A rule, or why there can be none: no such diagnostic, no such level, an error that cannot be lowered.
std::expected<LevelRule, std::string> level_rule(std::string_view name, std::string_view level);

// Sets each finding's severity by the last rule that is about it, and drops those that are off.
void apply_levels(const std::vector<LevelRule>& rules, const base::SourceMap& sources,
                  base::Diagnostics& diagnostics);

}  // namespace cli
