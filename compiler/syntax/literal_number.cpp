// Numbers and their units.
#include <algorithm>
#include <charconv>
#include <cmath>
#include <system_error>

#include "syntax/characters.h"
#include "syntax/diagnostics.h"
#include "syntax/literals.h"

namespace syntax {

namespace {

struct Unit {
  std::string_view name;
  std::int64_t factor;  // seconds or bytes
  bool size;
};
// From larger to smaller.
constexpr std::int64_t kK = 1024;
constexpr Unit kUnits[] = {{"d", 86400, false},
                           {"h", 3600, false},
                           {"m", 60, false},
                           {"s", 1, false},
                           {"pb", kK* kK* kK* kK* kK, true},
                           {"tb", kK* kK* kK* kK, true},
                           {"gb", kK* kK* kK, true},
                           {"mb", kK* kK, true},
                           {"kb", kK, true},
                           {"b", 1, true}};

struct Spelling {
  std::string_view foreign;  // in lower case
  std::string_view ours;
};
constexpr Spelling kSpellings[] = {
    {"day", "d"},  {"days", "d"},    {"hour", "h"}, {"hours", "h"}, {"hr", "h"},      {"min", "m"},
    {"mins", "m"}, {"minutes", "m"}, {"sec", "s"},  {"secs", "s"},  {"seconds", "s"}, {"k", "kb"},
    {"ki", "kb"},  {"kib", "kb"},    {"mi", "mb"},  {"mib", "mb"},  {"g", "gb"},      {"gi", "gb"},
    {"gib", "gb"}, {"t", "tb"},      {"ti", "tb"},  {"tib", "tb"}};

const Unit* unit_named(std::string_view name) {
  const auto* found = std::ranges::find(kUnits, name, &Unit::name);
  return found == std::end(kUnits) ? nullptr : found;
}

class Reader {
 public:
  Reader(Cursor number, base::Diagnostics& diagnostics)
      : text_(number.text()), at_(number.span()), diagnostics_(diagnostics) {}

  Number read() {
    if (!take_underscores()) return fault(not_a_number);
    const bool plain = std::ranges::all_of(digits_, is_digit);
    if (plain) return integer();
    double real = 0;
    const auto [end, error] = std::from_chars(digits_.data(), digits_.data() + digits_.size(), real);
    const bool whole = end == digits_.data() + digits_.size();
    if (whole && error == std::errc() && std::isfinite(real)) return Real{real};
    if (whole) {
      if (real == 0 && error == std::errc::result_out_of_range && digits_.find("e-") != std::string::npos)
        return Real{0};
      diagnostics_.report(at_, number_too_large, text_, "a number");
      return {};
    }
    return with_units();
  }

 private:
  template <typename Row>
  Number fault(const Row& row) {
    base::Diagnostic& made = diagnostics_.report(at_, row, text_);
    if (std::ranges::count(digits_, '.') > 1) {
      made.with_help("a version is text: write it in quotes")
          .fix("put it in quotes", base::Safe::no, {{at_, "\"" + std::string(text_) + "\""}});
    }
    return {};
  }

  // An underscore stands between two digits.
  bool take_underscores() {
    for (std::size_t i = 0; i < text_.size(); ++i) {
      if (text_[i] != '_') {
        digits_ += text_[i];
        continue;
      }
      const bool between = i > 0 && i + 1 < text_.size() && is_digit(text_[i - 1]) && is_digit(text_[i + 1]);
      if (!between) return false;
    }
    return true;
  }

  Number integer() {
    std::int64_t value = 0;
    const auto result = std::from_chars(digits_.data(), digits_.data() + digits_.size(), value);
    if (result.ec == std::errc()) return Integer{value};
    diagnostics_.report(at_, number_too_large, text_, "64 bits");
    return {};
  }

