#include "snapshot/secrets.h"

#include <algorithm>
#include <array>
#include <set>

#include "snapshot/secret_shapes.h"

namespace snapshot {
namespace {

bool word_before(std::string_view text, std::size_t at) {
  return at > 0 && in_charset(Charset::word, text[at - 1]);
}

// `xxxxxxxx`, `0000…`, `AKIAIOSFODNN7EXAMPLE`: what documentation writes.
bool placeholder(std::string_view secret) {
  if (secret.find("EXAMPLE") != std::string_view::npos || secret.find("example") != std::string_view::npos) {
    return true;
  }
  return std::set<char>(secret.begin(), secret.end()).size() < 6;
}

// A signature is one of a SAS only with its expiry or version beside it.
bool in_sas(std::string_view text, std::size_t at) {
  const auto blank = [](char c) { return c == ' ' || c == '\n' || c == '"' || c == '\''; };
  std::size_t begin = at;
  std::size_t end = at;
  while (begin > 0 && !blank(text[begin - 1])) --begin;
  while (end < text.size() && !blank(text[end])) ++end;
  const std::string_view address = text.substr(begin, end - begin);
  return address.find("se=") != std::string_view::npos || address.find("sv=") != std::string_view::npos;
}

void find_shape(std::string_view text, const Shape& shape, std::vector<SecretInText>& found) {
  for (std::size_t at = text.find(shape.start); at != std::string_view::npos;
       at = text.find(shape.start, at + 1)) {
    const std::size_t begin = at + shape.start.size();
    std::size_t end = begin;
    while (end < text.size() && in_charset(shape.rest, text[end])) ++end;
    if (end - begin < shape.least || word_before(text, at)) continue;
    if (shape.rest == Charset::upper_digits && end - begin != shape.least) continue;
    if (placeholder(text.substr(begin, end - begin))) continue;
    if (shape.start == "sig=" && !in_sas(text, at)) continue;
    found.push_back({shape.what, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
  }
}

void find_private_keys(std::string_view text, std::vector<SecretInText>& found) {
  constexpr std::string_view kBegin = "-----BEGIN ";
  constexpr std::string_view kKey = "PRIVATE KEY";
  for (std::size_t at = text.find(kBegin); at != std::string_view::npos; at = text.find(kBegin, at + 1)) {
    const std::size_t end = text.find("-----", at + kBegin.size());
    if (end == std::string_view::npos || end - at > 60) continue;
    if (text.substr(at, end - at).find(kKey) == std::string_view::npos) continue;
    found.push_back({"a private key", static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end + 5)});
  }
}

// https://user:password@host
void find_passwords_in_addresses(std::string_view text, std::vector<SecretInText>& found) {
  for (std::size_t at = text.find("://"); at != std::string_view::npos; at = text.find("://", at + 1)) {
    const std::size_t end = text.find_first_of("/ \t\r\n\"'`<>${}", at + 3);
    const std::string_view authority =
        text.substr(at + 3, end == std::string_view::npos ? end : end - at - 3);
    const std::size_t sign = authority.rfind('@');
    const std::size_t colon = authority.find(':');
    if (sign == std::string_view::npos || colon == std::string_view::npos || colon + 1 >= sign) continue;
    const std::string_view password = authority.substr(colon + 1, sign - colon - 1);
    if (password == "password" || password == "pass" || password == "token" || password.starts_with("xxx"))
      continue;
    const auto begin = static_cast<std::uint32_t>(at + 3 + colon + 1);
    found.push_back({"a password in an address", begin, begin + static_cast<std::uint32_t>(password.size())});
  }
}

// Client secrets of Entra ID: three characters, a digit, `Q~`, 31 to 34 characters (as its own scanners look
// for them).
void find_client_secrets(std::string_view text, std::vector<SecretInText>& found) {
  const auto fits = [](char c) { return in_charset(Charset::word, c) || c == '~' || c == '.'; };
  for (std::size_t at = text.find("Q~"); at != std::string_view::npos; at = text.find("Q~", at + 1)) {
    if (at < 4 || text[at - 1] < '0' || text[at - 1] > '9') continue;
    std::size_t end = at + 2;
    while (end < text.size() && fits(text[end])) ++end;
    const std::size_t length = end - at - 2;
    if (length < 31 || length > 34 ||
        !std::all_of(text.begin() + static_cast<std::ptrdiff_t>(at) - 4,
                     text.begin() + static_cast<std::ptrdiff_t>(at), fits)) {
      continue;
    }
    found.push_back(
        {"a client secret of Entra ID", static_cast<std::uint32_t>(at - 4), static_cast<std::uint32_t>(end)});
  }
}

bool binary(std::string_view text) { return text.substr(0, 8000).find('\0') != std::string_view::npos; }

}  // namespace

std::vector<SecretInText> secrets_in_text(std::string_view text) {
  std::vector<SecretInText> found;
  for (const Shape& shape : shapes()) find_shape(text, shape, found);
  find_private_keys(text, found);
  find_passwords_in_addresses(text, found);
  find_client_secrets(text, found);
  std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.begin < b.begin; });
  std::uint32_t line = 1;
  std::size_t counted = 0;
  for (SecretInText& secret : found) {
    line += static_cast<std::uint32_t>(
        std::count(text.begin() + static_cast<std::ptrdiff_t>(counted), text.begin() + secret.begin, '\n'));
    counted = secret.begin;
    secret.line = line;
  }
  return found;
}

std::vector<LikelySecret> likely_secrets(const base::Files& files, const Snapshot& snapshot,
                                         const SecretLimits& limits) {
  std::vector<LikelySecret> found;
  std::uint64_t read = 0;
  for (const File& file : snapshot.files) {
    const std::string_view by_name = secret_by_name(file.path);
    const bool affordable = file.size <= limits.file_bytes && read + file.size <= limits.total_bytes;
    // A certificate is public: a .pem counts by its content alone, where that can be read.
    const bool undecided = file.path.ends_with(".pem") && affordable;
    if (!by_name.empty() && !undecided) {
      found.push_back({file.path, by_name});
      continue;
    }
    if (!affordable || file.size == 0) continue;
    const std::string path =
        snapshot.single_file ? snapshot.folder : base::join_path(snapshot.folder, file.path);
    const std::optional<std::string> text = files.read(path);
    read += file.size;
    if (!text || binary(*text)) continue;
    const std::vector<SecretInText> seen = secrets_in_text(*text);
    if (!seen.empty()) found.push_back({file.path, seen[0].what, seen[0].line});
  }
  std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.path < b.path; });
  return found;
}

}  // namespace snapshot
