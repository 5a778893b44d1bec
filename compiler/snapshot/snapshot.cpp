#include "snapshot/snapshot.h"

#include <algorithm>
#include <clocale>
#include <cwctype>

namespace snapshot {
namespace {

void add_line(IgnoreRules& rules, std::string_view line, std::uint32_t number) {
  std::variant<Nothing, Pattern, Rejected> compiled = compile_pattern(line, Dialect::client);
  if (auto* pattern = std::get_if<Pattern>(&compiled)) {
    pattern->line = number;
    rules.patterns.push_back(std::move(*pattern));
  } else if (auto* rejected = std::get_if<Rejected>(&compiled)) {
    rejected->line = number;
    rules.rejected.push_back(std::move(*rejected));
  }
}

void add_lines(IgnoreRules& rules, std::string_view text) {
  std::uint32_t number = 0;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    add_line(rules, text.substr(0, end), ++number);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
}

void sort_as_hashed(std::vector<File>& files) {
  std::vector<std::pair<std::string, File>> keyed;
  keyed.reserve(files.size());
  for (File& file : files) keyed.emplace_back(sort_key(file.path), std::move(file));
  std::sort(keyed.begin(), keyed.end(), [](const auto& a, const auto& b) {
    return a.first != b.first ? a.first < b.first : a.second.path < b.second.path;
  });
  for (std::size_t i = 0; i < files.size(); ++i) files[i] = std::move(keyed[i].second);
}

void append_utf8(std::string& text, char32_t c) {
  const auto tail = [&](int shift) { text += static_cast<char>(0x80 | ((c >> shift) & 0x3F)); };
  if (c < 0x800) {
    text += static_cast<char>(0xC0 | (c >> 6));
  } else if (c < 0x10000) {
    text += static_cast<char>(0xE0 | (c >> 12));
    tail(6);
  } else {
    text += static_cast<char>(0xF0 | (c >> 18));
    tail(12);
    tail(6);
  }
  tail(0);
}

// The C library's table of letters, loaded when the first name needs it: most folders have ASCII names only.
char32_t lower(char32_t c) {
  static const locale_t utf8 = newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr);
  return utf8 == nullptr ? c : static_cast<char32_t>(towlower_l(static_cast<wint_t>(c), utf8));
}

// Length of the UTF-8 character at the start of a text; 1 for what is none.
std::size_t char_size(std::string_view text, char32_t& c) {
  const auto lead = static_cast<unsigned char>(text[0]);
  const std::size_t size = lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  c = lead;
  if (size == 1 || size > text.size()) return 1;
  c = lead & (0x7Fu >> size);
  for (std::size_t i = 1; i < size; ++i) c = c << 6 | (static_cast<unsigned char>(text[i]) & 0x3Fu);
  return size;
}

}  // namespace

std::optional<std::uint32_t> IgnoreRules::ignores(std::string_view path) const {
  const std::vector<std::string_view> parts = split_path(path);
  for (std::size_t i = patterns.size(); i-- > 0;) {
    if (!matches(patterns[i], parts)) continue;
    if (patterns[i].negated) return std::nullopt;
    return static_cast<std::uint32_t>(i);
  }
  return std::nullopt;
}

IgnoreRules read_rules(const base::Files& files, std::string_view folder, const Options& options) {
  IgnoreRules rules;
  for (const std::string_view name : {".amlignore", ".gitignore"}) {
    const std::optional<std::string> text = files.read(base::join_path(folder, name));
    if (!text) continue;
    rules.file = name;
    add_lines(rules, *text);
    break;
  }
  for (const std::string& pattern : options.extra_patterns) add_line(rules, pattern, 0);
  return rules;
}

Snapshot take(const base::Files& files, std::string_view folder, const Options& options) {
  Snapshot snapshot;
  snapshot.folder = folder;
  snapshot.single_file = files.kind(folder) == base::FileKind::file;
  if (!snapshot.single_file) snapshot.rules = read_rules(files, folder, options);
  for (base::FileEntry& entry : files.list(folder)) {
    const std::optional<std::uint32_t> by = snapshot.rules.ignores(entry.path);
    if (by) {
      snapshot.ignored_bytes += entry.size;
      snapshot.ignored.push_back({std::move(entry.path), entry.size, *by});
    } else {
      snapshot.bytes += entry.size;
      snapshot.files.push_back({std::move(entry.path), entry.size});
    }
  }
  sort_as_hashed(snapshot.files);
  return snapshot;
}

std::string sort_key(std::string_view path) {
  std::string key;
  key.reserve(path.size());
  while (!path.empty()) {
    const auto lead = static_cast<unsigned char>(path[0]);
    std::size_t size = 1;
    if (lead < 0x80) {
      key += lead >= 'A' && lead <= 'Z' ? static_cast<char>(lead | 0x20) : path[0];
    } else {
      char32_t c = 0;
      size = char_size(path, c);
      if (size == 1) {
        key += path[0];
      } else {
        append_utf8(key, lower(c));
      }
    }
    path.remove_prefix(size);
  }
  return key;
}

}  // namespace snapshot
