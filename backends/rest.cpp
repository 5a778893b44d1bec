// requests/NNN-KIND-NAME.json: what is sent to the service, in the order of sending. A walk over the schema's
// rows.
#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "backends/backends.h"
#include "backends/merge_patch.h"
#include "backends/rest_hooks.h"
#include "backends/rest_value.h"
#include "ir/ids.h"
#include "ir/job.h"

namespace backends {

namespace {

// A code asset: the version of the hash is that of azure-ai-ml 1.4.0.
Json code_body(const ir::Plan& plan, const ir::Upload& upload) {
  Json properties;
  properties["codeUri"] = ir::blob_url(plan, upload);
  properties["isAnonymous"] = true;
  properties["properties"]["hash_sha256"] = upload.content_hash;
  properties["properties"]["hash_version"] = "202208";
  return Json{{"properties", std::move(properties)}};
}

// The login to a private registry, derived from an environment's `base_image_registry`.
Json login_body(const ir::Plan& plan, const ir::Step& step) {
  const sema::Body& login = *ir::login_of(*step.owner);
  Json properties;
  properties["category"] = "ContainerRegistry";
  properties["target"] = std::string(login.text("address"));
  properties["authType"] = "UsernamePassword";
  properties["credentials"]["username"] = std::string(login.text("username"));
  if (const sema::FieldValue* password = login.find("password")) {
    properties["credentials"]["password"] =
        json_of(plan, password->field->type, password->value).value_or("");
  }
  return Json{{"properties", std::move(properties)}};
}

Json declared_body(const ir::Plan& plan, const ir::Step& step) {
  const schema::Kind& kind = *step.declaration->kind;
  const sema::Body& fields = *step.declaration->body;
  Json body = Json::object();
  for (const schema::Fixed& fixed : kind.fixed) set_at(body, fixed.path, Json(fixed.value));
  add_fields(body, plan, fields);
  add_doc(body, kind.body, &fields, step.declaration->doc);
  for (const KindHook& hook : kind_hooks()) {
    if (hook.kind == kind.name) hook.add(body, plan, step);
  }
  if (!body.contains("properties")) body["properties"] = Json::object();
  if (fields.raw) {
    Json patch;
    if (kind.raw_at.empty()) {
      patch = raw_json(*fields.raw);
    } else {
      set_at(patch, kind.raw_at, raw_json(*fields.raw));
    }
    merge_patch(body, patch);
  }
  return body;
}

Json body_of(const ir::Plan& plan, const ir::Step& step) {
  if (step.declaration) return declared_body(plan, step);
  return step.kind == ir::StepKind::code ? code_body(plan, *step.upload) : login_body(plan, step);
}

std::vector<Artifact> emit(const ir::Plan& plan) {
  std::vector<Artifact> out;
  for (const ir::Step& step : plan.steps()) {
    Json needs = Json::array();
    for (const std::size_t other : step.needs) needs.push_back(plan.steps()[other].id);
    Json request;
    request["id"] = step.id;
    request["method"] = "PUT";
    request["url"] = ir::url_of(plan, step);
    request["api_version"] = plan.settings().api_version;
    request["needs"] = std::move(needs);
    request["body"] = body_of(plan, step);
    // A text that was read from a file may be no UTF-8; JSON takes nothing else.
    std::string text = request.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
    out.push_back({fmt::format("requests/{}.json", step.id), std::move(text), {}});
  }
  return out;
}

}  // namespace

constexpr Backend kRestBackend{"rest", "requests/NNN-KIND-NAME.json: the requests to the service, in order",
                               emit};

}  // namespace backends
