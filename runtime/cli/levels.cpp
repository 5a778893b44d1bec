#include "runtime/cli/levels.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "driver/catalogue.h"
#include "runtime/cli/glob.h"
#include "runtime/cli/paths.h"
#include "runtime/cli/rows.h"

namespace cli {

namespace {

base::Severity severity_of(Level level) {
  return level == Level::error     ? base::Severity::error
         : level == Level::warning ? base::Severity::warning
                                   : base::Severity::hint;
}

bool is_about(const LevelRule& rule, std::string_view name, std::string_view file) {
  if (rule.name != name) return false;
  if (!rule.glob) return true;
  const std::string path = relative_to(rule.folder, absolute(file));
  return !path.starts_with("..") && covers(*rule.glob, path) != rule.glob->negated;
}

}  // namespace

std::optional<Level> parse_level(std::string_view word) {
  if (word == "error") return Level::error;
  if (word == "warning") return Level::warning;
  if (word == "hint") return Level::hint;
  if (word == "off") return Level::off;
  return std::nullopt;
}

std::expected<LevelRule, std::string> level_rule(std::string_view name, std::string_view level) {
  const base::DiagnosticInfo* const row = driver::find_diagnostic(name);
  if (row == nullptr) return std::unexpected(no_diagnostic(name));
  const std::optional<Level> parsed = parse_level(level);
  if (!parsed) return std::unexpected(fmt::format("a level is error, warning, hint or off, not `{}`", level));
  if (!row->suppressible() && *parsed != Level::error) {
    return std::unexpected(fmt::format("`{}` is certainly an error and cannot be lowered", name));
  }
  return LevelRule{std::nullopt, "", std::string(name), *parsed};
}

void apply_levels(const std::vector<LevelRule>& rules, const base::SourceMap& sources,
                  base::Diagnostics& diagnostics) {
  if (rules.empty()) return;
  std::erase_if(diagnostics.all(), [&](base::Diagnostic& one) {
    const std::string_view file = one.at.known() ? std::string_view(sources[one.at.file].path()) : "";
    const auto last = std::find_if(rules.rbegin(), rules.rend(), [&](const LevelRule& rule) {
      return is_about(rule, one.info->name, file);
    });
    if (last == rules.rend()) return false;
    one.severity = severity_of(last->level);
    return last->level == Level::off;
  });
}

}  // namespace cli
