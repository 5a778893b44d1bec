#include "formats/secrets.h"

#include <algorithm>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "formats/characters.h"
#include "formats/url.h"

namespace formats {
namespace {

constexpr std::string_view kWords[] = {
    "password", "passwd",     "pwd",         "passphrase", "secret", "token",      "apikey",  "accesskey",
    "pat",      "credential", "credentials", "accountkey", "sas",    "privatekey", "authkey", "secretkey"};
// A key of these is a secret; a key alone may be the key of a mapping, or a public one.
constexpr std::string_view kBeforeKey[] = {
    "api",     "access",     "account", "private", "secret", "storage",      "shared", "auth",   "service",
    "signing", "encryption", "openai",  "wandb",   "azure",  "subscription", "cosmos", "search", "client"};
// Behind the word these name the place of a secret, or something about it.
constexpr std::string_view kAbout[] = {"file",     "path",        "name", "id",      "url",    "uri",
                                       "endpoint", "type",        "dir",  "expiry",  "length", "scope",
                                       "count",    "limit",       "env",  "var",     "vault",  "field",
                                       "header",   "parallelism", "size", "version", "ttl",    "location"};
constexpr std::string_view kPlaceholders[] = {
    "changeme", "change-me", "change_me", "todo",   "tbd",         "secret",   "password", "pass",
    "token",    "none",      "null",      "true",   "false",       "yes",      "no",       "dummy",
    "test",     "example",   "redacted",  "hidden", "placeholder", "anonymous"};

bool has(std::span<const std::string_view> list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

struct Part {
  std::string low;
  std::size_t begin, end;
};

// The words of DB_PASSWORD, db-password, dbPassword.
std::vector<Part> parts_of(std::string_view name) {
  std::vector<Part> out;
  for (std::size_t i = 0; i < name.size();) {
    if (!is_alnum(name[i])) {
      ++i;
      continue;
    }
    const std::size_t begin = i++;
    while (i < name.size() && is_alnum(name[i]) && !(is_upper(name[i]) && !is_upper(name[i - 1]))) ++i;
    out.push_back({lowered(name.substr(begin, i - begin)), begin, i});
  }
  return out;
}

bool all_same_kind(std::string_view value) { return std::set<char>(value.begin(), value.end()).size() < 3; }

bool is_path(std::string_view value) {
  if (value.starts_with('/') || value.starts_with("./") || value.starts_with("../") ||
      value.starts_with("~/")) {
    // Base64 has slashes too, but seldom first and with nothing else that paths do not have.
    return value.find_first_of("+=") == std::string_view::npos;
  }
  return false;
}

}  // namespace

std::string_view secret_word(std::string_view name) {
  const std::vector<Part> parts = parts_of(name);
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const bool about = i + 1 < parts.size() && has(kAbout, parts[i + 1].low);
    const bool is_public = i > 0 && (parts[i - 1].low == "public" || parts[i - 1].low == "max");
    if (about || is_public) continue;
    if (has(kWords, parts[i].low)) return name.substr(parts[i].begin, parts[i].end - parts[i].begin);
    const bool two = i > 0 && ((parts[i].low == "key" && has(kBeforeKey, parts[i - 1].low)) ||
                               (parts[i].low == "string" && parts[i - 1].low == "connection"));
    if (two) return name.substr(parts[i - 1].begin, parts[i].end - parts[i - 1].begin);
  }
  return {};
}

bool is_harmless_value(std::string_view value) {
  value = trimmed(value);
  if (value.empty() || all_same_kind(value)) return true;
  if (value.find_first_of("<>") != std::string_view::npos || value.find("${") != std::string_view::npos)
    return true;
  if (value.starts_with('$') || value.starts_with("***") || value.starts_with("xxx") ||
      value.starts_with("XXX"))
    return true;
  if (has(kPlaceholders, lowered(value)) || lowered(value).starts_with("your")) return true;
  if (all_of(value, [](char c) { return is_digit(c) || c == '.' || c == '-'; })) return true;
  if (is_path(value)) return true;
  // A connection string is an address, and its secret is found by its shape.
  return is_url(value) && !url_credentials(value) && value.find("sig=") == std::string_view::npos;
}

}  // namespace formats
