// inputs.x, outputs.x and run.x in fields: where they may stand, and whether there is such an input or
// output.

#include <fmt/format.h>

#include "base/nearest.h"
#include "sema/check.h"

namespace sema {

namespace {

bool known_port(Session& session, const Owner& owner, const Deferred& deferred) {
  if (deferred.root == Deferred::Root::run) return true;
  const bool input = deferred.root == Deferred::Root::inputs;
  const Ports* ports = input ? owner.inputs : owner.outputs;
  if (ports && ports->find(deferred.name)) return true;
  base::Diagnostic& report =
      input ? session.diagnostics.report(deferred.at, unknown_input, owner.title, deferred.name)
            : session.diagnostics.report(deferred.at, unknown_output, owner.title, deferred.name);
  if (!ports || ports->entries.empty()) {
    report.with_help(fmt::format("declare it: `{} {{ {}: {} }}`", input ? "inputs" : "outputs", deferred.name,
                                 input ? "string = …" : "uri_folder"));
    return false;
  }
  std::vector<std::string_view> names;
  for (const Port& port : ports->entries) names.push_back(port.name);
  if (const auto near = base::nearest(deferred.name, names); !near.empty()) {
    report.with_label(fmt::format("did you mean `{}`?", near));
    const Span name_at{deferred.at.file, deferred.at.end - static_cast<std::uint32_t>(deferred.name.size()),
                       deferred.at.end};
    report.fix(fmt::format("write `{}`", near), base::Safe::no, {{name_at, std::string(near)}});
  }
  report.note(cover(ports->entries.front().name_at, ports->entries.back().name_at),
              fmt::format("the {} of {} are declared here", input ? "inputs" : "outputs", owner.title));
  return false;
}

void report_static_field(Session& session, const Deferred& deferred, const Owner& owner, const Place& place) {
  base::Diagnostic& report = session.diagnostics.report(place.value_at, deferred_value, place.name);
  report.with_label("this is known only while the job runs");
  const Ports* ports = deferred.root == Deferred::Root::inputs ? owner.inputs : owner.outputs;
  if (const Port* port = ports ? ports->find(deferred.name) : nullptr) {
    report.note(port->name_at, fmt::format("`{}` is declared here", port->name));
  }
  report.with_help("a `param` is known when compiling: declare one and use it in both places");
}

}  // namespace

bool check_deferred(Session& session, Owner& owner, const Value& value, const Place& place) {
  std::vector<const Deferred*> parts;
  if (const auto* one = value.get<const Deferred*>()) parts.push_back(*one);
  if (const auto* text = value.get<const Text*>()) {
    for (const Piece& piece : (*text)->pieces) {
      if (piece.deferred) parts.push_back(piece.deferred);
    }
  }
  if (parts.empty()) return true;
  const schema::Defer defer = place.field ? place.field->defer : schema::Defer::no;
  const bool whole = value.is<const Deferred*>();
  if (defer == schema::Defer::no || (defer == schema::Defer::whole && !whole)) {
    report_static_field(session, *parts.front(), owner, place);
    return false;
  }
  bool good = true;
  for (const Deferred* part : parts) good = known_port(session, owner, *part) && good;
  if (good && defer == schema::Defer::text_undocumented) {
    session.diagnostics.report(place.value_at, deferred_undocumented, place.name)
        .with_help("pass it to the command instead, which may set the variable itself");
  }
  return good;
}

}  // namespace sema
