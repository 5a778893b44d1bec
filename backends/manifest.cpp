#include "backends/manifest.h"

#include <map>
#include <nlohmann/json.hpp>

#include "base/hash.h"

namespace backends {

namespace {

using Json = nlohmann::ordered_json;

// An absolute path would tell this machine from others: only its name stays.
std::string shown(std::string_view path) {
  return path.starts_with('/') ? "…/" + std::string(base::name_of(path)) : std::string(path);
}

// The sources of the program and what they named.
Json inputs_of(const ir::Plan& plan) {
  const sema::Model& model = plan.model();
  std::map<std::string_view, std::string_view> files;
  for (base::FileId id = 1; id <= model.sources.size(); ++id) {
    const base::Source& source = model.sources[id];
    if (source.path() != sema::kCommandLine) files.emplace(source.path(), source.text());
  }
  for (const auto& [path, bytes] : model.inputs.files) files.emplace(path, bytes);
  Json out = Json::array();
  for (const auto& [path, bytes] : files) {
    out.push_back({{"path", shown(path)}, {"size", bytes.size()}, {"sha256", base::sha256(bytes)}});
  }
  return out;
}

// Values of variables may be private: their hash tells whether they were the same.
Json variables_of(const ir::Plan& plan) {
  Json out = Json::array();
  for (const auto& [name, value] : plan.model().inputs.variables) {
    out.push_back({{"name", name}, {"sha256", value ? Json(base::sha256(*value)) : Json(nullptr)}});
  }
  return out;
}

Json secrets_of(const ir::Plan& plan) {
  using Source = sema::Secret::Source;
  Json out = Json::array();
  for (const sema::Secret& secret : plan.model().secrets) {
    if (secret.source == Source::broken) continue;
    Json one;
    one["name"] = secret.name;
    switch (secret.source) {
      case Source::env: one["env"] = secret.first; break;
      case Source::file: one["file"] = shown(secret.first); break;
      case Source::keyvault: one["keyvault"] = secret.first, one["secret"] = secret.second; break;
      case Source::broken: break;
    }
    out.push_back(std::move(one));
  }
  return out;
}

Json upload_json(std::string_view kind, const std::string& of, const ir::Upload& upload) {
  Json files = Json::array();
  for (const snapshot::File& file : upload.files) files.push_back({{"path", file.path}, {"size", file.size}});
  Json out;
  out["kind"] = kind;
  out["for"] = of;
  out["name"] = upload.name;
  if (!upload.source.empty()) out["source"] = shown(upload.source);
  out["path"] = "LocalUpload/" + upload.object_hash + "/" + upload.name;
  out["object_hash"] = upload.object_hash;
  out["content_hash"] = upload.content_hash;
  out["size"] = upload.bytes;
  out["files"] = std::move(files);
  if (!upload.made.empty()) {
    for (const auto& [path, text] : upload.made)
      out["made"].push_back({{"path", path}, {"sha256", base::sha256(text)}});
  }
  return out;
}

// `for`: the id of the request that needs it there.
Json uploads_of(const ir::Plan& plan) {
  Json out = Json::array();
  for (const ir::Step& step : plan.steps()) {
    if (step.upload) out.push_back(upload_json(ir::word(step.kind), step.id, *step.upload));
    if (step.image && step.image->context)
      out.push_back(upload_json("context", step.id, *step.image->context));
    for (const ir::Upload& upload : step.inputs) out.push_back(upload_json("input", step.id, upload));
  }
  return out;
}

Json outputs_of(const base::Files& files, std::span<const Artifact> artifacts) {
  Json out = Json::array();
  for (const Artifact& artifact : artifacts) {
    base::Sha256 hash;
    std::uint64_t size = 0;
    const auto take = [&](std::string_view bytes) { hash.add(bytes), size += bytes.size(); };
    bool readable = true;
    if (artifact.copy_of.empty()) {
      take(artifact.bytes);
    } else {
      readable = files.stream(artifact.copy_of, take);
    }
    out.push_back(
        {{"path", artifact.path}, {"size", size}, {"sha256", readable ? Json(hash.hex()) : Json(nullptr)}});
  }
  return out;
}

}  // namespace

Artifact manifest_of(const ir::Plan& plan, const base::Files& files, std::span<const Artifact> others) {
  Json manifest;
  manifest["version"] = 1;
  manifest["amljob"] = AMLJOB_VERSION;
  manifest["api_version"] = plan.settings().api_version;
  manifest["root"] = shown(plan.model().root);
  manifest["inputs"] = inputs_of(plan);
  manifest["variables"] = variables_of(plan);
  manifest["secrets"] = secrets_of(plan);
  manifest["uploads"] = uploads_of(plan);
  manifest["outputs"] = outputs_of(files, others);
  return {"manifest.json", manifest.dump(2, ' ', false, Json::error_handler_t::replace) + "\n", {}};
}

}  // namespace backends
