// The text of a string: escapes, and the indentation of text in triple quotes.
#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

#include "syntax/characters.h"
#include "syntax/diagnostics.h"
#include "syntax/literals.h"

namespace syntax {

namespace {
void append_utf8(std::string& out, std::uint32_t c) {
  const auto byte = [&](std::uint32_t value) { out += static_cast<char>(value); };
  if (c < 0x80) return byte(c);
  if (c < 0x800) {
    byte(0xC0 | (c >> 6));
  } else {
    if (c < 0x10000) {
      byte(0xE0 | (c >> 12));
    } else {
      byte(0xF0 | (c >> 18));
      byte(0x80 | ((c >> 12) & 0x3F));
    }
    byte(0x80 | ((c >> 6) & 0x3F));
  }
  byte(0x80 | (c & 0x3F));
}

// Decodes the texts of one string in order; what is between them is interpolated.
class Decoder {
 public:
  Decoder(const Tree& tree, base::Diagnostics& diagnostics) : tree_(tree), diagnostics_(diagnostics) {}

  bool escapes = true;
  std::optional<std::string_view> indent;  // of the closing quotes: taken from each line

  // One text, which is `text` of the source at `begin`.
  std::string decode(std::string_view text, std::uint32_t begin, bool at_line_start) {
    text_ = text;
    begin_ = begin;
    at_ = 0;
    out_.clear();
    if (at_line_start) line_start();
    while (at_ < text_.size()) character();
    return std::move(out_);
  }

 private:
  base::Span span(std::size_t from, std::size_t to) const {
    return {tree_.file, begin_ + static_cast<std::uint32_t>(from), begin_ + static_cast<std::uint32_t>(to)};
  }

  void character() {
    const char c = text_[at_];
    if (c == '\r' && text_.substr(at_ + 1).starts_with('\n')) {
      ++at_;
    } else if (c == '\n') {
      out_ += c;
      ++at_;
      line_start();
    } else if (c == '\\' && escapes) {
      escape();
    } else {
      out_ += c;
      ++at_;
    }
  }

  // Takes the indentation off the line that starts here.
  void line_start() {
    if (!indent) return;
    std::size_t end = at_;
    while (end < text_.size() && is_blank(text_[end])) ++end;
    const bool blank = end < text_.size() && text_[end] == '\n';
    if (blank) {
      at_ = end;
    } else if (text_.substr(at_).starts_with(*indent)) {
      at_ += indent->size();
    } else {
      diagnostics_.report(span(at_, std::max(end, at_ + 1)), text_indentation)
          .with_help("indent it as the closing quotes, with the same characters")
          .fix("indent it", base::Safe::yes, {{span(at_, end), std::string(*indent)}});
      at_ = end;
    }
  }

  void escape() {
    const char next = at_ + 1 < text_.size() ? text_[at_ + 1] : '\n';
    const bool line_end = next == '\n' || (next == '\r' && text_.substr(at_ + 2).starts_with('\n'));
    if (line_end && indent) return join();
    switch (next) {
      case 'n': return simple('\n');
      case 'r': return simple('\r');
      case 't': return simple('\t');
      case '"':
      case '\\':
      case '$': return simple(next);
      case 'u':
        if (text_.substr(at_ + 2).starts_with('{')) return code_point();
        [[fallthrough]];
      default: return unknown();
    }
  }

  void simple(char c) {
    out_ += c;
    at_ += 2;
  }

  // A \ at the end of a line: the next line goes on here, without its indentation.
  void join() {
    const std::size_t line = text_.find('\n', at_);
    at_ = std::min(line, text_.size() - 1) + 1;
    while (at_ < text_.size() && is_blank(text_[at_])) ++at_;
  }

