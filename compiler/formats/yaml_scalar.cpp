#include "formats/yaml_scalar.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>

#include "formats/characters.h"

namespace formats {
namespace {

constexpr std::size_t kWidth = 80;

std::u32string decoded(std::string_view text) {
  std::u32string out;
  for (std::size_t i = 0; i < text.size();) {
    const auto lead = static_cast<unsigned char>(text[i]);
    const std::size_t width = lead < 0x80 ? 1 : lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    char32_t code = width == 1 ? lead : lead & (0xFF >> (width + 1));
    for (std::size_t k = 1; k < width && i + k < text.size(); ++k) {
      code = (code << 6) | (static_cast<unsigned char>(text[i + k]) & 0x3F);
    }
    out += code;
    i += width;
  }
  return out;
}

bool is_break(char32_t c) { return c == '\n' || c == 0x85 || c == 0x2028 || c == 0x2029; }
bool is_gap(char32_t c) { return c == 0 || c == ' ' || c == '\t' || c == '\r' || is_break(c); }
bool is_printable(char32_t c) { return c >= 0x20 && c <= 0x7E; }
bool is_one_of(char32_t c, std::string_view set) {
  return c < 0x80 && set.find(static_cast<char>(c)) != std::string_view::npos;
}

struct Styles {
  bool plain = true;
  bool single_quotes = true;
};

// Whether a character at `i` means something to YAML in a plain scalar of block style.
bool is_indicator(const std::u32string& text, std::size_t i) {
  const char32_t c = text[i];
  const bool before = i == 0 || is_gap(text[i - 1]), after = i + 1 >= text.size() || is_gap(text[i + 1]);
  if (i == 0 && is_one_of(c, "#,[]{}&*!|>'\"%@`")) return true;
  if (i == 0 && is_one_of(c, "?-") && after) return true;
  return (c == ':' && after) || (c == '#' && before);
}

// Which styles PyYAML's emitter allows for a string (analyze_scalar of its emitter).
Styles allowed(const std::u32string& text) {
  Styles out;
  if (text.empty()) return out;
  if (text.starts_with(U"---") || text.starts_with(U"...")) out.plain = false;
  bool space_before = false, break_before = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char32_t c = text[i];
    const bool edge = i == 0 || i + 1 == text.size(), gap = c == ' ' || is_break(c);
    if (is_indicator(text, i) || is_break(c) || (edge && gap)) out.plain = false;
    // Without allow_unicode all that is not ASCII is escaped, which double quotes alone can do.
    if (c != '\n' && !is_printable(c)) out.plain = out.single_quotes = false;
    if ((c == ' ' && break_before) || (is_break(c) && space_before)) out.plain = out.single_quotes = false;
    space_before = c == ' ';
    break_before = is_break(c);
  }
  return out;
}

// Writes characters and folds lines as the emitter does.
class ScalarWriter {
 public:
  ScalarWriter(std::size_t column, std::size_t indent, bool fold)
      : column_(column), indent_(indent), fold_(fold) {}

  std::string plain(const std::u32string& text) {
    pieces(text, false);
    return std::move(out_);
  }
  std::string single_quoted(const std::u32string& text) {
    put("'");
    pieces(text, true);
    put("'");
    return std::move(out_);
  }
  std::string double_quoted(const std::u32string& text);

 private:
  void put(std::string_view ascii) {
    out_ += ascii;
    column_ += ascii.size();
  }
  void fold() {
    out_ += '\n' + std::string(indent_, ' ');
    column_ = indent_;
  }

  // A single blank folds a line that is too long; breaks are doubled; quotes are doubled.
  void pieces(const std::u32string& text, bool quoted) {
    for (std::size_t i = 0; i < text.size();) {
      std::size_t end = i;
      if (text[i] == ' ') {
        while (end < text.size() && text[end] == ' ') ++end;
        const bool inner = !quoted || (i != 0 && end != text.size());
        if (end - i == 1 && column_ > kWidth && fold_ && inner) {
          fold();
        } else {
          put(std::string(end - i, ' '));
        }
      } else if (text[i] == '\n') {
        while (end < text.size() && text[end] == '\n') ++end;
        out_ += std::string(end - i + 1, '\n');
        out_ += std::string(indent_, ' ');
        column_ = indent_;
      } else {
        while (end < text.size() && text[end] != ' ' && text[end] != '\n') ++end;
        for (std::size_t k = i; k < end; ++k)
          put(text[k] == '\'' && quoted ? std::string("''") : std::string(1, static_cast<char>(text[k])));
      }
      i = end;
    }
  }

