#include "formats/secrets.h"

#include <gtest/gtest.h>

namespace formats {
namespace {

TEST(Secrets, names_that_say_so) {
  const std::pair<std::string_view, std::string_view> rows[] = {
      {"DB_PASSWORD", "PASSWORD"},
      {"HF_TOKEN", "TOKEN"},
      {"apiKey", "apiKey"},
      {"WANDB_API_KEY", "API_KEY"},
      {"AZURE_STORAGE_CONNECTION_STRING", "CONNECTION_STRING"},
      {"AZURE_CLIENT_SECRET", "SECRET"},
      {"storage-account-key", "account-key"},
      {"GITHUB_PAT", "PAT"},
      {"SAS", "SAS"},
      {"AWS_SECRET_ACCESS_KEY", "SECRET"},
      {"AZURE_STORAGE_SAS_TOKEN", "SAS"},
      {"passwd", "passwd"},
  };
  for (const auto& [name, word] : rows) EXPECT_EQ(secret_word(name), word) << name;
}

TEST(Secrets, names_that_only_sound_like_it) {
  for (const auto* name : {"PUBLIC_KEY",
                           "TOKEN_FILE",
                           "KEY_VAULT_NAME",
                           "TOKENIZERS_PARALLELISM",
                           "PRIMARY_KEY",
                           "SECRET_NAME",
                           "MAX_TOKENS",
                           "MAX_TOKEN",
                           "PATH",
                           "PYTHONPATH",
                           "KEY",
                           "COMPASS",
                           "AZURE_CLIENT_ID",
                           "TOKEN_EXPIRY",
                           "PASSWORD_LENGTH",
                           "",
                           "SORT_KEY",
                           "PATTERN",
                           "DATA_PATH",
                           "PASS_THROUGH"}) {
    EXPECT_EQ(secret_word(name), "") << name;
  }
}

TEST(Secrets, values_that_are_none) {
  for (const auto* value : {"",
                            "  ",
                            "<key>",
                            "changeme",
                            "ChangeMe",
                            "xxx-yyy",
                            "${TOKEN}",
                            "$TOKEN",
                            "***",
                            "true",
                            "None",
                            "42",
                            "1.5",
                            "/run/secrets/token",
                            "./key",
                            "~/.ssh/id",
                            "aaaa",
                            "your-key-here",
                            "https://a.b/c",
                            "password",
                            "${{inputs.token}}"}) {
    EXPECT_TRUE(is_harmless_value(value)) << value;
  }
  for (const auto* value :
       {"hunter2", "s3cr3t!", "abcdEFGH1234", "https://me:pw123@x", "https://x/y?sv=1&sig=abc",
        "/8Yx+a3k==", "Endpoint=sb://x;SharedAccessKey=abc"}) {
    EXPECT_FALSE(is_harmless_value(value)) << value;
  }
  EXPECT_TRUE(is_likely_secret("DB_PASSWORD", "hunter2"));
  EXPECT_FALSE(is_likely_secret("DB_PASSWORD", "<password>"));
  EXPECT_FALSE(is_likely_secret("DB_USER", "hunter2"));
}

}  // namespace
}  // namespace formats