  void code_point() {
    const std::size_t first = at_ + 3;
    const std::size_t close = text_.find('}', first);
    std::uint32_t value = 0;
    const std::size_t end = std::min(close, text_.size());
    const auto [stop, error] =
        std::from_chars(text_.data() + std::min(first, end), text_.data() + end, value, 16);
    const bool number = close != std::string_view::npos && stop == text_.data() + end && first < end;
    const bool valid =
        number && error == std::errc() && value <= 0x10FFFF && (value < 0xD800 || value > 0xDFFF);
    if (close == std::string_view::npos) return unknown();
    if (valid) {
      append_utf8(out_, value);
    } else {
      diagnostics_.report(span(at_, close + 1), no_character, text_.substr(at_, close + 1 - at_))
          .with_help("write the number of a character in hexadecimal, as in `\\u{e9}`");
    }
    at_ = close + 1;
  }

  void unknown() {
    std::size_t end = at_ + 2;
    while (end < text_.size() && is_high(text_[end - 1]) &&
           (static_cast<unsigned char>(text_[end]) & 0xC0) == 0x80)
      ++end;
    end = std::min(end, text_.size());
    const std::string_view written = text_.substr(at_, end - at_);
    const char c = written.size() > 1 ? written[1] : ' ';
    const bool elsewhere = std::string_view("0123456789abefuvxUN\n").find(c) != std::string_view::npos;
    base::Diagnostic& made = diagnostics_.report(span(at_, end), unknown_escape, written);
    made.with_label("the escapes are `\\n`, `\\r`, `\\t`, `\\\"`, `\\\\`, `\\$` and `\\u{…}`");
    if (c == '\'') {
      made.fix("remove the `\\`", base::Safe::yes, {{span(at_, at_ + 1), ""}});
    } else {
      made.fix("write `\\\\` for a backslash", elsewhere ? base::Safe::no : base::Safe::yes,
               {{span(at_, at_), "\\"}});
    }
    out_ += written;
    at_ = end;
  }

