#include <fmt/format.h>

#include <charconv>
#include <cmath>
#include <limits>

#include "sema/evaluate.h"
#include "sema/functions.h"

namespace sema {

namespace {

Value absolute(const Call& call) {
  if (const auto* integer = call.values[0].get<std::int64_t>()) {
    if (*integer == std::numeric_limits<std::int64_t>::min())
      return call.refused(0, "the result is too large");
    return call.made(*integer < 0 ? -*integer : *integer);
  }
  if (const auto* number = call.values[0].get<double>()) return call.made(std::abs(*number));
  return call.wrong(0, "a number");
}

template <double (*Round)(double)>
Value rounded(const Call& call) {
  if (call.values[0].is<std::int64_t>()) return call.made(call.values[0].data);
  const auto* number = call.values[0].get<double>();
  if (!number) return call.wrong(0, "a number");
  const double out = Round(*number);
  if (!(std::abs(out) < 9.2e18)) return call.refused(0, "the result is too large");
  return call.made(static_cast<std::int64_t>(out));
}

double down(double x) { return std::floor(x); }
double up(double x) { return std::ceil(x); }

template <typename T>
std::optional<T> read(std::string_view text) {
  T out{};
  if (text.starts_with('+')) text.remove_prefix(1);
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), out);
  if (fault != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return out;
}

Value integer(const Call& call) {
  if (call.values[0].is<std::int64_t>()) return call.made(call.values[0].data);
  if (const auto* number = call.values[0].get<double>()) {
    if (*number == std::floor(*number) && std::abs(*number) < 9.2e18)
      return call.made(static_cast<std::int64_t>(*number));
    return call.refused(0, fmt::format("{} is not a whole number; see `floor` and `ceil`", *number));
  }
  const auto* text = call.values[0].get<std::string_view>();
  if (!text) return call.wrong(0, "a number or the text of one");
  const auto value = read<std::int64_t>(*text);
  return value ? call.made(*value)
               : call.refused(0, fmt::format("`{}` is not the text of an integer", *text));
}

Value number(const Call& call) {
  if (const auto* whole = call.values[0].get<std::int64_t>()) return call.made(static_cast<double>(*whole));
  if (call.values[0].is<double>()) return call.made(call.values[0].data);
  const auto* text = call.values[0].get<std::string_view>();
  if (!text) return call.wrong(0, "a number or the text of one");
  const auto value = read<double>(*text);
  if (value && std::isfinite(*value)) return call.made(*value);
  return call.refused(0, fmt::format("`{}` is not the text of a number", *text));
}

constexpr Function kFunctions[] = {
    {"abs", "abs(number)", "A number without its sign.", 1, 1, Known::number, absolute},
    {"floor", "floor(number)", "The next integer below.", 1, 1, Known::integer, rounded<down>},
    {"ceil", "ceil(number)", "The next integer above.", 1, 1, Known::integer, rounded<up>},
    {"integer", "integer(number or text)", "An integer, of a whole number or the text of one.", 1, 1,
     Known::integer, integer},
    {"number", "number(number or text)", "A number, of an integer or the text of one.", 1, 1, Known::number,
     number},
};

}  // namespace

std::span<const Function> number_functions() { return kFunctions; }

}  // namespace sema
