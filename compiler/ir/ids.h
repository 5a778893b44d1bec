// The addresses of things in Azure.
#pragma once

#include <string>
#include <string_view>

#include "ir/plan.h"

namespace ir {

// The id of what a step makes, from /subscriptions on; a path of the management address too.
std::string id_of(const Plan& plan, const Step& step);
// The same of a declaration, made or existing.
std::string id_of(const Plan& plan, const sema::Declaration& declaration);
// The URL of a step's request, with host and api-version.
std::string url_of(const Plan& plan, const Step& step);

// What stands for a reference to something that is not declared here. `collection` is of its kind in REST
// (`environments`), `versioned` whether ids of it end in a version. Ids, registries' addresses and labels
// that stay are given as they are written, but an id without `azureml:`.
struct Wanted {
  std::string_view collection;
  bool versioned = false;
};
std::string id_of(const Plan& plan, const sema::Outside& outside, const Wanted& wanted);

// Where an upload lies: https://ACCOUNT.blob.core.windows.net/CONTAINER/LocalUpload/HASH/NAME.
std::string blob_url(const Plan& plan, const Upload& upload);
// The same by the default datastore: azureml://datastores/workspaceblobstore/paths/LocalUpload/HASH/NAME.
std::string datastore_url(const Upload& upload);

}  // namespace ir