  const Tree& tree_;
  base::Diagnostics& diagnostics_;
  std::string_view text_;
  std::uint32_t begin_ = 0;
  std::size_t at_ = 0;
  std::string out_;
};

// A text in triple quotes without the line breaks at its edges. `last` is its last part, which has the line
// of the closing quotes; gives their indentation.
std::string_view take_closing_line(std::string_view& last, base::Span closing,
                                   base::Diagnostics& diagnostics) {
  const std::size_t line = last.rfind('\n');
  const std::string_view indent = line == std::string_view::npos ? last : last.substr(line + 1);
  if (line == std::string_view::npos || !std::ranges::all_of(indent, is_blank)) {
    if (closing.size() > 0) diagnostics.report(closing, quotes_not_alone);
    return {};
  }
  last = last.substr(0, line);
  if (last.ends_with('\r')) last.remove_suffix(1);
  return indent;
}

void take_opening_line(std::string_view& first, std::uint32_t& begin, base::Span quotes,
                       base::Diagnostics& diagnostics) {
  const std::size_t break_size = first.starts_with("\r\n") ? 2 : first.starts_with('\n') ? 1 : 0;
  if (break_size == 0) diagnostics.report(quotes, text_on_quotes_line);
  first.remove_prefix(break_size);
  begin += static_cast<std::uint32_t>(break_size);
}

std::vector<Piece> raw_text(Cursor node, base::Diagnostics& diagnostics) {
  std::string_view text = node.text();
  std::uint32_t begin = node.span().begin;
  Decoder decoder(node.tree(), diagnostics);
  decoder.escapes = false;
  if (text.starts_with("<<")) {  // reported; the lines between
    const std::size_t first = std::min(text.find('\n'), text.size() - 1) + 1;
    const std::size_t last = std::max(text.rfind('\n'), first);
    return {{std::string(text.substr(first, last - first)), node.span()}};
  }
  const bool triple = text.starts_with("r\"\"\"");
  const std::uint32_t quotes = triple ? 3 : 1;
  const bool closed =
      text.size() >= 1 + 2 * quotes && text.substr(1 + quotes).ends_with(triple ? "\"\"\"" : "\"");
  const base::Span at = node.span();
  text = text.substr(1 + quotes, text.size() - 1 - quotes - (closed ? quotes : 0));
  begin += 1 + quotes;
  if (triple) {
    const base::Span closing{at.file, closed ? at.end - quotes : at.end, at.end};
    take_opening_line(text, begin, {at.file, at.begin, begin}, diagnostics);
    const bool one_line =
        text.empty() || (text.find('\n') == std::string_view::npos && std::ranges::all_of(text, is_blank));
    decoder.indent = one_line ? std::exchange(text, {}) : take_closing_line(text, closing, diagnostics);
  }
  std::string decoded = decoder.decode(text, begin, triple);
  if (decoded.empty()) return {};
  return {{std::move(decoded), at}};
}

struct Part {
  std::string_view text;
  std::uint32_t begin = 0;
  Cursor interpolated;  // or none: then it is text
};

std::vector<Part> parts_of(Cursor string) {
  const Tree& tree = string.tree();
  std::vector<Part> parts;
  std::uint32_t at = string.first_token() + 1;
  const auto texts_until = [&](std::uint32_t end) {
    for (; at < end; ++at) {
      const Token& token = tree.tokens[at];
      if (token.kind == TokenKind::str_text) parts.push_back({tree.text(token), token.begin, {}});
    }
  };
  for (const Cursor one : string.children()) {
    texts_until(one.first_token());
    parts.push_back({{}, one.span().begin, one});
    at = one.end_token();
  }
  texts_until(string.end_token());
  return parts;
}

// Takes the lines of the quotes off the parts of a text in triple quotes, and gives the indentation.
std::string_view take_edges(std::vector<Part>& parts, Cursor string, base::Diagnostics& diagnostics) {
  const Token& open = string.tree().tokens[string.first_token()];
  const Token* close = string.token(TokenKind::str_close);
  if (parts.empty() || parts.front().interpolated) {
    diagnostics.report(string.tree().span(open), text_on_quotes_line);
  } else {
    take_opening_line(parts.front().text, parts.front().begin, string.tree().span(open), diagnostics);
  }
  const base::Span closing = close ? string.tree().span(*close) : base::Span{};
  if (parts.empty()) return {};
  if (parts.back().interpolated) {
    diagnostics.report(closing, quotes_not_alone);
    return {};
  }
  std::string_view& last = parts.back().text;
  const bool blank = std::ranges::all_of(last, is_blank);
  if (parts.size() == 1 && blank) return std::exchange(last, {});
  return take_closing_line(last, closing, diagnostics);
}
}  // namespace

std::vector<Piece> text_of(Cursor string, base::Diagnostics& diagnostics) {
  if (string.is(NodeKind::raw)) return raw_text(string, diagnostics);
  std::vector<Piece> pieces;
  if (!string.is(NodeKind::string)) return pieces;
  const Tree& tree = string.tree();
  std::vector<Part> parts = parts_of(string);
  const std::string_view quotes = tree.text(tree.tokens[string.first_token()]);
  Decoder decoder(tree, diagnostics);
  decoder.escapes = quotes.starts_with('"');
  if (quotes == "\"\"\"") decoder.indent = take_edges(parts, string, diagnostics);
  bool line_start = decoder.indent.has_value();
  for (const Part& part : parts) {
    if (part.interpolated) {
      pieces.push_back({part.interpolated.expression(), part.interpolated.span()});
      line_start = false;
      continue;
    }
    const auto end = part.begin + static_cast<std::uint32_t>(part.text.size());
    std::string text = decoder.decode(part.text, part.begin, std::exchange(line_start, false));
    if (!text.empty()) pieces.push_back({std::move(text), {tree.file, part.begin, end}});
  }
  return pieces;
}

std::string plain_text_of(Cursor string, base::Diagnostics& diagnostics) {
  std::string text;
  for (const Piece& piece : text_of(string, diagnostics)) {
    if (const auto* plain = std::get_if<std::string>(&piece.value)) text += *plain;
  }
  return text;
}

}  // namespace syntax
