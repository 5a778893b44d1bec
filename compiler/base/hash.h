// SHA-256 and MD5, piece by piece. MD5 only where the service's own identities are made of it.
//
// OpenSSL's low-level functions stand behind them, linked statically: they bring their assembler (SHA
// extensions where the processor has them) and nothing that runs at start.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace base {

class Sha256 {
 public:
  Sha256();
  void add(std::string_view bytes);
  // 64 lower-case digits. The object is spent then.
  std::string hex();

 private:
  alignas(8) std::array<std::byte, 112> state_;
};

class Md5 {
 public:
  Md5();
  void add(std::string_view bytes);
  // 32 lower-case digits. The object is spent then.
  std::string hex();

 private:
  alignas(8) std::array<std::byte, 96> state_;
};

// The digest of one text, in lower-case hexadecimal digits.
std::string sha256(std::string_view bytes);
std::string md5(std::string_view bytes);

}  // namespace base
