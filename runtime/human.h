// Numbers for people.
#pragma once

#include <chrono>
#include <cstdint>
#include <span>
#include <string>

namespace runtime {

// `0 B`, `999 B`, `48 kB`, `1.2 GB`: powers of 1000, as disks and the service's limits count.
std::string human_size(std::uint64_t bytes);
// `0.8 s`, `12.4 s`, `3 min 05 s`, `2 h 10 min`.
std::string human_duration(std::chrono::milliseconds time);
// At most 4 significant digits, no exponent between 0.001 and 1e6: `0.974`, `12`, `1.5e-07`.
std::string human_number(double value);
// `1,797`.
std::string human_count(std::uint64_t count);
// `▁▂▃▄▅▆▇█`, scaled from the least to the greatest; at most `width` characters, each the mean of its share.
// Values that are not finite are blanks; equal ones are all `▄`.
std::string sparkline(std::span<const double> values, std::size_t width = 10);
// `2026-11-24T10:39:12Z`; the precision is seconds.
std::string utc_time(std::chrono::system_clock::time_point time);

}  // namespace runtime
