// Likely secrets: in file names, in texts, in what a snapshot would upload. What is reported never holds the
// secret.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/files.h"
#include "snapshot/snapshot.h"

namespace snapshot {

// What was seen, as a noun phrase: "a private key", "an AWS access key id", "the signature of a SAS".
struct SecretInText {
  std::string_view what;
  std::uint32_t begin = 0;  // bytes, the place of the secret in the text
  std::uint32_t end = 0;
  std::uint32_t line = 1;
};

struct LikelySecret {
  std::string path;
  std::string_view what;   // "a private key"; of a name: "a file of environment variables"
  std::uint32_t line = 0;  // 0: the name gives it away
};

// All that a text holds, in order of place. Nothing for placeholders (`<key>`, `xxxx`, `${…}`).
std::vector<SecretInText> secrets_in_text(std::string_view text);

// What the name of a file gives away: `.env`, `id_rsa`, `*.pfx`, `.aws/credentials`; empty where nothing.
std::string_view secret_by_name(std::string_view path);

struct SecretLimits {
  std::uint64_t file_bytes = 1 << 20;    // larger files are not read
  std::uint64_t total_bytes = 64 << 20;  // reading stops when so much was read
};

// Those in the files that go, at most one a file, sorted by path. Reads them, within the limits; binary ones
// are passed over.
std::vector<LikelySecret> likely_secrets(const base::Files& files, const Snapshot& snapshot,
                                         const SecretLimits& limits = {});

}  // namespace snapshot
