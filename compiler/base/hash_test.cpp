#include "base/hash.h"

#include <gtest/gtest.h>

namespace base {
namespace {

// FIPS 180-4 and RFC 1321 give these.
TEST(Hash, sha256_of_the_standard_texts) {
  EXPECT_EQ(sha256(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(sha256("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(sha256("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"),
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
  EXPECT_EQ(sha256(std::string(1'000'000, 'a')),
            "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST(Hash, md5_of_the_standard_texts) {
  EXPECT_EQ(md5(""), "d41d8cd98f00b204e9800998ecf8427e");
  EXPECT_EQ(md5("abc"), "900150983cd24fb0d6963f7d28e17f72");
  EXPECT_EQ(md5("message digest"), "f96b697d7cb7938d525a2f31aaf161d0");
  EXPECT_EQ(md5("12345678901234567890123456789012345678901234567890123456789012345678901234567890"),
            "57edf4a22be3c955ac49da2e2107b67a");
}

TEST(Hash, pieces_give_the_digest_of_the_whole) {
  const std::string text(1000, 'x');
  for (std::size_t cut = 0; cut < 200; cut += 7) {
    Sha256 sha;
    Md5 five;
    sha.add(std::string_view(text).substr(0, cut));
    sha.add(std::string_view(text).substr(cut));
    five.add(std::string_view(text).substr(0, cut));
    five.add(std::string_view(text).substr(cut));
    EXPECT_EQ(sha.hex(), sha256(text));
    EXPECT_EQ(five.hex(), md5(text));
  }
}

}  // namespace
}  // namespace base
