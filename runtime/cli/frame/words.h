// Small phrases of messages.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace frame {

// "a", "a or b", "a, b or c".
std::string listed(std::span<const std::string_view> words, std::string_view last);
// "1 file", "2 files".
std::string counted(std::uint64_t count, std::string_view noun);

}  // namespace frame
