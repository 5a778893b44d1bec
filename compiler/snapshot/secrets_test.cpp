#include "snapshot/secrets.h"

#include <gtest/gtest.h>

#include "base/memory_files.h"

namespace snapshot {
namespace {

// Put together here, so that no scanner of this repository takes them for real ones.
const std::string kGithub = std::string("gh") + "p_" + "a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8";
const std::string kAws = std::string("AK") + "IA" + "Q3EGRTWZ7HXNB2KD";
const std::string kStorage =
    std::string("Account") + "Key=" + "Zm9vYmFyYmF6cXV4Zm9vYmFyYmF6cXV4Zm9vYmFyYmF6cXV4/+==";
const std::string kSignature = "s" + std::string("ig=") + "q3w4e5r6t7y8u9i0o1p2a3s4d5f6g7h8j9k0l1z2x3c4%3D";
const std::string kClientSecret = std::string("abc8") + "Q~" + "dEfGhIjKlMnOpQrStUvWxYz0123456789";

std::vector<std::string> seen(std::string_view text) {
  std::vector<std::string> all;
  for (const SecretInText& secret : secrets_in_text(text)) all.emplace_back(secret.what);
  return all;
}

using Names = std::vector<std::string>;

TEST(Secrets, known_shapes) {
  EXPECT_EQ(seen("token = '" + kGithub + "'"), Names{"a GitHub token"});
  EXPECT_EQ(seen("key: " + kAws), Names{"an AWS access key id"});
  EXPECT_EQ(seen("AccountName=x;" + kStorage), Names{"the key of a storage account"});
  EXPECT_EQ(seen("https://x.blob.core.windows.net/c?sv=2022-11-02&se=2027&" + kSignature),
            Names{"the signature of a SAS"});
  EXPECT_EQ(seen("secret = \"" + kClientSecret + "\""), Names{"a client secret of Entra ID"});
  EXPECT_EQ(seen("-----BEGIN RSA PRIVATE KEY-----\nMII"), Names{"a private key"});
  EXPECT_EQ(seen("https://me:hunter22@example.org/simple"), Names{"a password in an address"});
}

TEST(Secrets, what_only_looks_so_is_passed_over) {
  EXPECT_EQ(seen("-----BEGIN CERTIFICATE-----"), Names{});
  EXPECT_EQ(seen("AKIAIOSFODNN7EXAMPLE"), Names{});
  EXPECT_EQ(seen("ghp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"), Names{});
  EXPECT_EQ(seen("https://user:${TOKEN}@example.org"), Names{});
  EXPECT_EQ(seen("https://example.org:8080/a@b"), Names{});
  EXPECT_EQ(seen("config=short sig=tooshort&se=1"), Names{});
  EXPECT_EQ(seen("X" + kAws), Names{});
}

TEST(Secrets, place_is_that_of_the_secret) {
  const std::string text = "a\nb\ntoken = " + kGithub + "\n";
  const std::vector<SecretInText> found = secrets_in_text(text);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].line, 3u);
  EXPECT_EQ("ghp_" + text.substr(found[0].begin, found[0].end - found[0].begin), kGithub);
}

TEST(Secrets, names_of_files) {
  for (const char* path :
       {".env", "a/.env.local", "k/id_rsa", "x.pfx", ".aws/credentials", "deep/.docker/config.json"}) {
    EXPECT_FALSE(secret_by_name(path).empty()) << path;
  }
  for (const char* path :
       {".env.example", "env", "id_rsa.pub", "config.json", "x.aws/credentials.md", ".key"}) {
    EXPECT_TRUE(secret_by_name(path).empty()) << path;
  }
}

TEST(Secrets, in_a_snapshot_once_a_file_and_only_in_what_goes) {
  base::MemoryFiles files({{"code/.amlignore", "ignored.txt\n"},
                           {"code/.env", "X=1"},
                           {"code/ignored.txt", kGithub},
                           {"code/train.py", "a = 1\nb = '" + kGithub + "' + '" + kAws + "'\n"},
                           {"code/public.pem", "-----BEGIN CERTIFICATE-----\n"},
                           {"code/private.pem", "-----BEGIN PRIVATE KEY-----\n"},
                           {"code/model.bin", std::string("\0\0", 2) + kGithub}});
  const std::vector<LikelySecret> found = likely_secrets(files, take(files, "code"));
  ASSERT_EQ(found.size(), 3u);
  EXPECT_EQ(found[0].path, ".env");
  EXPECT_EQ(found[0].line, 0u);
  EXPECT_EQ(found[1].path, "private.pem");
  EXPECT_EQ(found[2].path, "train.py");
  EXPECT_EQ(found[2].line, 2u);
}

TEST(Secrets, limits_bound_the_reading) {
  base::MemoryFiles files({{"code/a.py", kGithub}, {"code/b.py", kGithub}});
  const Snapshot snapshot = take(files, "code");
  EXPECT_EQ(likely_secrets(files, snapshot, {.file_bytes = 10}).size(), 0u);
  EXPECT_EQ(likely_secrets(files, snapshot, {.total_bytes = 50}).size(), 1u);
}

}  // namespace
}  // namespace snapshot
