#include "ir/identity.h"

#include "base/hash.h"

namespace ir {

namespace {

// Python's `separator.join(text)`, which the official client calls by accident: `separator` between every two
// characters of `text` (digits of a hash, so bytes).
std::string between_characters(std::string_view separator, std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (i > 0) out += separator;
    out += text[i];
  }
  return out;
}

bool is_name_character(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '_';
}

}  // namespace

std::string version_of(const AnonymousEnvironment& environment) {
  if (environment.image.empty()) {
    std::string hash = base::md5(environment.context_hash);
    if (environment.dockerfile_path) hash = between_characters(hash, base::md5(*environment.dockerfile_path));
    return base::md5(hash);
  }
  std::string hash = base::md5(environment.image);
  if (!environment.conda_file.empty()) hash = between_characters(hash, base::md5(environment.conda_file));
  return base::md5(hash);
}

std::string code_name(std::string_view folder_name, std::string_view object_hash,
                      std::string_view content_hash) {
  base::Sha256 hash;
  for (const std::string_view part :
       {std::string_view("amljob code 1"), folder_name, object_hash, content_hash}) {
    hash.add(part);
    hash.add("\n");
  }
  std::string digits = hash.hex().substr(0, 32);
  digits[12] = '8';
  digits[16] = "89ab"[(digits[16] >= 'a' ? digits[16] - 'a' + 10 : digits[16] - '0') % 4];
  for (const std::size_t at : {20UZ, 16UZ, 12UZ, 8UZ}) digits.insert(at, "-");
  return digits;
}

std::string conda_prefix(std::string_view conda_file) {
  base::Sha256 hash;
  hash.add("amljob conda 1\n");
  hash.add(conda_file);
  return "/azureml-envs/azureml_" + hash.hex().substr(0, 32);
}

std::string connection_name(std::string_view address) {
  constexpr std::size_t kLongest = 33;
  constexpr std::size_t kShortest = 3;
  constexpr std::size_t kHash = 8;
  std::string name;
  for (const char c : address) name += is_name_character(c) ? c : '-';
  if (name.starts_with('-') || name.starts_with('_')) name.front() = 'r';
  if (name.size() > kLongest) {
    name = name.substr(0, kLongest - kHash - 1) + "-" + base::sha256(address).substr(0, kHash);
  }
  while (name.size() < kShortest) name += "-r";
  return name;
}

}  // namespace ir
