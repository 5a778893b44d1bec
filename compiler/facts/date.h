// Days of the calendar: what the tables' facts and "today" are compared by.
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace facts {

struct Date {
  int year = 0;
  int month = 0;  // 1…12
  int day = 0;    // 1…31

  auto operator<=>(const Date&) const = default;
  bool known() const { return year != 0; }
};

// Reads `2026-08-31`; nothing where the text is another or there is no such day.
std::optional<Date> parse_date(std::string_view text);
// `2026-08-31`.
std::string to_string(Date date);
// Whole days from `from` to `to`; negative where `to` is earlier.
int days_between(Date from, Date to);
// The day that a time in seconds since 1970-01-01 00:00 UTC falls on.
Date date_of(long long seconds);

}  // namespace facts
