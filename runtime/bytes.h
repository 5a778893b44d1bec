// Reading and writing whole files by descriptor.
#pragma once

#include <expected>
#include <functional>
#include <string>
#include <string_view>

namespace runtime {

// Largest file that is read as a whole, in bytes: 64 MiB.
inline constexpr std::uint64_t kLargestFile = 64ull << 20;

// The error of errno, or one of these.
inline constexpr int kNotRegular = -1;  // a device, a pipe, a socket
inline constexpr int kTooLarge = -2;    // over kLargestFile

std::expected<std::string, int> read_whole(const std::string& path);
// Calls `take` for pieces of at most 256 KiB; errors as above, but nothing is too large.
std::expected<void, int> read_pieces(const std::string& path,
                                     const std::function<void(std::string_view)>& take);
// Writes all; errno where that fails.
std::expected<void, int> write_whole(int descriptor, std::string_view bytes);

}  // namespace runtime
