#include "backends/rest_port.h"

#include <nlohmann/json.hpp>

#include "backends/merge_patch.h"
#include "backends/rest_value.h"
#include "ir/ids.h"
#include "ir/pieces.h"

namespace backends {

namespace {

bool is_model(const schema::PortType& type) { return type.name.ends_with("_model"); }

std::string uri_of(const ir::Plan& plan, const sema::Port& port) {
  if (const auto* ref = port.value.get<sema::Ref>()) return ir::id_of(plan, *ref->to);
  if (const auto* outside = port.value.get<const sema::Outside*>()) {
    return ir::id_of(plan, **outside, {is_model(*port.type) ? "models" : "data", true});
  }
  if (const auto* path = port.value.get<const sema::Path*>()) {
    const std::string address = address_of(plan, **path);
    // Of an uploaded folder the client writes the address with a slash here, unlike that of a data asset.
    return (*path)->folder && !(*path)->local.empty() && !address.ends_with('/') ? address + "/" : address;
  }
  return ir::service_text(ir::pieces_of(port.value));
}

void add_options(Json& into, const ir::Plan& plan, const sema::Port& port, const schema::Block& options) {
  if (port.options) add_fields(into, plan, *port.options);
  if (port.options && port.options->raw) merge_patch(into, raw_json(*port.options->raw));
  add_doc(into, options, port.options, port.doc);
}

}  // namespace

Json inputs_json(const ir::Plan& plan, const sema::Ports& ports) {
  Json out = Json::object();
  for (const sema::Port& port : ports.entries) {
    if (port.value.is<sema::None>() || !port.type) continue;
    Json one;
    one["jobInputType"] = port.type->rest;
    if (port.type->literal) {
      one["value"] = ir::client_literal(port.value);
    } else {
      one["uri"] = uri_of(plan, port);
    }
    add_options(one, plan, port, schema::input_options());
    out[std::string(port.name)] = std::move(one);
  }
  return out;
}

Json outputs_json(const ir::Plan& plan, const sema::Ports& ports) {
  Json out = Json::object();
  for (const sema::Port& port : ports.entries) {
    if (!port.type) continue;
    Json one;
    one["jobOutputType"] = port.type->rest;
    if (!port.value.is<sema::None>()) one["uri"] = uri_of(plan, port);
    add_options(one, plan, port, schema::output_options());
    out[std::string(port.name)] = std::move(one);
  }
  return out;
}

std::string address_of(const ir::Plan& plan, const sema::Path& path) {
  if (path.local.empty()) return std::string(path.text);
  const ir::Upload* upload = plan.data_of(path.local);
  return upload ? ir::datastore_url(*upload) : std::string(path.text);
}

}  // namespace backends