  Number with_units() {
    std::int64_t total = 0;
    const Unit* last = nullptr;
    for (std::size_t i = 0; i < digits_.size();) {
      std::int64_t count = 0;
      const char* begin = digits_.data() + i;
      const auto [after, error] = std::from_chars(begin, digits_.data() + digits_.size(), count);
      std::size_t end = static_cast<std::size_t>(after - digits_.data());
      if (after == begin) return fault(not_a_number);
      if (end < digits_.size() && digits_[end] == '.') return fraction();
      const std::size_t name = end;
      while (end < digits_.size() && is_letter(digits_[end])) ++end;
      const std::string_view unit_name = std::string_view(digits_).substr(name, end - name);
      const Unit* unit = unit_named(unit_name);
      if (unit == nullptr) return unknown(unit_name);
      if (last != nullptr && last->size != unit->size) return fault(mixed_units);
      if (last != nullptr && last >= unit) {
        diagnostics_.report(at_, unit_order);
        return {};
      }
      std::int64_t part = 0;
      const bool overflow = error != std::errc() || __builtin_mul_overflow(count, unit->factor, &part) ||
                            __builtin_add_overflow(total, part, &total);
      if (overflow) {
        diagnostics_.report(at_, number_too_large, text_, unit->size ? "a size" : "a duration");
        return {};
      }
      last = unit;
      i = end;
    }
    if (last->size) return SizeLiteral{total};
    return DurationLiteral{total};
  }

  Number unknown(std::string_view name) {
    if (name.empty() || (name == "x" && digits_.starts_with('0'))) return fault(not_a_number);
    std::string lower;
    for (const char c : name) lower += static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
    const auto* spelling = std::ranges::find(kSpellings, lower, &Spelling::foreign);
    std::string_view ours = unit_named(lower) ? std::string_view(lower) : std::string_view();
    if (spelling != std::end(kSpellings)) ours = spelling->ours;
    base::Diagnostic& made = diagnostics_.report(at_, unknown_unit, name);
    if (ours.empty() || name == "M") {
      made.with_label("durations take `s`, `m`, `h`, `d`, sizes `kb`, `mb`, `gb`, `tb`, `pb`");
      return {};
    }
    std::string fixed(text_);
    fixed.replace(fixed.find(name), name.size(), ours);
    made.fix("write `" + fixed + "`", base::Safe::yes, {{at_, fixed}});
    return {};
  }

  // 1.5gb: the same in a smaller unit, where that is a whole number.
  Number fraction() {
    double value = 0;
    const auto [after, error] = std::from_chars(digits_.data(), digits_.data() + digits_.size(), value);
    const Unit* unit = unit_named(std::string_view(after, digits_.data() + digits_.size()));
    if (unit == nullptr || error != std::errc()) return fault(not_a_number);
    base::Diagnostic& made = diagnostics_.report(at_, unit_of_fraction, text_);
    const double total = value * static_cast<double>(unit->factor);
    for (const Unit& smaller : kUnits) {
      if (smaller.size != unit->size || smaller.factor >= unit->factor) continue;
      const double count = total / static_cast<double>(smaller.factor);
      if (count != std::floor(count) || count > 1e15) continue;
      const std::string fixed = std::to_string(static_cast<std::int64_t>(count)) + std::string(smaller.name);
      made.fix("write `" + fixed + "`", base::Safe::yes, {{at_, fixed}});
      break;
    }
    return {};
  }

  std::string_view text_;
  base::Span at_;
  base::Diagnostics& diagnostics_;
  std::string digits_;
};

}  // namespace

Number number_of(Cursor number, base::Diagnostics& diagnostics) {
  if (!number.is(NodeKind::number)) return {};
  return Reader(number, diagnostics).read();
}

Literal literal_of(Cursor literal) {
  switch (literal.text().empty() ? ' ' : literal.text().front()) {
    case 't':
    case 'T': return Literal::true_;
    case 'f':
    case 'F': return Literal::false_;
    default: return Literal::none;
  }
}

}  // namespace syntax