  std::string out_;
  std::size_t column_;
  std::size_t indent_;
  bool fold_;
};

std::string escaped(char32_t c) {
  constexpr std::pair<char32_t, char> kNames[] = {
      {0, '0'},  {7, 'a'},   {8, 'b'},     {9, 't'},    {10, 'n'},   {11, 'v'},     {12, 'f'},    {13, 'r'},
      {27, 'e'}, {'"', '"'}, {'\\', '\\'}, {0x85, 'N'}, {0xA0, '_'}, {0x2028, 'L'}, {0x2029, 'P'}};
  for (const auto& [code, name] : kNames) {
    if (code == c) return fmt::format("\\{}", name);
  }
  const auto value = static_cast<unsigned>(c);
  if (value <= 0xFF) return fmt::format("\\x{:02X}", value);
  return value <= 0xFFFF ? fmt::format("\\u{:04X}", value) : fmt::format("\\U{:08X}", value);
}

std::string ScalarWriter::double_quoted(const std::u32string& text) {
  put("\"");
  std::size_t start = 0;
  const auto flush = [&](std::size_t end) {
    for (; start < end; ++start) put(std::string(1, static_cast<char>(text[start])));
  };
  for (std::size_t end = 0; end <= text.size(); ++end) {
    const bool last = end == text.size();
    if (last || text[end] == '"' || text[end] == '\\' || !is_printable(text[end])) {
      flush(end);
      if (!last) {
        put(escaped(text[end]));
        start = end + 1;
      }
    }
    const bool inner = end > 0 && end + 1 < text.size();
    if (inner && (text[end] == ' ' || start >= end) && column_ + end - std::min(start, end) > kWidth &&
        fold_) {
      if (start < end) flush(end);
      put("\\");
      fold();
      if (text[start] == ' ') put("\\");
    }
  }
  put("\"");
  return std::move(out_);
}

// As Python's repr of the number, with `.0` before an exponent.
std::string number_text(std::string_view written) {
  std::string digits = lowered(written);
  std::erase(digits, '_');
  if (digits.ends_with(".inf")) return digits.starts_with('-') ? "-.inf" : ".inf";
  if (digits == ".nan") return ".nan";
  double value = 0, base = 1;
  if (digits.find(':') != std::string::npos) {
    const bool negative = digits.starts_with('-');
    for (std::size_t end = digits.size(); end != std::string::npos; base *= 60) {
      const std::size_t colon = end == 0 ? std::string::npos : digits.rfind(':', end - 1);
      const std::size_t begin = colon == std::string::npos ? 0 : colon + 1;
      value += std::abs(std::strtod(digits.substr(begin, end - begin).c_str(), nullptr)) * base;
      end = colon;
    }
    if (negative) value = -value;
  } else {
    value = std::strtod(digits.c_str(), nullptr);
  }
  const double size = std::abs(value);
  char buffer[64];
  const bool exponent = size != 0 && (size < 1e-4 || size >= 1e16);
  const auto end = exponent ? std::to_chars(buffer, buffer + 64, value, std::chars_format::scientific).ptr
                            : std::to_chars(buffer, buffer + 64, value, std::chars_format::fixed).ptr;
  std::string out(buffer, end);
  if (out.find('.') != std::string::npos) return out;
  if (const std::size_t e = out.find('e'); e != std::string::npos) return out.insert(e, ".0");
  return out + ".0";
}

std::string integer_text(std::string_view written) {
  std::string digits = lowered(written);
  std::erase(digits, '_');
  const bool negative = digits.starts_with('-');
  if (negative || digits.starts_with('+')) digits.erase(0, 1);
  const bool binary = digits.starts_with("0b"), hex = digits.starts_with("0x");
  unsigned long long value = 0;
  if (digits.find(':') != std::string::npos) {
    for (std::size_t at = 0; at <= digits.size();) {
      const std::size_t colon = std::min(digits.find(':', at), digits.size());
      value = value * 60 + std::strtoull(digits.substr(at, colon - at).c_str(), nullptr, 10);
      at = colon + 1;
    }
  } else if (!binary && !hex && !digits.starts_with('0')) {
    return (negative ? "-" : "") + digits;
  } else {
    value = std::strtoull(digits.c_str() + (binary || hex ? 2 : 0), nullptr, binary ? 2 : hex ? 16 : 8);
  }
  return fmt::format("{}{}", negative && value != 0 ? "-" : "", value);
}

}  // namespace

YamlScalarText yaml_scalar_text(const YamlNode& scalar, std::size_t column, std::size_t indent, bool key) {
  const YamlType type = yaml_type(scalar);
  const std::string low = lowered(scalar.text);
  if (type == YamlType::null) return {"null", true};
  if (type == YamlType::boolean)
    return {low == "yes" || low == "true" || low == "on" ? "true" : "false", true};
  if (type == YamlType::integer) return {integer_text(scalar.text), true};
  if (type == YamlType::number) return {number_text(scalar.text), true};
  if (type == YamlType::timestamp) return {scalar.text, true};
  const std::u32string text = decoded(scalar.text);
  const Styles styles = allowed(text);
  ScalarWriter writer(column, indent, !key);
  const bool multiline = std::any_of(text.begin(), text.end(), is_break);
  if (styles.plain && !text.empty() && yaml_type(scalar.text) == YamlType::string)
    return {writer.plain(text), true};
  if (styles.single_quotes && !(key && multiline)) return {writer.single_quoted(text), false};
  return {writer.double_quoted(text), false};
}

}  // namespace formats
