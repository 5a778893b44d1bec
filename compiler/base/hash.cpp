#define OPENSSL_API_COMPAT 10100  // the low-level functions: no providers to load, no other objects to link
#include "base/hash.h"

#include <openssl/md5.h>
#include <openssl/sha.h>

#include <span>

namespace base {
namespace {

std::string digits(std::span<const unsigned char> bytes) {
  constexpr char kDigits[] = "0123456789abcdef";
  std::string text;
  text.reserve(bytes.size() * 2);
  for (const unsigned char byte : bytes) {
    text += kDigits[byte >> 4];
    text += kDigits[byte & 15];
  }
  return text;
}

}  // namespace

static_assert(sizeof(SHA256_CTX) <= 112 && alignof(SHA256_CTX) <= 8);
static_assert(sizeof(MD5_CTX) <= 96 && alignof(MD5_CTX) <= 8);

Sha256::Sha256() { SHA256_Init(reinterpret_cast<SHA256_CTX*>(state_.data())); }

void Sha256::add(std::string_view bytes) {
  SHA256_Update(reinterpret_cast<SHA256_CTX*>(state_.data()), bytes.data(), bytes.size());
}

std::string Sha256::hex() {
  std::array<unsigned char, SHA256_DIGEST_LENGTH> digest;
  SHA256_Final(digest.data(), reinterpret_cast<SHA256_CTX*>(state_.data()));
  return digits(digest);
}

Md5::Md5() { MD5_Init(reinterpret_cast<MD5_CTX*>(state_.data())); }

void Md5::add(std::string_view bytes) {
  MD5_Update(reinterpret_cast<MD5_CTX*>(state_.data()), bytes.data(), bytes.size());
}

std::string Md5::hex() {
  std::array<unsigned char, MD5_DIGEST_LENGTH> digest;
  MD5_Final(digest.data(), reinterpret_cast<MD5_CTX*>(state_.data()));
  return digits(digest);
}

std::string sha256(std::string_view bytes) {
  Sha256 hash;
  hash.add(bytes);
  return hash.hex();
}

std::string md5(std::string_view bytes) {
  Md5 hash;
  hash.add(bytes);
  return hash.hex();
}

}  // namespace base
