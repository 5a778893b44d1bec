#include "formats/image_reference.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "formats/characters.h"
#include "formats/image_checks.h"

namespace formats {
namespace {

constexpr std::size_t kNameLimit = 255;
// Tags that are moved on purpose.
constexpr std::array<std::string_view, 15> kMovingTags = {
    "latest", "nightly", "edge",    "main",    "master",  "dev",      "develop", "stable",
    "canary", "rolling", "current", "testing", "preview", "unstable", "lts"};

bool names_host(std::string_view part) {
  return part.find_first_of(".:[") != std::string_view::npos || part == "localhost" ||
         std::any_of(part.begin(), part.end(), is_upper);
}

// Cuts the text: `@` first, then the last `:` after the last `/`, then the first `/`.
ImageReference cut(std::string_view text) {
  ImageReference image;
  std::size_t end = text.size();
  if (const auto at = text.find('@'); at != std::string_view::npos) {
    image.digest_at = range(at + 1, end);
    end = at;
  }
  const std::string_view name = text.substr(0, end);
  const auto first_slash = name.find('/');
  std::size_t begin = 0;
  if (first_slash != std::string_view::npos && names_host(name.substr(0, first_slash))) {
    image.host_at = range(0, first_slash);
    begin = first_slash + 1;
  }
  const auto slash = name.rfind('/');
  const auto colon = name.find(':', slash == std::string_view::npos ? begin : std::max(begin, slash + 1));
  if (colon != std::string_view::npos) {
    image.tag_at = range(colon + 1, end);
    end = colon;
  }
  image.path_at = range(begin, end);
  image.host = text_at(text, image.host_at);
  image.path = text_at(text, image.path_at);
  image.tag = text_at(text, image.tag_at);
  image.digest = text_at(text, image.digest_at);
  return image;
}

std::optional<Fault> check_parts(const ImageReference& image, std::string_view text) {
  if (image.host_at.end > 0) {
    if (auto wrong = check_host(image.host)) return wrong;
  }
  if (image.path.empty()) {
    return Fault{range(0, text.size()), "the name of the image is missing"};
  }
  if (auto wrong = check_path(image.path, image.path_at.begin)) return wrong;
  if (image.path_at.end > kNameLimit) {
    return Fault{
        range(0, image.path_at.end),
        fmt::format("an image name has at most {} characters, this one {}", kNameLimit, image.path_at.end)};
  }
  if (image.host.empty() && image.path.size() == 64 && all_of(image.path, is_hex)) {
    return Fault{image.path_at, "64 hex digits are the id of an image, not its name"};
  }
  if (image.tag_at.end > 0) {
    if (auto wrong = check_tag(image.tag, image.tag_at.begin)) return wrong;
  }
  if (image.digest_at.end > 0) return check_digest(image.digest, image.digest_at.begin);
  return std::nullopt;
}

// A run of eight digits that reads as a date of this century: `20250601`.
bool holds_date(std::string_view tag) {
  for (std::size_t i = 0; i + 8 <= tag.size(); ++i) {
    const std::string_view run = tag.substr(i, 8);
    const bool alone = (i == 0 || !is_digit(tag[i - 1])) && (i + 8 == tag.size() || !is_digit(tag[i + 8]));
    if (!alone || !all_of(run, is_digit) || !run.starts_with("20")) continue;
    const int month = (run[4] - '0') * 10 + run[5] - '0', day = (run[6] - '0') * 10 + run[7] - '0';
    if (month >= 1 && month <= 12 && day >= 1 && day <= 31) return true;
  }
  return false;
}

}  // namespace

std::expected<ImageReference, Fault> parse_image_reference(std::string_view text) {
  if (auto wrong = check_foreign(text)) return std::unexpected(std::move(*wrong));
  ImageReference image = cut(text);
  if (auto wrong = check_parts(image, text)) return std::unexpected(std::move(*wrong));
  return image;
}

ImagePin image_pin(const ImageReference& image) {
  if (!image.digest.empty()) return ImagePin::digest;
  if (image.tag.empty()) return ImagePin::none;
  const std::string tag = lowered(image.tag);
  if (holds_date(tag)) return ImagePin::dated;
  for (const std::string_view word : kMovingTags) {
    const bool part = tag.starts_with(word) && (tag.size() == word.size() || !is_alnum(tag[word.size()]));
    if (part || (tag.ends_with(word) && !is_alnum(tag[tag.size() - word.size() - 1])))
      return ImagePin::moving;
  }
  return ImagePin::tag;
}

bool is_floating(const ImageReference& image) { return image_pin(image) <= ImagePin::moving; }

std::string registry_host(const ImageReference& image) {
  return image.host.empty() || image.host == "index.docker.io" ? "docker.io" : image.host;
}

std::string repository(const ImageReference& image) {
  const std::string host = registry_host(image);
  const bool official = host == "docker.io" && image.path.find('/') == std::string::npos;
  return fmt::format("{}/{}{}", host, official ? "library/" : "", image.path);
}

std::string normalized(const ImageReference& image) {
  std::string out = repository(image);
  if (!image.tag.empty()) out += ":" + image.tag;
  if (!image.digest.empty()) out += "@" + image.digest;
  if (image.tag.empty() && image.digest.empty()) out += ":latest";
  return out;
}

}  // namespace formats
