#include "formats/conda_spec.h"

#include <fmt/format.h>

#include <algorithm>

#include "formats/characters.h"
#include "formats/conda_version.h"
#include "formats/url.h"

namespace formats {
namespace {

void fault(CondaSpec& out, std::size_t begin, std::size_t end, std::string what,
           std::optional<std::string> instead = std::nullopt) {
  out.faults.push_back({range(begin, end), std::move(what), std::move(instead)});
}

constexpr bool is_separator(char c) {
  return c == ' ' || std::string_view("=<>!~").find(c) != std::string_view::npos;
}

// Bytes of the text that are still to be read.
struct Rest {
  std::string_view text;
  std::size_t begin, end;

  std::string_view view() const { return text.substr(begin, end - begin); }
  void trim() {
    while (begin < end && is_space(text[begin])) ++begin;
    while (end > begin && is_space(text[end - 1])) --end;
  }
};

// What belongs to pip, or to a shell. True where there was something.
bool refuse_foreign(CondaSpec& out, const Rest& rest) {
  const std::string_view text = rest.view();
  for (const std::string_view command :
       {"pip install ", "pip3 install ", "python -m pip ", "conda install "}) {
    if (!text.starts_with(command)) continue;
    fault(out, rest.begin, rest.end,
          command.starts_with("conda") ? "this is a command; only what it installs stands here"
                                       : "this is a command; what pip installs stands in the `pip` list");
    return true;
  }
  if (text.starts_with('-')) {
    fault(out, rest.begin, rest.end, "options and files of requirements stand in the `pip` list");
  } else if (text.starts_with("git+") || text.find(" @ ") != std::string_view::npos) {
    fault(out, rest.begin, rest.end,
          "conda installs nothing from such an address; it stands in the `pip` list");
  } else if (const std::size_t marker = text.find(';'); marker != std::string_view::npos) {
    fault(out, rest.begin + marker, rest.end, "markers belong to pip; conda has none");
  } else if (const std::size_t quote = text.find_first_of("'\""); quote == 0) {
    fault(out, rest.begin, rest.end, "conda takes these quotes for a part of the name");
  }
  return !out.faults.empty();
}

bool is_package_file(std::string_view text) {
  return text.ends_with(".conda") || text.ends_with(".tar.bz2") || is_url(text);
}

void set_from_bracket(CondaSpec& out, std::string_view key, std::string_view value, std::size_t at) {
  const Range place = range(at, at + value.size());
  if (key == "version") {
    out.version = value;
    out.version_at = place;
  } else if (key == "build") {
    out.build = value;
    out.build_at = place;
  } else if (key == "channel") {
    out.channel = value;
    out.channel_at = place;
  }
}

// `[key=value, key='value']` at the end; cut off from the rest.
void read_brackets(CondaSpec& out, Rest& rest) {
  const std::string_view text = rest.view();
  const std::size_t open = text.find('[');
  if (open == std::string_view::npos) return;
  const std::size_t close = text.rfind(']');
  if (close == std::string_view::npos || close < open)
    return fault(out, rest.begin + open, rest.begin + open + 1, "this `[` is never closed");
  const std::string_view inside = text.substr(open + 1, close - open - 1);
  const std::string_view behind = text.substr(close + 1);
  if (inside.find('=') == std::string_view::npos || inside.find('[') != std::string_view::npos ||
      !trimmed(behind).empty()) {
    return fault(out, rest.begin + open, rest.begin + close + 1,
                 "extras belong to pip; conda's brackets hold `key=value`");
  }
  for (std::size_t i = 0; i < inside.size();) {
    const std::size_t equals = inside.find('=', i);
    if (equals == std::string_view::npos) break;
    const std::string_view key = trimmed(inside.substr(i, equals - i));
    const char quote = equals + 1 < inside.size() ? inside[equals + 1] : '\0';
    const bool quoted = quote == '\'' || quote == '"';
    const std::size_t begin = equals + (quoted ? 2 : 1);
    const std::size_t end =
        quoted ? inside.find(quote, begin) : std::min(inside.find(',', begin), inside.size());
    if (end == std::string_view::npos) {
      return fault(out, rest.begin + open + 1 + begin - 1, rest.begin + open + 1 + begin,
                   "this quote is never closed");
    }
    set_from_bracket(out, key, inside.substr(begin, end - begin), rest.begin + open + 1 + begin);
    i = std::min(inside.find_first_not_of(", \t", end + (quoted ? 1 : 0)), inside.size());
  }
  rest.end = rest.begin + open;
}

// `channel::name`, `channel/subdir::name`, `channel:namespace:name`.
void read_channel(CondaSpec& out, Rest& rest) {
  const std::string_view text = rest.view();
  const std::size_t colon = text.rfind(':');
  if (colon == std::string_view::npos) return;
  const std::size_t before = colon == 0 ? std::string_view::npos : text.rfind(':', colon - 1);
  if (before == std::string_view::npos) {
    return fault(out, rest.begin + colon, rest.begin + colon + 1,
                 colon + 1 < text.size() && is_digit(text[colon + 1]) ? "a version follows `=`"
                                                                      : "a channel is followed by `::`",
                 colon + 1 < text.size() && is_digit(text[colon + 1]) ? "=" : "::");
  }
  out.channel = text.substr(0, before);
  out.channel_at = range(rest.begin, rest.begin + before);
  rest.begin += colon + 1;
  if (out.channel.empty())
    fault(out, rest.begin - colon - 1, rest.begin, "the channel is missing before `::`");
}

void read_name(CondaSpec& out, Rest& rest) {
  const std::string_view text = rest.view();
  std::size_t end = 0;
  while (end < text.size() && !is_separator(text[end])) ++end;
  out.name = text.substr(0, end);
  out.name_at = range(rest.begin, rest.begin + end);
  if (end == 0)
    return fault(out, rest.begin, std::max(rest.end, rest.begin), "the name of a package is missing");
  for (std::size_t i = 0; i < end; ++i) {
    const char c = text[i];
    if (is_word(c) || c == '-' || c == '.' || c == '*') continue;
    const std::size_t at = rest.begin + i;
    if ((c == '^' || c == '@') && i + 1 < text.size() && is_digit(text[i + 1])) {
      return fault(out, at, at + 1, fmt::format("conda has no `{}`; it writes `=` or `>=`", c),
                   c == '@' ? std::optional<std::string>("=") : std::nullopt);
    }
    return fault(out, at, at + 1, "a package's name has letters, digits, `-`, `_` and `.`");
  }
  rest.begin += end;
}

// Where the build string starts in `=1.2=build` or `1.2 build`: behind the first blank or `=` that no
// comparison precedes and no comparison follows. npos: there is none.
std::size_t build_start(std::string_view text) {
  for (std::size_t i = 1; i + 1 < text.size(); ++i) {
    if (text[i] != ' ' && text[i] != '=') continue;
    if (std::string_view("=!|,<>~").find(text[i - 1]) != std::string_view::npos) continue;
    if (text.find_first_of("-=,|<>~", i + 1) == std::string_view::npos) return i + 1;
  }
  return std::string_view::npos;
}

void read_version(CondaSpec& out, Rest& rest) {
  rest.trim();
  const std::string_view text = rest.view();
  if (text.empty()) return;
  std::size_t end = text.size();
  if (const std::size_t build = build_start(text); build != std::string_view::npos) {
    const std::string_view written = trimmed(text.substr(build));
    const auto at = static_cast<std::size_t>(written.data() - rest.text.data());
    out.build = written;
    out.build_at = range(at, at + written.size());
    end = build - 1;
  } else if (text.size() > 1 && text.back() == '=' &&
             text.find_first_not_of("=<>!~ ") != std::string_view::npos) {
    return fault(out, rest.end - 1, rest.end, "the build string is missing after `=`", "");
  }
  const std::string_view version = trimmed(text.substr(0, end));
  out.version_at = range(rest.begin, rest.begin + version.size());
  out.version = version;
  std::erase(out.version, ' ');
  if (!version.empty() && is_alpha(version[0]) &&
      version.find_first_of("0123456789*") == std::string_view::npos) {
    return fault(out, rest.begin, rest.end,
                 "a version follows the name; each package stands in a text of its own");
  }
  if (auto wrong = check_conda_version(version, rest.begin)) out.faults.push_back(std::move(*wrong));
}

}  // namespace

CondaSpec parse_conda_spec(std::string_view text) {
  CondaSpec out;
  Rest rest{text, 0, std::min(text.find('#'), text.size())};
  rest.trim();
  if (rest.begin == rest.end) {
    fault(out, 0, text.size(), "the name of a package is missing");
    return out;
  }
  if (!rest.view().starts_with("git+") && is_package_file(rest.view())) {
    out.name = rest.view();
    out.name_at = range(rest.begin, rest.end);
    return out;
  }
  if (refuse_foreign(out, rest)) return out;
  for (const auto step : {read_brackets, read_channel, read_name, read_version}) {
    step(out, rest);
    if (!out.faults.empty()) return out;
  }
  const bool bracket_version = out.version_at.end > rest.end;
  if (!bracket_version) return out;
  if (auto wrong = check_conda_version(out.version, out.version_at.begin))
    out.faults.push_back(std::move(*wrong));
  return out;
}

Pin conda_pin(const CondaSpec& spec) {
  const std::string& version = spec.version;
  if (is_package_file(spec.name)) return Pin::exact;
  if (version.empty() || version == "*" || version == "=*") return Pin::none;
  const bool several =
      version.find_first_of(",|()<>^") != std::string::npos || version.find("!=") != std::string::npos;
  if (several) return Pin::range;
  if (version.starts_with("~=") || version.ends_with('*')) return Pin::prefix;
  if (version.starts_with("==")) return Pin::exact;
  if (version.starts_with('=')) return spec.build.empty() ? Pin::prefix : Pin::exact;
  return version.find('*') == std::string::npos ? Pin::exact : Pin::range;
}

std::string pinned_conda_version(const CondaSpec& spec) {
  if (conda_pin(spec) < Pin::prefix || is_package_file(spec.name)) return {};
  std::string version =
      spec.version.substr(std::min(spec.version.find_first_not_of("=~"), spec.version.size()));
  while (version.ends_with('*') || version.ends_with('.')) version.pop_back();
  return version;
}

}  // namespace formats
