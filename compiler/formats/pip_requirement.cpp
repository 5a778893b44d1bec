#include "formats/pip_requirement.h"

#include <fmt/format.h>

#include <algorithm>

#include "formats/characters.h"
#include "formats/pep440.h"
#include "formats/pip_scan.h"
#include "formats/url.h"

namespace formats {
namespace {

using Kind = PipRequirement::Kind;

void fault(PipRequirement& out, std::size_t begin, std::size_t end, std::string what,
           std::optional<std::string> instead = std::nullopt) {
  out.faults.push_back({range(begin, end), std::move(what), std::move(instead)});
}

// Without its comment: `#` at the start or behind a blank.
std::string_view without_comment(std::string_view line) {
  for (std::size_t i = line.find('#'); i != std::string_view::npos; i = line.find('#', i + 1)) {
    if (i == 0 || is_space(line[i - 1])) return line.substr(0, i);
  }
  return line;
}

// Without the options that may follow a requirement: ` --hash=sha256:…`.
std::string_view without_options(std::string_view line, PipRequirement& out) {
  for (const std::string_view option :
       {"--hash", "--config-settings", "--global-option", "--install-option"}) {
    for (std::size_t i = line.find(option); i != std::string_view::npos; i = line.find(option, i + 1)) {
      if (i == 0 || !is_space(line[i - 1])) continue;
      out.has_hash = out.has_hash || option == "--hash";
      line = line.substr(0, i);
      break;
    }
  }
  return line;
}

constexpr bool is_name_character(char c) { return is_word(c) || c == '.' || c == '-'; }

bool is_path(std::string_view text) {
  const std::string low = lowered(text.substr(0, text.find_first_of(" \t;[")));
  const bool archive = low.ends_with(".whl") || low.ends_with(".tar.gz") || low.ends_with(".zip");
  return text.starts_with('.') || text.starts_with('/') || text.starts_with("file:") || archive;
}

// `pip install x`, or a line in quotes: shell text, where only what is installed may stand.
bool is_shell_text(const PipCursor& cursor, PipRequirement& out) {
  const std::string_view rest = trimmed(cursor.line.substr(cursor.at));
  const std::size_t begin = cursor.at;
  for (const std::string_view command :
       {"python -m pip install ", "pip install ", "pip3 install ", "conda install "}) {
    if (!rest.starts_with(command)) continue;
    const std::string_view packages = trimmed(rest.substr(command.size()));
    const bool one = std::none_of(packages.begin(), packages.end(), is_space) && !packages.starts_with('-');
    fault(out, begin, begin + rest.size(), "this is a command; only what it installs stands here",
          one ? std::optional(std::string(packages)) : std::nullopt);
    return true;
  }
  const char quote = rest.front();
  if (quote != '"' && quote != '\'') return false;
  const bool closed = rest.size() > 1 && rest.back() == quote;
  fault(out, begin, begin + rest.size(), "pip takes these quotes for a part of the name",
        closed ? std::optional(std::string(rest.substr(1, rest.size() - 2))) : std::nullopt);
  return true;
}

void read_name(PipCursor& cursor, PipRequirement& out) {
  const std::size_t begin = cursor.at;
  while (!cursor.done() && is_name_character(cursor.peek())) ++cursor.at;
  std::string_view name = cursor.line.substr(begin, cursor.at - begin);
  out.name = name;
  out.name_at = range(begin, cursor.at);
  if (name.empty()) {
    std::size_t width = 1;
    while (cursor.at + width < cursor.line.size() &&
           (static_cast<unsigned char>(cursor.line[cursor.at + width]) & 0xC0) == 0x80)
      ++width;
    return fault(out, begin, std::min(begin + width, cursor.line.size()),
                 "a name starts with a letter or a digit");
  }
  if (!is_alnum(name.front())) return fault(out, begin, begin + 1, "a name starts with a letter or a digit");
  if (!is_word(name.back())) fault(out, cursor.at - 1, cursor.at, "a name ends with a letter or a digit");
}

void read_extras(PipCursor& cursor, PipRequirement& out) {
  const std::size_t open = cursor.at++;
  cursor.skip_blanks();
  while (cursor.peek() != ']' || !out.extras.empty()) {
    const std::size_t begin = cursor.at;
    while (!cursor.done() && is_name_character(cursor.peek())) ++cursor.at;
    const std::string_view name = cursor.line.substr(begin, cursor.at - begin);
    cursor.skip_blanks();
    if (cursor.done()) return fault(out, open, open + 1, "this `[` is never closed");
    if (name.empty() || !is_alnum(name.front()) || !is_word(name.back())) {
      return fault(out, begin, std::max(cursor.at, begin + 1), "the name of an extra stands here");
    }
    out.extras.emplace_back(name);
    if (cursor.peek() == ']') break;
    if (cursor.peek() != ',')
      return fault(out, cursor.at, cursor.at + 1, "extras are names with commas between");
    ++cursor.at;
    cursor.skip_blanks();
  }
  ++cursor.at;
}

// NAME @ URL; a marker stands behind a blank and `;`.
void read_address(PipCursor& cursor, PipRequirement& out) {
  ++cursor.at;
  cursor.skip_blanks();
  const std::size_t begin = cursor.at;
  while (!cursor.done() && !is_space(cursor.peek())) ++cursor.at;
  out.url = cursor.line.substr(begin, cursor.at - begin);
  out.url_at = range(begin, cursor.at);
  if (out.url.empty()) return fault(out, begin - 1, begin, "an address is missing after `@`");
  if (out.url.starts_with("file:") || (is_url(out.url) && !out.url.ends_with("://"))) return;
  fault(out, begin, cursor.at,
        out.url.find('/') == std::string::npos ? "an address follows `@`; a version follows `==`"
                                               : "this is no address with a scheme");
}

// What is left when all that may stand in a line has been read.
void refuse_rest(const PipCursor& cursor, PipRequirement& out) {
  const std::string_view rest = trimmed(cursor.line.substr(cursor.at));
  const std::size_t end = cursor.at + rest.size();
  if (out.specifiers.empty() && is_digit(rest.front()) && parse_python_version(rest)) {
    return fault(out, cursor.at, end, "a comparison is missing before the version", "==" + std::string(rest));
  }
  if (!out.specifiers.empty() && rest.front() == '=') {
    return fault(out, cursor.at, end, "a build string belongs to conda; pip has none", "");
  }
  fault(out, cursor.at, end,
        out.marker.empty() ? "this follows neither a comparison nor `;`" : "this follows the marker");
}

void read_requirement(PipCursor& cursor, PipRequirement& out) {
  out.kind = Kind::requirement;
  read_name(cursor, out);
  if (!out.faults.empty()) return;
  cursor.skip_blanks();
  if (cursor.peek() == '[') read_extras(cursor, out);
  if (!out.faults.empty()) return;
  cursor.skip_blanks();
  if (cursor.peek() == '@') {
    read_address(cursor, out);
  } else {
    read_specifiers(cursor, out);
  }
  if (!out.faults.empty()) return;
  cursor.skip_blanks();
  if (cursor.peek() == ';') {
    ++cursor.at;
    read_marker(cursor, out);
    if (!out.faults.empty()) return;
    cursor.skip_blanks();
  }
  if (!cursor.done()) refuse_rest(cursor, out);
}

}  // namespace

PipRequirement parse_pip_requirement(std::string_view line) {
  PipRequirement out;
  const std::string_view text = without_options(without_comment(line), out);
  PipCursor cursor{text.substr(0, text.find_last_not_of(" \t\r\n\v\f") + 1)};
  cursor.skip_blanks();
  if (cursor.done()) return out;
  const std::string_view rest = cursor.line.substr(cursor.at);
  if (rest.starts_with('-')) {
    read_option(cursor, out);
  } else if (is_shell_text(cursor, out)) {
    out.kind = Kind::requirement;
  } else if (const std::string_view first = rest.substr(0, rest.find_first_of(" \t"));
             is_url(first) || is_path(rest)) {
    out.kind = is_url(first) ? Kind::url : Kind::path;
    out.url = first;
    out.url_at = range(cursor.at, cursor.at + first.size());
  } else {
    read_requirement(cursor, out);
  }
  return out;
}

std::vector<PipLine> read_pip_file(std::string_view text) {
  std::vector<PipLine> out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    std::string joined;
    std::size_t end = begin;
    bool continues = true;
    while (continues && at < text.size()) {
      const std::size_t newline = std::min(text.find('\n', at), text.size());
      std::string_view line = text.substr(at, newline - at);
      if (line.ends_with('\r')) line.remove_suffix(1);
      end = at + line.size();
      continues = line.ends_with('\\') && !trimmed(line).starts_with('#');
      joined += continues ? line.substr(0, line.size() - 1) : line;
      // Blanks keep the places of what follows the continuation.
      if (continues) joined += std::string(newline + 1 - at - (line.size() - 1), ' ');
      at = newline + 1;
    }
    PipLine line{range(begin, end), parse_pip_requirement(joined)};
    if (line.requirement.kind != Kind::blank) out.push_back(std::move(line));
  }
  return out;
}

