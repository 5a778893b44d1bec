#include "runtime/cli/walk.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "base/files.h"
#include "runtime/cli/paths.h"

namespace cli {

namespace {

namespace fs = std::filesystem;

// The .gitignore of a folder, and those above it.
struct Ignores {
  const Ignores* above = nullptr;
  std::string folder;  // absolute
  std::vector<snapshot::Pattern> patterns;
};

std::vector<snapshot::Pattern> read_patterns(std::string_view folder, runtime::Host& host) {
  std::vector<snapshot::Pattern> out;
  const std::string path = base::join_path(folder, ".gitignore");
  std::error_code error;
  if (!fs::is_regular_file(path, error)) return out;
  const auto read = host.read(path);
  if (!read) return out;
  for (std::string_view text = *read; !text.empty();) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    auto compiled = snapshot::compile_pattern(text.substr(0, end), snapshot::Dialect::git);
    if (auto* const pattern = std::get_if<snapshot::Pattern>(&compiled)) out.push_back(std::move(*pattern));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out;
}

// The last pattern that matches decides, of the nearest file that has one.
bool ignored(const Ignores* rules, const std::string& path, bool folder) {
  for (; rules != nullptr; rules = rules->above) {
    const std::string relative = relative_to(rules->folder, path);
    const std::vector<std::string_view> segments = snapshot::split_path(relative);
    for (auto pattern = rules->patterns.rbegin(); pattern != rules->patterns.rend(); ++pattern) {
      if (pattern->folder_only && !folder) continue;
      if (snapshot::matches(*pattern, segments)) return !pattern->negated;
    }
  }
  return false;
}

class Walk {
 public:
  Walk(SettingsCache& settings, runtime::Host& host) : settings_(settings), host_(host) {}

  // `shown` is the folder as the user named it, `path` where it is.
  void folder(const std::string& shown, const std::string& path, const Ignores* above) {
    const SettingsCache::Result settings = settings_.of_folder(path);
    if (!settings) {
      const bool said =
          std::find(out_.mistakes.begin(), out_.mistakes.end(), settings.error()) != out_.mistakes.end();
      if (!said) out_.mistakes.push_back(settings.error());
      return;
    }
    const Ignores here{above, path, read_patterns(path, host_)};
    for (const fs::directory_entry& entry : entries(shown, path)) {
      const std::string name = entry.path().filename().string();
      const std::string inside = shown.empty() ? name : base::join_path(shown, name);
      const std::string full = base::join_path(path, name);
      std::error_code error;
      const bool link = entry.is_symlink(error);
      const bool is_folder = !link && entry.is_directory(error);
      if (name == ".git" || ignored(&here, full, is_folder) || (*settings)->excludes(full)) continue;
      if (is_folder) {
        folder(inside, full, &here);
      } else if (entry.is_regular_file(error)) {
        file(inside);
      }
    }
  }

  Tree finish() {
    std::sort(out_.programs.begin(), out_.programs.end());
    std::sort(out_.yaml.begin(), out_.yaml.end());
    return std::move(out_);
  }

 private:
  std::vector<fs::directory_entry> entries(const std::string& shown, const std::string& path) {
    std::vector<fs::directory_entry> out;
    std::error_code error;
    for (fs::directory_iterator at(path, error), end; !error && at != end; at.increment(error))
      out.push_back(*at);
    if (error)
      out_.errors.push_back(runtime::host_error("read", shown.empty() ? "." : shown, error.value()).message);
    return out;
  }

  void file(const std::string& path) {
    if (path.ends_with(".amljob")) out_.programs.push_back(path);
    if (path.ends_with(".yml") || path.ends_with(".yaml")) out_.yaml.push_back(path);
  }

  SettingsCache& settings_;
  runtime::Host& host_;
  Tree out_;
};

bool is_repository(const std::string& folder) {
  std::error_code error;
  return fs::exists(fs::path(folder) / ".git", error);
}

// Those of the folders above, from the top of the repository down; none outside of one.
std::vector<Ignores> ignores_above(const std::string& folder, runtime::Host& host) {
  std::vector<std::string> above;
  for (std::string at = folder; !is_repository(at);) {
    const std::string up(base::folder_of(at));
    if (up.empty() || up == at) return {};
    above.push_back(at = up);
  }
  std::vector<Ignores> out;
  for (auto at = above.rbegin(); at != above.rend(); ++at)
    out.push_back({nullptr, *at, read_patterns(*at, host)});
  for (std::size_t i = 1; i < out.size(); ++i) out[i].above = &out[i - 1];
  return out;
}

}  // namespace

Tree programs_below(std::string_view folder, SettingsCache& settings, runtime::Host& host) {
  const std::string path = absolute(folder);
  const std::vector<Ignores> above = ignores_above(path, host);
  const std::string shown = base::join_path("", folder);
  Walk walk(settings, host);
  walk.folder(shown == "." ? "" : shown, path, above.empty() ? nullptr : &above.back());
  return walk.finish();
}

}  // namespace cli
