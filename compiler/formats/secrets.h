// Whether a variable is likely to hold a secret, by its name and the kind of its value. What a secret's own
// shape gives away (tokens, private keys, signatures) is `snapshot/secrets.h`.
#pragma once

#include <string_view>

namespace formats {

// The word in a variable's name that says it is a secret: `PASSWORD` in `DB_PASSWORD`, `apiKey` in `apiKey`.
// Empty: none does. Names of what is public, or of a place of a secret, are none: `PUBLIC_KEY`, `TOKEN_FILE`,
// `KEY_VAULT_NAME`, `TOKENIZERS_PARALLELISM`, `PRIMARY_KEY`, `SECRET_NAME`, `MAX_TOKENS`.
std::string_view secret_word(std::string_view name);

// Whether a value is no secret whatever its name says: empty, a placeholder (`<key>`, `changeme`, `xxx`,
// `${…}`, `***`), a boolean, a number, a path, or an address without credentials.
bool is_harmless_value(std::string_view value);

// A variable whose name says secret, and whose value may be one.
inline bool is_likely_secret(std::string_view name, std::string_view value) {
  return !secret_word(name).empty() && !is_harmless_value(value);
}

}  // namespace formats
