// Reads the name of a container image: [HOST[:PORT]/]PATH[:TAG][@DIGEST].
// Grammar: the `reference` package of distribution (github.com/distribution/reference, read 2026-08), with
// docker's rule for what is a host: the first part, if it has a `.` or `:`, is `localhost`, or has upper
// case.
#pragma once

#include <expected>
#include <string>
#include <string_view>

#include "formats/range.h"

namespace formats {

struct ImageReference {
  std::string host;  // with the port; empty where the text names none
  std::string path;
  std::string tag;     // empty: none
  std::string digest;  // `sha256:…`; empty: none
  // Of each part, without its separator; empty ranges where the part is not there.
  Range host_at, path_at, tag_at, digest_at;
};

// How firmly a reference holds one image.
enum class ImagePin : std::uint8_t {
  none,    // no tag: `latest` is meant
  moving,  // `latest`, `nightly`, `main`, …
  tag,     // another tag: it can be moved, but rarely is
  dated,   // a tag that holds a date, `20250601.v1`: by its publishers' promise not moved
  digest,
};

// The parts, or what is wrong with the text and where. Blanks around the text are a fault too.
std::expected<ImageReference, Fault> parse_image_reference(std::string_view text);

ImagePin image_pin(const ImageReference& image);
// Whether the same text can name another image tomorrow without anybody being surprised: no digest and no
// tag, or a tag that is made to move.
bool is_floating(const ImageReference& image);

// The host that the image is pulled from: `docker.io` where none is named (also for `index.docker.io`).
std::string registry_host(const ImageReference& image);
// HOST/PATH[:TAG][@DIGEST] with nothing left out: `python` is `docker.io/library/python:latest`.
std::string normalized(const ImageReference& image);
// HOST/PATH, as `normalized`, for comparing two names of a repository.
std::string repository(const ImageReference& image);

}  // namespace formats
