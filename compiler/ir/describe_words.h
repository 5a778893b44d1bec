// Small phrases of the description.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ir/plan.h"

namespace ir {

// "3 files"; the noun gets its s.
std::string counted(std::uint64_t count, std::string_view noun);
// Decimal units, as `ls --si` has them: "14 kB", "1.2 GB".
std::string size_words(std::uint64_t bytes);
// "src: 3 files, 14 kB; 214 left out by .amlignore (1.2 GB)".
std::string upload_words(const Upload& upload);
// Where a secret is read: "$REGISTRY_PASSWORD", "the file `key`", "`key` of the key vault `vault`".
std::string source_words(const sema::Secret& secret);
// The secrets in a body, each once, in order.
std::vector<const sema::Secret*> secrets_of(const sema::Body& body);
// "10 min", "1 h 30 min", "7 days".
std::string duration_words(base::Duration duration);

// `head` and the text behind it; what is over 100 columns goes on in the column where the text began. One
// newline at the end.
std::string wrapped(const std::string& head, std::string_view text);

}  // namespace ir
