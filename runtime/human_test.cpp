#include "runtime/human.h"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace runtime {
namespace {

using std::chrono::milliseconds;

TEST(Human, sizes) {
  EXPECT_EQ(human_size(0), "0 B");
  EXPECT_EQ(human_size(999), "999 B");
  EXPECT_EQ(human_size(1000), "1.0 kB");
  EXPECT_EQ(human_size(14'200), "14 kB");
  EXPECT_EQ(human_size(999'700), "1.0 MB");
  EXPECT_EQ(human_size(1'234'567'890), "1.2 GB");
  EXPECT_EQ(human_size(~0ull), "18 EB");
}

TEST(Human, durations) {
  EXPECT_EQ(human_duration(milliseconds(0)), "0.0 s");
  EXPECT_EQ(human_duration(milliseconds(4'120)), "4.1 s");
  EXPECT_EQ(human_duration(milliseconds(59'990)), "1 min 00 s");
  EXPECT_EQ(human_duration(milliseconds(185'000)), "3 min 05 s");
  EXPECT_EQ(human_duration(milliseconds(3'599'900)), "1 h 00 min");
  EXPECT_EQ(human_duration(milliseconds(7'800'000)), "2 h 10 min");
}

TEST(Human, numbers) {
  EXPECT_EQ(human_number(0.9741), "0.9741");
  EXPECT_EQ(human_number(12), "12");
  EXPECT_EQ(human_number(123456.7), "123457");
  EXPECT_EQ(human_number(1.5e-7), "1.5e-07");
  EXPECT_EQ(human_count(7), "7");
  EXPECT_EQ(human_count(1797), "1,797");
  EXPECT_EQ(human_count(1234567), "1,234,567");
}

TEST(Human, sparklines) {
  EXPECT_EQ(sparkline(std::vector<double>{}), "");
  EXPECT_EQ(sparkline(std::vector<double>{1, 2, 3, 4, 5, 6, 7, 8}), "▁▂▃▄▅▆▇█");
  EXPECT_EQ(sparkline(std::vector<double>{5, 5}), "▄▄");
  EXPECT_EQ(sparkline(std::vector<double>{0, std::nan(""), 1}), "▁ █");
  EXPECT_EQ(sparkline(std::vector<double>{-1.7e308, 1.7e308}), "▁█");
  std::vector<double> many(1000);
  for (std::size_t i = 0; i < many.size(); ++i) many[i] = static_cast<double>(i);
  EXPECT_EQ(sparkline(many, 4), "▁▃▆█");
}

TEST(Human, times) { EXPECT_EQ(utc_time(std::chrono::system_clock::time_point{}), "1970-01-01T00:00:00Z"); }

}  // namespace
}  // namespace runtime
