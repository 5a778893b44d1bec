#include "runtime/cli/settings.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>

#include "base/nearest.h"
#include "runtime/cli/glob.h"
#include "runtime/cli/paths.h"

#define TOML_EXCEPTIONS 0
#define TOML_ENABLE_FORMATTERS 0
#include <toml++/toml.h>

namespace cli {

namespace {

constexpr std::string_view kFile = "amljob.toml";
constexpr std::string_view kTables[] = {"check", "build"};
constexpr std::string_view kCheckKeys[] = {"severities", "exclude", "error-on"};
constexpr std::string_view kBuildKeys[] = {"workspace-id", "api-version", "location", "default-storage",
                                           "resolve-labels-as"};

class Reader {
 public:
  Reader(std::string_view path, std::string_view folder) : path_(path) { out_.folder = folder; }

  std::expected<Settings, std::string> read(std::string_view text) {
    const toml::parse_result parsed = toml::parse(text);
    if (!parsed) {
      const toml::parse_error& error = parsed.error();
      std::string message(error.description());
      if (!message.empty() && message[0] == 'E') message[0] = 'e';
      refuse(error.source(), message);
      return std::unexpected(error_);
    }
    tables(parsed.table());
    if (!error_.empty()) return std::unexpected(error_);
    return std::move(out_);
  }

 private:
  // The first mistake is the one that is told.
  void refuse(const toml::source_region& at, std::string_view message) {
    if (error_.empty()) error_ = fmt::format("{}:{}:{}: {}", path_, at.begin.line, at.begin.column, message);
  }

  void unknown(const toml::key& key, std::string_view where, std::span<const std::string_view> known) {
    const std::string_view near = base::nearest(key.str(), {known.begin(), known.end()});
    refuse(key.source(), fmt::format("no setting `{}`{}{}", key.str(), where,
                                     near.empty() ? "" : fmt::format("; did you mean `{}`?", near)));
  }

  void tables(const toml::table& all) {
    for (const auto& [key, value] : all) {
      const bool known = std::find(std::begin(kTables), std::end(kTables), key.str()) != std::end(kTables);
      if (!known) {
        unknown(key, "", kTables);
      } else if (!value.is_table()) {
        refuse(value.source(), fmt::format("`{}` is a table: `[{}]`", key.str(), key.str()));
      } else if (key == "check") {
        for (const auto& [name, setting] : *value.as_table()) check(name, setting);
      } else {
        for (const auto& [name, setting] : *value.as_table()) build(name, setting);
      }
    }
  }

  void check(const toml::key& key, const toml::node& value) {
    if (key == "severities") {
      severities(value);
    } else if (key == "exclude") {
      exclude(value);
    } else if (key == "error-on") {
      const auto word = value.value<std::string_view>();
      if (word != "warning" && word != "error")
        refuse(value.source(), "`error-on` takes \"warning\" or \"error\"");
      out_.error_on_warning = word == "warning";
    } else {
      unknown(key, " in `[check]`", kCheckKeys);
    }
  }

  void exclude(const toml::node& value) {
    if (!value.is_array()) return refuse(value.source(), "`exclude` takes a list of patterns");
    for (const toml::node& one : *value.as_array()) {
      if (!one.is_string()) return refuse(one.source(), "`exclude` takes a list of patterns");
      if (const auto glob = pattern(one.source(), one.ref<std::string>())) out_.exclude.push_back(*glob);
    }
  }

  std::optional<snapshot::Pattern> pattern(const toml::source_region& at, std::string_view text) {
    auto compiled = snapshot::compile_pattern(text, snapshot::Dialect::git);
    if (auto* const glob = std::get_if<snapshot::Pattern>(&compiled)) return std::move(*glob);
    const auto* const rejected = std::get_if<snapshot::Rejected>(&compiled);
    refuse(at,
           fmt::format("the pattern `{}` {}", text, rejected != nullptr ? rejected->reason : "says nothing"));
    return std::nullopt;
  }

  // `NAME = LEVEL`, and `PATTERN = { NAME = LEVEL }`; in the order of the text, since the last one counts.
  void severities(const toml::node& value) {
    if (!value.is_table()) return refuse(value.source(), "`severities` is a table: `[check.severities]`");
    std::vector<std::pair<const toml::key*, const toml::node*>> rows;
    for (const auto& [key, node] : *value.as_table()) rows.emplace_back(&key, &node);
    std::sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) {
      const toml::source_position x = a.first->source().begin, y = b.first->source().begin;
      return std::tie(x.line, x.column) < std::tie(y.line, y.column);
    });
    for (const auto& [key, node] : rows) {
      if (!node->is_table()) {
        severity(*key, *node, std::nullopt);
        continue;
      }
      const auto glob = pattern(key->source(), key->str());
      for (const auto& [name, level] : *node->as_table()) severity(name, level, glob);
    }
  }

  void severity(const toml::key& name, const toml::node& level,
                const std::optional<snapshot::Pattern>& glob) {
    const auto word = level.value<std::string_view>();
    if (!word) return refuse(level.source(), "a level is \"error\", \"warning\", \"hint\" or \"off\"");
    auto rule = level_rule(name.str(), *word);
    if (!rule) return refuse(name.source(), rule.error());
    rule->glob = glob;
    rule->folder = out_.folder;
    out_.levels.push_back(std::move(*rule));
  }

  void build(const toml::key& key, const toml::node& value) {
    const bool known =
        std::find(std::begin(kBuildKeys), std::end(kBuildKeys), key.str()) != std::end(kBuildKeys);
    if (!known) return unknown(key, " in `[build]`", kBuildKeys);
    const auto text = value.value<std::string_view>();
    if (!text) return refuse(value.source(), fmt::format("`{}` takes a string", key.str()));
    out_.build["--" + std::string(key.str())] = *text;
  }

  std::string path_;
  Settings out_;
  std::string error_;
};

bool is_file(const std::string& path) {
  struct stat info{};
  return ::stat(path.c_str(), &info) == 0 && !S_ISDIR(info.st_mode);
}

}  // namespace

bool Settings::excludes(std::string_view absolute_path) const {
  if (exclude.empty()) return false;
  const std::string path = relative_to(folder, absolute_path);
  bool excluded = false;
  for (const snapshot::Pattern& pattern : exclude) {
    if (covers(pattern, path)) excluded = !pattern.negated;
  }
  return excluded;
}

std::expected<Settings, std::string> parse_settings(std::string_view text, std::string_view path,
                                                    std::string_view folder) {
  return Reader(path, folder).read(text);
}

SettingsCache::Result SettingsCache::of_folder(const std::string& folder) {
  if (const auto found = known_.find(folder); found != known_.end()) return found->second;
  const std::string path = base::join_path(folder, kFile);
  Result result = std::make_shared<const Settings>();
  if (is_file(path)) {
    const std::string shown = relative_to(absolute(""), path);
    const auto text = host_.read(path);
    auto parsed = text ? parse_settings(*text, shown, folder) : std::unexpected(text.error().message);
    result = parsed ? Result(std::make_shared<const Settings>(std::move(*parsed)))
                    : std::unexpected(parsed.error());
  } else if (const std::string_view above = base::folder_of(folder); !above.empty() && above != folder) {
    result = of_folder(std::string(above));
  }
  known_.emplace(folder, result);
  return result;
}

SettingsCache::Result SettingsCache::of_file(std::string_view path) {
  return of_folder(std::string(base::folder_of(absolute(path))));
}

}  // namespace cli
