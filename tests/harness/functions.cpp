#include "harness/functions.h"

#include <algorithm>
#include <array>

namespace harness {
namespace {

bool is_word(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; }

// Ends of what is no code, each given the place where it begins.
std::size_t end_of_raw(std::string_view text, std::size_t quote) {
  const std::size_t open = text.find('(', quote);
  if (open == std::string_view::npos) return text.size();
  const std::string closing = ")" + std::string(text.substr(quote + 1, open - quote - 1)) + "\"";
  const std::size_t end = text.find(closing, open);
  return end == std::string_view::npos ? text.size() : end + closing.size();
}

std::size_t end_of_quoted(std::string_view text, std::size_t quote) {
  std::size_t at = quote + 1;
  while (at < text.size() && text[at] != text[quote] && text[at] != '\n') at += text[at] == '\\' ? 2 : 1;
  return std::min(at + 1, text.size());
}

std::size_t end_of_line(std::string_view text, std::size_t at) {
  std::size_t end = text.find('\n', at);
  while (end != std::string_view::npos && end > at && text[end - 1] == '\\') end = text.find('\n', end + 1);
  return end == std::string_view::npos ? text.size() : end;
}

// The end of a comment, literal or preprocessor line that begins here; `at` itself where none does.
std::size_t skipped(std::string_view text, std::size_t at) {
  if (text.substr(at).starts_with("//")) return end_of_line(text, at);
  if (text.substr(at).starts_with("/*")) return std::min(text.find("*/", at), text.size() - 2) + 2;
  if (text[at] == '"') return at > 0 && text[at - 1] == 'R' ? end_of_raw(text, at) : end_of_quoted(text, at);
  if (text[at] == '\'' && (at == 0 || !is_word(text[at - 1]))) return end_of_quoted(text, at);
  if (text[at] == '#' && (at == 0 || text[at - 1] == '\n')) return end_of_line(text, at);
  return at;
}

// The text with everything but code blanked; newlines stay.
std::string code_of(std::string_view text) {
  std::string code(text);
  for (std::size_t at = 0; at < code.size();) {
    const std::size_t end = skipped(text, at);
    for (std::size_t i = at; i < end; ++i)
      if (code[i] != '\n') code[i] = ' ';
    at = std::max(end, at + 1);
  }
  return code;
}

std::string one_line(std::string_view text) {
  std::string result;
  for (char c : text)
    if (!std::isspace(static_cast<unsigned char>(c)))
      result += c;
    else if (!result.empty() && result.back() != ' ')
      result += ' ';
  while (result.ends_with(' ')) result.pop_back();
  return result;
}

// Whether a brace after this text opens a function's body, and not a type, a namespace or an initialiser.
bool opens_function(std::string_view head) {
  for (std::string_view word : {"namespace", "struct ", "class ", "enum ", "union ", "extern"})
    if (head.starts_with(word) || head.find(" " + std::string(word)) < head.find('(')) return false;
  const std::size_t close = head.rfind(')');
  if (close == std::string_view::npos || head.find('=') < head.find('(')) return false;
  const std::string_view after = head.substr(close + 1);
  return after.empty() || after.find_first_of(";=") == std::string_view::npos;
}

}  // namespace

std::vector<Function> functions(std::string_view text) {
  const std::string code = code_of(text);
  std::vector<Function> result;
  std::size_t head = 0, line = 1, inside = 0, depth = 0;  // inside: the depth of the function's own brace
  for (std::size_t at = 0; at < code.size(); ++at) {
    const char c = code[at];
    if (c == '\n') ++line;
    if (c == '{' && ++depth && inside == 0) {
      const std::string_view before = std::string_view(code).substr(head, at - head);
      const std::size_t word = std::min(before.find_first_not_of(" \n\t"), before.size());
      if (opens_function(one_line(before))) {
        const auto newlines =
            std::count(before.begin() + static_cast<std::ptrdiff_t>(word), before.end(), '\n');
        result.push_back({one_line(before), line - static_cast<std::size_t>(newlines), 0});
        inside = depth;
      }
    }
    if (c == '}' && depth > 0 && depth-- == inside) {
      result.back().lines = line - result.back().first + 1;
      inside = 0;
    }
    if (inside == 0 && (c == ';' || c == '{' || c == '}')) head = at + 1;
  }
  return result;
}

}  // namespace harness
