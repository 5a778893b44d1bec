#include "formats/url.h"

#include "formats/characters.h"

namespace formats {
namespace {

bool is_placeholder(std::string_view text) {
  return text.empty() || text.find_first_of("${}<>%*") != std::string_view::npos || text.starts_with("__");
}

}  // namespace

std::optional<Range> url_credentials(std::string_view text) {
  const std::size_t scheme = text.find("://");
  if (scheme == std::string_view::npos) return std::nullopt;
  const std::size_t begin = scheme + 3;
  const std::size_t end = std::min(text.find_first_of("/?# \t\n\"'", begin), text.size());
  const std::size_t at = text.substr(0, end).rfind('@');
  if (at == std::string_view::npos || at < begin) return std::nullopt;
  const std::string_view whole = text.substr(begin, at - begin);
  const std::size_t colon = whole.find(':');
  const std::string_view password = colon == std::string_view::npos ? whole : whole.substr(colon + 1);
  if (is_placeholder(password)) return std::nullopt;
  // A name alone is none of the two, but a token may stand there: those are long.
  if (colon == std::string_view::npos &&
      (password.size() < 16 || password.find('.') != std::string_view::npos)) {
    return std::nullopt;
  }
  return range(begin, at);
}

bool is_url(std::string_view text) {
  const std::size_t scheme = text.find("://");
  if (scheme == std::string_view::npos || scheme == 0 || !is_alpha(text[0])) return false;
  return all_of(text.substr(0, scheme),
                [](char c) { return is_alnum(c) || c == '+' || c == '-' || c == '.'; });
}

}  // namespace formats
