// What the names of files give away.
#include <algorithm>
#include <array>

#include "snapshot/secrets.h"

namespace snapshot {
namespace {

enum class Match : std::uint8_t { name, path, ending };

struct NameRow {
  Match match;
  std::string_view text;
  std::string_view what;
};

constexpr std::string_view kKey = "a private key";
constexpr std::string_view kKeys = "a store of keys";
constexpr std::string_view kVariables = "a file of environment variables";
constexpr std::string_view kPasswords = "a file of passwords";
constexpr std::string_view kCloud = "the credentials of a cloud account";

constexpr std::array kNames = {
    NameRow{Match::name, ".env", kVariables},
    NameRow{Match::name, "id_rsa", kKey},
    NameRow{Match::name, "id_dsa", kKey},
    NameRow{Match::name, "id_ecdsa", kKey},
    NameRow{Match::name, "id_ed25519", kKey},
    NameRow{Match::ending, ".pem", kKey},
    NameRow{Match::ending, ".key", kKey},
    NameRow{Match::ending, ".ppk", kKey},
    NameRow{Match::ending, ".pfx", kKeys},
    NameRow{Match::ending, ".p12", kKeys},
    NameRow{Match::ending, ".jks", kKeys},
    NameRow{Match::ending, ".keystore", kKeys},
    NameRow{Match::ending, ".kdbx", kPasswords},
    NameRow{Match::name, ".netrc", kPasswords},
    NameRow{Match::name, "_netrc", kPasswords},
    NameRow{Match::name, ".pypirc", kPasswords},
    NameRow{Match::name, ".git-credentials", kPasswords},
    NameRow{Match::name, ".htpasswd", kPasswords},
    NameRow{Match::name, ".pgpass", kPasswords},
    NameRow{Match::name, ".dockercfg", "the login of a registry"},
    NameRow{Match::path, ".docker/config.json", "the login of a registry"},
    NameRow{Match::path, ".aws/credentials", kCloud},
    NameRow{Match::path, ".azure/msal_token_cache.json", kCloud},
    NameRow{Match::path, ".azure/accessTokens.json", kCloud},
    NameRow{Match::path, ".azure/service_principal_entries.json", kCloud},
    NameRow{Match::name, "application_default_credentials.json", kCloud},
    NameRow{Match::ending, ".publishsettings", kCloud},
    NameRow{Match::path, ".kube/config", "the login of a cluster"},
    NameRow{Match::name, "kubeconfig", "the login of a cluster"},
    NameRow{Match::ending, ".tfstate", "the state of Terraform, which holds secrets"},
    NameRow{Match::path, ".streamlit/secrets.toml", "a file of secrets"},
    NameRow{Match::name, "secrets.yml", "a file of secrets"},
    NameRow{Match::name, "secrets.yaml", "a file of secrets"},
    NameRow{Match::name, "secrets.json", "a file of secrets"},
    NameRow{Match::name, "secrets.toml", "a file of secrets"},
};

bool fits(const NameRow& row, std::string_view path) {
  const std::string_view name = base::name_of(path);
  switch (row.match) {
    case Match::name: return name == row.text;
    case Match::ending: return name.ends_with(row.text) && name.size() > row.text.size();
    case Match::path:
      return path == row.text || (path.ends_with(row.text) && path[path.size() - row.text.size() - 1] == '/');
  }
  return false;
}

// `.env.local`, but not `.env.example`, which is there to be shared.
bool variant_of_env(std::string_view name) {
  if (!name.starts_with(".env.")) return false;
  for (const std::string_view shared : {"example", "sample", "template", "dist", "defaults"}) {
    if (name.ends_with(shared)) return false;
  }
  return true;
}

}  // namespace

std::string_view secret_by_name(std::string_view path) {
  if (variant_of_env(base::name_of(path))) return kVariables;
  const auto row =
      std::find_if(kNames.begin(), kNames.end(), [&](const NameRow& r) { return fits(r, path); });
  return row == kNames.end() ? std::string_view{} : row->what;
}

}  // namespace snapshot
