#include "formats/docker_words.h"

#include "formats/characters.h"

namespace formats {
namespace {

void append_utf8(std::string& out, unsigned code) {
  if (code < 0x80) {
    out += static_cast<char>(code);
  } else if (code < 0x800) {
    out += static_cast<char>(0xC0 | (code >> 6));
    out += static_cast<char>(0x80 | (code & 0x3F));
  } else {
    out += static_cast<char>(0xE0 | (code >> 12));
    out += static_cast<char>(0x80 | ((code >> 6) & 0x3F));
    out += static_cast<char>(0x80 | (code & 0x3F));
  }
}

// Reads JSON from `at` on, which it moves.
struct JsonReader {
  std::string_view text;
  std::size_t at = 0;

  void skip_blanks() {
    while (at < text.size() && is_space(text[at])) ++at;
  }
  bool take(char c) {
    skip_blanks();
    if (at >= text.size() || text[at] != c) return false;
    ++at;
    return true;
  }
  bool escape(std::string& out) {
    constexpr std::string_view kNames = "\"\\/bfnrt", kValues = "\"\\/\b\f\n\r\t";
    if (at >= text.size()) return false;
    const char c = text[at++];
    if (const auto known = kNames.find(c); known != std::string_view::npos) {
      out += kValues[known];
      return true;
    }
    if (c != 'u' || at + 4 > text.size() || !all_of(text.substr(at, 4), is_hex)) return false;
    append_utf8(out, static_cast<unsigned>(std::stoul(std::string(text.substr(at, 4)), nullptr, 16)));
    at += 4;
    return true;
  }
  // After the opening quote; false where the text is no JSON string.
  bool string(std::string& out) {
    while (at < text.size() && text[at] != '"') {
      const char c = text[at++];
      if (static_cast<unsigned char>(c) < 0x20) return false;
      if (c != '\\') {
        out += c;
      } else if (!escape(out)) {
        return false;
      }
    }
    return take('"');
  }
};

}  // namespace

std::vector<DockerWord> split_at_blanks(const DockerText& text) {
  std::vector<DockerWord> out;
  const std::string& all = text.text();
  for (std::size_t i = 0; i < all.size();) {
    if (is_space(all[i])) {
      ++i;
      continue;
    }
    const std::size_t begin = i;
    while (i < all.size() && !is_space(all[i])) ++i;
    out.push_back({all.substr(begin, i - begin), text.source(begin, i)});
  }
  return out;
}

std::optional<std::vector<DockerWord>> split_json(const DockerText& text) {
  JsonReader reader{text.text()};
  std::vector<DockerWord> out;
  if (!reader.take('[')) return std::nullopt;
  while (!reader.take(']')) {
    if (!out.empty() && !reader.take(',')) return std::nullopt;
    if (!reader.take('"')) return std::nullopt;
    const std::size_t begin = reader.at;
    std::string word;
    if (!reader.string(word)) return std::nullopt;
    out.push_back({std::move(word), text.source(begin, reader.at - 1)});
  }
  reader.skip_blanks();
  if (reader.at != reader.text.size()) return std::nullopt;
  return out;
}

QuotedWords split_quoted(const DockerText& text, char escape) {
  QuotedWords out;
  const std::string& all = text.text();
  for (std::size_t i = 0; i < all.size();) {
    if (is_space(all[i])) {
      ++i;
      continue;
    }
    const std::size_t begin = i;
    while (i < all.size() && !is_space(all[i])) {
      const char quote = all[i];
      if (quote == escape && i + 1 < all.size()) {
        i += 2;
        continue;
      }
      ++i;
      if (quote != '"' && quote != '\'') continue;
      const std::size_t opened = i - 1;
      while (i < all.size() && all[i] != quote)
        i += quote == '"' && all[i] == escape && i + 1 < all.size() ? 2 : 1;
      if (i >= all.size()) out.unclosed = text.source(opened, opened + 1);
      i = std::min(i + 1, all.size());
    }
    out.words.push_back({all.substr(begin, i - begin), text.source(begin, i)});
  }
  return out;
}

std::string unquoted(std::string_view word, char escape) {
  std::string out;
  char quote = 0;
  for (std::size_t i = 0; i < word.size(); ++i) {
    const char c = word[i];
    if (quote == 0 && (c == '"' || c == '\'')) {
      quote = c;
    } else if (c == quote) {
      quote = 0;
    } else if (c == escape && quote != '\'' && i + 1 < word.size()) {
      out += word[++i];
    } else {
      out += c;
    }
  }
  return out;
}

}  // namespace formats
