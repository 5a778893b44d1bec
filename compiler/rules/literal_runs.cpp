#include "rules/literal_runs.h"

#include <algorithm>

namespace rules {
namespace {

constexpr std::size_t kNone = std::string_view::npos;

// Where the `}` of an interpolation stands whose `${` ends at `at`; kNone: it is not closed. Strings within
// may hold braces and interpolations of their own.
std::size_t end_of_interpolation(std::string_view text, std::size_t at) {
  std::size_t depth = 0;
  std::vector<std::size_t> strings;  // depth at which each open string began
  bool in_string = false;
  for (; at < text.size() && text[at] != '\n'; ++at) {
    const char c = text[at];
    if (in_string) {
      if (c == '\\') {
        ++at;
      } else if (c == '"') {
        in_string = false;
        strings.pop_back();
      } else if (c == '$' && at + 1 < text.size() && text[at + 1] == '{') {
        in_string = false;
        ++depth;
        ++at;
      }
    } else if (c == '"') {
      in_string = true;
      strings.push_back(depth);
    } else if (c == '{') {
      ++depth;
    } else if (c == '}') {
      if (depth == 0) return at;
      --depth;
      in_string = !strings.empty() && strings.back() == depth;
    }
  }
  return kNone;
}

std::string utf8(std::uint32_t c) {
  const auto byte = [](std::uint32_t value) { return static_cast<char>(value); };
  if (c < 0x80) return {byte(c)};
  if (c < 0x800) return {byte(0xC0 | (c >> 6)), byte(0x80 | (c & 0x3F))};
  if (c < 0x10000) return {byte(0xE0 | (c >> 12)), byte(0x80 | ((c >> 6) & 0x3F)), byte(0x80 | (c & 0x3F))};
  return {byte(0xF0 | (c >> 18)), byte(0x80 | ((c >> 12) & 0x3F)), byte(0x80 | ((c >> 6) & 0x3F)),
          byte(0x80 | (c & 0x3F))};
}

class Reader {
 public:
  Reader(std::string_view literal, std::size_t begin, std::size_t end)
      : all_(literal), at_(begin), end_(end) {}

  bool escapes = true;
  bool triple = false;
  std::string_view indent;

  bool read(LiteralRuns& out) {
    if (triple) line_start();
    while (at_ < end_ && good_) step();
    if (!good_) return false;
    out.text = std::move(text_);
    out.runs = std::move(runs_);
    return true;
  }

 private:
  std::string_view rest() const { return all_.substr(at_, end_ - at_); }

  void step() {
    const char c = all_[at_];
    if (c == '\r' && rest().starts_with("\r\n")) {
      line_break(2);
    } else if (c == '\n') {
      line_break(1);
    } else if (c == '\\' && escapes) {
      escape();
    } else if (c == '$' && escapes && rest().starts_with("${")) {
      interpolation();
    } else {
      add(std::string(1, c), 1, Run::Kind::verbatim);
    }
  }

  void add(std::string_view decoded, std::size_t size, Run::Kind kind) {
    const auto text = static_cast<std::uint32_t>(text_.size());
    const auto source = static_cast<std::uint32_t>(at_);
    text_ += decoded;
    at_ += size;
    const auto text_end = static_cast<std::uint32_t>(text_.size());
    const auto source_end = static_cast<std::uint32_t>(at_);
    const bool joins = kind == Run::Kind::verbatim && !runs_.empty() && runs_.back().kind == kind &&
                       runs_.back().source_end == source;
    if (joins) {
      runs_.back().text_end = text_end;
      runs_.back().source_end = source_end;
    } else {
      runs_.push_back({kind, text, text_end, source, source_end});
    }
  }

  void line_break(std::size_t size) {
    add("\n", size, size == 1 ? Run::Kind::verbatim : Run::Kind::escape);
    if (triple) line_start();
  }

