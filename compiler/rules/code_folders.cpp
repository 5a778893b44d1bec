#include "rules/code_folders.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/nearest.h"
#include "rules/shared.h"
#include "rules/walk.h"

namespace rules {

const snapshot::Snapshot& snapshot_of(const Context& context, std::string_view path) {
  const auto known = context.shared.snapshots.find(path);
  if (known != context.shared.snapshots.end()) return known->second;
  return context.shared.snapshots.emplace(std::string(path), snapshot::take(context.files, path))
      .first->second;
}

std::vector<CodeFolder> code_folders(const Context& context) {
  std::vector<CodeFolder> out;
  for (const sema::Declaration* job : declarations_of(context, "job")) {
    const std::string path(local_path(*job->body, "code"));
    const auto known = [&](const CodeFolder& one) { return one.path == path; };
    if (path.empty() || std::any_of(out.begin(), out.end(), known)) continue;
    out.push_back({path, job->body->find("code"), job});
  }
  return out;
}

base::Span ignore_line(const Context& context, const snapshot::Snapshot& snapshot, std::uint32_t pattern) {
  const snapshot::Pattern& by = snapshot.rules.patterns[pattern];
  const base::FileId file = source_of(context, base::join_path(snapshot.folder, snapshot.rules.file));
  if (file == 0 || by.line == 0) return {};
  const base::Source& source = context.model.sources[file];
  const std::uint32_t begin = source.line_begin(by.line);
  return {file, begin, begin + static_cast<std::uint32_t>(source.line(by.line).size())};
}

Lookup look_up(const snapshot::Snapshot& snapshot, std::string_view path) {
  Lookup out;
  out.goes = std::any_of(snapshot.files.begin(), snapshot.files.end(),
                         [&](const snapshot::File& file) { return file.path == path; });
  const auto left_out = std::find_if(snapshot.ignored.begin(), snapshot.ignored.end(),
                                     [&](const snapshot::Ignored& file) { return file.path == path; });
  if (left_out != snapshot.ignored.end()) out.ignored = &*left_out;
  return out;
}

bool has_folder(const snapshot::Snapshot& snapshot, std::string_view path) {
  const std::string start = std::string(path) + "/";
  return std::any_of(snapshot.files.begin(), snapshot.files.end(),
                     [&](const snapshot::File& file) { return file.path.starts_with(start); });
}

std::string_view nearest_file(const snapshot::Snapshot& snapshot, std::string_view path) {
  constexpr std::size_t kMany = 2000;  // beyond, a guess takes too long
  std::vector<std::string_view> whole, names;
  for (const snapshot::File& file : snapshot.files) {
    if (whole.size() == kMany) break;
    whole.push_back(file.path);
    names.push_back(base::name_of(file.path));
  }
  if (const auto near = base::nearest(path, whole); !near.empty()) return near;
  const std::string_view name = base::name_of(path);
  // The same name in another folder.
  if (std::count(names.begin(), names.end(), name) != 1) return {};
  return whole[static_cast<std::size_t>(std::find(names.begin(), names.end(), name) - names.begin())];
}

std::string counted(std::uint64_t count, std::string_view noun) {
  return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

std::string bytes_in_words(std::uint64_t bytes) {
  constexpr std::string_view kUnits[] = {"bytes", "kB", "MB", "GB", "TB"};
  if (bytes < 1000) return fmt::format("{} {}", bytes, kUnits[0]);
  double size = static_cast<double>(bytes);
  std::size_t unit = 0;
  while (size >= 999.5 && unit + 1 < std::size(kUnits)) {
    size /= 1000;
    ++unit;
  }
  return size < 9.95 ? fmt::format("{:.1f} {}", size, kUnits[unit])
                     : fmt::format("{:.0f} {}", size, kUnits[unit]);
}

}  // namespace rules
