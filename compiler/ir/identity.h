// Names and versions that are made from content, so that equal things are one thing in Azure.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace ir {

// The version of an environment without a name, as azure-ai-ml 1.4.0 computes it: the same definition gives
// the same version, and the service builds its image once.
struct AnonymousEnvironment {
  std::string image;                           // the reference as it is sent; empty: a build context
  std::string conda_file;                      // the text that is sent; empty: none
  std::string context_hash;                    // build context: the object hash of its folder
  std::optional<std::string> dockerfile_path;  // build context: where it is given
};
std::string version_of(const AnonymousEnvironment& environment);

// The name of a code asset: a UUID (of RFC 9562's version 8) made from where it is uploaded and what is in
// it. The official client takes a random one, and finds it again by the metadata of the upload.
std::string code_name(std::string_view folder_name, std::string_view object_hash,
                      std::string_view content_hash);

// The folder of a conda environment in an image: `/azureml-envs/azureml_<32 hex digits>`. The service has a
// hash of its own, whose recipe is not public; this is amljob's: the first half of the SHA-256 of "amljob
// conda 1\n" and the text.
std::string conda_prefix(std::string_view conda_file);

// The name of the connection to a registry: its address with `-` for what a name does not take, at most 33
// characters (a longer one ends in a hash of the whole).
std::string connection_name(std::string_view address);

}  // namespace ir
