#include "facts/date.h"

#include <fmt/format.h>

#include <chrono>

namespace facts {
namespace {

std::chrono::year_month_day calendar(Date date) {
  return {std::chrono::year(date.year), std::chrono::month(static_cast<unsigned>(date.month)),
          std::chrono::day(static_cast<unsigned>(date.day))};
}

// All of `text` as a number; -1 where it is none.
int number(std::string_view text) {
  int out = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return -1;
    out = out * 10 + (c - '0');
  }
  return out;
}

}  // namespace

std::optional<Date> parse_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const Date date{number(text.substr(0, 4)), number(text.substr(5, 2)), number(text.substr(8, 2))};
  if (date.year < 1 || date.month < 1 || date.day < 1 || !calendar(date).ok()) return std::nullopt;
  return date;
}

std::string to_string(Date date) { return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day); }

int days_between(Date from, Date to) {
  const auto days = std::chrono::sys_days(calendar(to)) - std::chrono::sys_days(calendar(from));
  return static_cast<int>(days.count());
}

Date date_of(long long seconds) {
  const auto time = std::chrono::sys_seconds(std::chrono::seconds(seconds));
  const std::chrono::year_month_day day(std::chrono::floor<std::chrono::days>(time));
  return {int(day.year()), static_cast<int>(unsigned(day.month())), static_cast<int>(unsigned(day.day()))};
}

}  // namespace facts