  void line_start() {
    std::size_t blanks = at_;
    while (blanks < end_ && (all_[blanks] == ' ' || all_[blanks] == '\t')) ++blanks;
    const bool empty = blanks < end_ && (all_[blanks] == '\n' || all_.substr(blanks).starts_with("\r\n"));
    if (empty) {
      at_ = blanks;
    } else if (rest().starts_with(indent)) {
      at_ += indent.size();
    } else {
      good_ = blanks == end_;
      at_ = blanks;
    }
  }

  void escape() {
    const char next = at_ + 1 < end_ ? all_[at_ + 1] : '\0';
    if (triple && (next == '\n' || next == '\r')) {
      std::size_t size = next == '\n' ? 2 : 3;
      while (at_ + size < end_ && (all_[at_ + size] == ' ' || all_[at_ + size] == '\t')) ++size;
      at_ += size;
      return;
    }
    constexpr std::string_view kEscapes = "nrt\"\\$";
    constexpr std::string_view kMeanings = "\n\r\t\"\\$";
    const std::size_t which = kEscapes.find(next);
    if (which != kNone && next != '\0') return add(kMeanings.substr(which, 1), 2, Run::Kind::escape);
    code_point(next);
  }

  void code_point(char next) {
    const std::size_t close = all_.find('}', at_);
    good_ = next == 'u' && rest().starts_with("\\u{") && close != kNone && close < end_ && close - at_ <= 9;
    if (!good_) return;
    std::uint32_t value = 0;
    for (std::size_t i = at_ + 3; i < close; ++i) {
      const std::size_t digit = std::string_view("0123456789abcdef").find(static_cast<char>(all_[i] | 0x20));
      good_ = good_ && digit != kNone;
      value = value * 16 + static_cast<std::uint32_t>(digit & 15);
    }
    if (good_) add(utf8(value), close + 1 - at_, Run::Kind::escape);
  }

  void interpolation() {
    const std::size_t close = end_of_interpolation(all_.substr(0, end_), at_ + 2);
    good_ = close != kNone;
    if (good_) add({}, close + 1 - at_, Run::Kind::interpolated);
  }

  std::string_view all_;
  std::size_t at_;
  std::size_t end_;
  bool good_ = true;
  std::string text_;
  std::vector<Run> runs_;
};

// The quotes' own lines: begin and end of what is between them, and the indentation of the closing ones.
bool take_edges(std::string_view literal, std::size_t& begin, std::size_t& end, std::string_view& indent) {
  const std::string_view inner = literal.substr(begin, end - begin);
  if (inner.starts_with("\r\n")) {
    begin += 2;
  } else if (inner.starts_with('\n')) {
    begin += 1;
  } else {
    return false;
  }
  const std::size_t line = literal.substr(0, end).rfind('\n');
  if (line == kNone || line + 1 < begin) return false;
  indent = literal.substr(line + 1, end - line - 1);
  if (indent.find_first_not_of(" \t") != kNone) return false;
  end = line;
  if (end > begin && literal[end - 1] == '\r') --end;
  if (end < begin) end = begin;
  return true;
}

}  // namespace

std::optional<LiteralRuns> read_literal(std::string_view literal) {
  LiteralRuns out;
  std::size_t begin = 0;
  if (literal.starts_with('r')) {
    out.spelling = Spelling::raw;
    ++begin;
  }
  const bool triple = literal.substr(begin).starts_with("\"\"\"");
  const std::size_t quotes = triple ? 3 : 1;
  const std::string_view mark = triple ? "\"\"\"" : "\"";
  if (!literal.substr(begin).starts_with('"') || literal.size() < begin + 2 * quotes ||
      !literal.ends_with(mark)) {
    return std::nullopt;
  }
  begin += quotes;
  std::size_t end = literal.size() - quotes;
  std::string_view indent;
  if (triple && !take_edges(literal, begin, end, indent)) return std::nullopt;
  Reader reader(literal, begin, end);
  reader.escapes = out.spelling == Spelling::escaped;
  reader.triple = triple;
  reader.indent = indent;
  if (!reader.read(out)) return std::nullopt;
  return out;
}

}  // namespace rules
