// amljob.toml: what is set for a folder tree.
#pragma once

#include <expected>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/files.h"
#include "runtime/cli/levels.h"
#include "runtime/host.h"
#include "snapshot/pattern.h"

namespace cli {

struct Settings {
  std::string folder;  // where amljob.toml lies, absolute; empty: there is none
  std::vector<LevelRule> levels;
  std::vector<snapshot::Pattern> exclude;  // of paths from `folder`: not looked at in a folder tree
  bool error_on_warning = false;
  std::map<std::string, std::string, std::less<>> build;  // defaults of options, by name: "--api-version"

  bool excludes(std::string_view absolute_path) const;
};

// Reads the text of an amljob.toml; `path` is what messages call it. Unknown keys and values are errors that
// say where: "amljob.toml:3:1: no setting `sevrities` in `[check]`; did you mean `severities`?".
std::expected<Settings, std::string> parse_settings(std::string_view text, std::string_view path,
                                                    std::string_view folder);

// Settings by folder: the nearest amljob.toml in it or above it. Each is read once.
class SettingsCache {
 public:
  explicit SettingsCache(runtime::Host& host) : host_(host) {}

  using Result = std::expected<std::shared_ptr<const Settings>, std::string>;
  // For the files of a folder, which is absolute.
  Result of_folder(const std::string& folder);
  Result of_file(std::string_view path);

 private:
  runtime::Host& host_;
  std::map<std::string, Result, std::less<>> known_;
};

}  // namespace cli