std::string normalized_pip_name(std::string_view name) {
  std::string out;
  for (const char c : name) {
    const bool separator = c == '-' || c == '_' || c == '.';
    if (!separator) {
      out += lower(c);
    } else if (!out.ends_with('-')) {
      out += '-';
    }
  }
  return out;
}

Pin pip_pin(const PipRequirement& requirement) {
  if (!requirement.url.empty()) {
    const std::string_view url = requirement.url;
    const bool fixed =
        requirement.has_hash || url.find("#sha256=") != std::string_view::npos ||
        (url.starts_with("git+") && url.find('@', url.find("://") + 3) != std::string_view::npos) ||
        lowered(url).ends_with(".whl") || lowered(url).ends_with(".tar.gz");
    return fixed ? Pin::exact : Pin::none;
  }
  Pin best = requirement.specifiers.empty() ? Pin::none : Pin::range;
  for (const PipSpecifier& specifier : requirement.specifiers) {
    const bool prefix = specifier.op == "~=" || (specifier.op == "==" && specifier.version.ends_with(".*"));
    if (prefix) best = std::max(best, Pin::prefix);
    if (!prefix && (specifier.op == "==" || specifier.op == "===")) best = Pin::exact;
  }
  return best;
}

std::string_view pinned_version(const PipRequirement& requirement) {
  for (const PipSpecifier& specifier : requirement.specifiers) {
    const bool equals = specifier.op == "==" || specifier.op == "===";
    if (equals && !specifier.version.ends_with(".*")) return specifier.version;
  }
  return {};
}

}  // namespace formats
