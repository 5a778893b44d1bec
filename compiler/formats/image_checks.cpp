#include "formats/image_checks.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "formats/characters.h"

namespace formats {
namespace {

constexpr std::size_t kTagLimit = 128;

struct Algorithm {
  std::string_view name;
  std::size_t digits;
};
constexpr std::array kAlgorithms = {Algorithm{"sha256", 64}, Algorithm{"sha384", 96},
                                    Algorithm{"sha512", 128}};

constexpr bool is_tag_character(char c) { return is_word(c) || c == '.' || c == '-'; }

std::optional<Fault> check_host_label(std::string_view label, std::size_t at) {
  if (label.empty()) return Fault{range(at, at + 1), "the host has an empty part here"};
  for (std::size_t i = 0; i < label.size(); ++i) {
    if (is_alnum(label[i]) || label[i] == '-') continue;
    return Fault{range(at + i, at + i + 1), fmt::format("a host name has no `{}`", label[i])};
  }
  if (label.front() == '-') return Fault{range(at, at + 1), "a part of a host name does not start with `-`"};
  if (label.back() == '-') {
    return Fault{range(at + label.size() - 1, at + label.size()),
                 "a part of a host name does not end with `-`"};
  }
  return std::nullopt;
}

std::optional<Fault> check_port(std::string_view host, std::size_t colon) {
  const std::string_view port = host.substr(colon + 1);
  if (port.empty()) return Fault{range(colon, colon + 1), "the port is missing after `:`"};
  if (all_of(port, is_digit)) return std::nullopt;
  return Fault{range(colon + 1, host.size()), "a port is a number"};
}

std::optional<Fault> check_component(std::string_view part, std::size_t at) {
  for (std::size_t i = 0; i < part.size(); ++i) {
    const char c = part[i];
    if (is_lower(c) || is_digit(c)) continue;
    if (c != '.' && c != '_' && c != '-') {
      const auto width =
          static_cast<unsigned char>(c) < 0x80 ? std::string(1, c) : std::string("letters beyond ASCII");
      return Fault{range(at + i, at + i + 1), fmt::format("the path of an image has no {}",
                                                          width.size() == 1 ? "`" + width + "`" : width)};
    }
    std::size_t run = i;
    while (run < part.size() && (part[run] == '.' || part[run] == '_' || part[run] == '-')) ++run;
    const std::string_view separator = part.substr(i, run - i);
    if (i == 0 || run == part.size()) {
      return Fault{range(at + i, at + run), fmt::format("a part of the path does not {} with `{}`",
                                                        i == 0 ? "start" : "end", separator)};
    }
    const bool dashes = all_of(separator, [](char d) { return d == '-'; });
    if (!dashes && separator.size() > 1 && separator != "__") {
      return Fault{range(at + i, at + run), fmt::format("`{}` does not stand within a path", separator)};
    }
    i = run - 1;
  }
  return std::nullopt;
}

}  // namespace

std::optional<Fault> check_foreign(std::string_view text) {
  if (trimmed(text).empty()) return Fault{range(0, text.size()), "there is no image name here"};
  if (const auto scheme = text.find("://"); scheme != std::string_view::npos) {
    return Fault{range(0, scheme + 3), "an image name has no scheme", ""};
  }
  if (text.starts_with("azureml:")) {
    return Fault{range(0, 8), "`azureml:` names an environment in the workspace, not an image"};
  }
  if (text.starts_with("./") || text.starts_with("../") || text.starts_with('/')) {
    return Fault{range(0, text.size()), "this is the path of a file, not the name of an image"};
  }
  if (const auto variable = text.find('$'); variable != std::string_view::npos) {
    return Fault{range(variable, variable + 1), "a variable is not filled in here"};
  }
  const auto open = text.find('<'), close = text.find('>', open);
  if (close != std::string_view::npos) return Fault{range(open, close + 1), "a placeholder stands here"};
  const auto blank = std::find_if(text.begin(), text.end(), is_space) - text.begin();
  if (static_cast<std::size_t>(blank) == text.size()) return std::nullopt;
  const std::string_view inner = trimmed(text);
  if (inner.size() == text.size() || std::any_of(inner.begin(), inner.end(), is_space)) {
    const auto inside = std::find_if(text.begin() + (inner.data() - text.data()), text.end(), is_space);
    const auto at = static_cast<std::size_t>(inside - text.begin());
    return Fault{range(at, at + 1), "an image name has no blanks"};
  }
  return Fault{range(0, text.size()), "an image name has no blanks around it", std::string(inner)};
}

std::optional<Fault> check_host(std::string_view host) {
  std::size_t end = host.size();
  if (host.starts_with('[')) {
    const auto close = host.find(']');
    if (close == std::string_view::npos) return Fault{range(0, 1), "this `[` is never closed"};
    const auto hex = [](char c) { return is_hex(c) || c == ':'; };
    if (close == 1 || !all_of(host.substr(1, close - 1), hex)) {
      return Fault{range(1, close), "this is not an IPv6 address"};
    }
    if (close + 1 == end) return std::nullopt;
    if (host[close + 1] != ':') return Fault{range(close + 1, end), "a port follows as `:5000`"};
    return check_port(host, close + 1);
  }
  const bool plain = host.find_first_of(".:") == std::string_view::npos && host != "localhost";
  if (plain) {
    return Fault{range(0, host.size()),
                 "with upper case this is taken for a host, not for a part of the path", lowered(host)};
  }
  const auto colon = host.find(':');
  if (colon != std::string_view::npos) end = colon;
  for (std::size_t at = 0; at <= end;) {
    const std::size_t dot = std::min(host.find('.', at), end);
    if (auto wrong = check_host_label(host.substr(at, dot - at), at)) return wrong;
    at = dot + 1;
  }
  return colon == std::string_view::npos ? std::nullopt : check_port(host, colon);
}

std::optional<Fault> check_path(std::string_view path, std::size_t at) {
  const auto is_capital = std::find_if(path.begin(), path.end(), is_upper);
  if (is_capital != path.end()) {
    return Fault{range(at, at + path.size()),
                 fmt::format("the path of an image is lower case, not `{}`", *is_capital), lowered(path)};
  }
  for (std::size_t begin = 0; begin <= path.size();) {
    const std::size_t end = std::min(path.find('/', begin), path.size());
    if (begin == end) {
      const std::size_t slash = end == path.size() && end > 0 ? end - 1 : end;
      return Fault{range(at + slash, at + slash + (path.empty() ? 0 : 1)),
                   "a part of the path is empty here"};
    }
    if (auto wrong = check_component(path.substr(begin, end - begin), at + begin)) return wrong;
    begin = end + 1;
  }
  return std::nullopt;
}

std::optional<Fault> check_tag(std::string_view tag, std::size_t at) {
  if (tag.empty()) return Fault{range(at - 1, at), "the tag is missing after `:`"};
  if (!is_word(tag.front())) {
    return Fault{range(at, at + 1), "a tag starts with a letter, a digit or `_`"};
  }
  for (std::size_t i = 0; i < tag.size(); ++i) {
    if (is_tag_character(tag[i])) continue;
    if (tag[i] == ':')
      return Fault{range(at + i, at + tag.size()), "an image has one tag, and here is a second"};
    return Fault{range(at + i, at + i + 1), "a tag has letters, digits, `_`, `.` and `-` only"};
  }
  if (tag.size() <= kTagLimit) return std::nullopt;
  return Fault{range(at, at + tag.size()),
               fmt::format("a tag has at most {} characters, this one {}", kTagLimit, tag.size())};
}

std::optional<Fault> check_digest(std::string_view digest, std::size_t at) {
  const auto whole = range(at, at + digest.size());
  if (digest.empty()) return Fault{range(at - 1, at), "the digest is missing after `@`"};
  const auto colon = digest.find(':');
  if (colon == std::string_view::npos) {
    if (digest.size() == 64 && all_of(digest, is_hex)) {
      return Fault{whole, "a digest names its algorithm", "sha256:" + lowered(digest)};
    }
    if (all_of(digest, is_tag_character)) {
      return Fault{range(at - 1, at + digest.size()), "a tag follows `:`; `@` is for a digest",
                   ":" + std::string(digest)};
    }
    return Fault{whole, "a digest looks like `sha256:` and 64 hex digits"};
  }
  const std::string_view name = digest.substr(0, colon), hex = digest.substr(colon + 1);
  const auto known =
      std::find_if(kAlgorithms.begin(), kAlgorithms.end(), [&](auto& a) { return a.name == name; });
  if (known == kAlgorithms.end()) {
    return Fault{range(at, at + colon), "a digest is one of `sha256`, `sha384`, `sha512`"};
  }
  for (std::size_t i = 0; i < hex.size(); ++i) {
    if (is_digit(hex[i]) || (hex[i] >= 'a' && hex[i] <= 'f')) continue;
    const std::size_t place = at + colon + 1 + i;
    if (is_hex(hex[i])) return Fault{whole, "a digest is lower case", lowered(digest)};
    return Fault{range(place, at + digest.size()), "a digest has hex digits only"};
  }
  if (hex.size() == known->digits) return std::nullopt;
  return Fault{range(at + colon + 1, at + digest.size()),
               fmt::format("a {} digest has {} hex digits, this one {}", name, known->digits, hex.size())};
}

}  // namespace formats
