#include "sema/secrets.h"

#include "sema/evaluate.h"
#include "sema/inputs.h"
#include "sema/operators.h"

namespace sema {

namespace {

struct Form {
  std::string_view name;
  std::uint32_t arguments;
  Secret::Source source;
};
constexpr Form kForms[] = {{"env", 1, Secret::Source::env},
                           {"file", 1, Secret::Source::file},
                           {"keyvault", 2, Secret::Source::keyvault}};

// The strings that a call's arguments are; false where one is none.
bool take_arguments(Session& session, const surface::Expr& call, Where where, Secret& out) {
  const surface::Document& document = session.document(where);
  for (std::uint32_t i = 0; i < call.count; ++i) {
    const surface::ExprId id = document.child(call, i);
    const Value value = evaluate(session, id, where);
    if (const auto* text = value.get<std::string_view>()) {
      (i == 0 ? out.first : out.second) = *text;
      continue;
    }
    if (!value.poisoned() && !value.is<Unknown>() && !report_deferred(session, value, document[id].at)) {
      session.diagnostics.report(document[id].at, argument_type, call.text, "a string", described(value));
    }
    return false;
  }
  return true;
}

}  // namespace

Secret secret_of(Session& session, const surface::Item& item, Where where) {
  Secret out;
  out.name = item.name.text;
  out.name_at = item.name.at;
  if (item.value == 0) return out;
  const surface::Expr& source = session.document(where)[item.value];
  if (source.kind == surface::ExprKind::missing) return out;
  for (const Form& form : kForms) {
    if (source.kind != surface::ExprKind::call || source.text != form.name || source.count != form.arguments)
      continue;
    if (!take_arguments(session, source, where, out)) return out;
    out.source = form.source;
    if (form.source == Secret::Source::file) {
      out.first = session.model.arena.copy(path_of(session, out.first, source.at, where));
    }
    return out;
  }
  base::Diagnostic& report = session.diagnostics.report(source.at, secret_source);
  if (source.kind == surface::ExprKind::string) {
    report.with_label("text in the file is no secret")
        .with_help("put it into an environment variable and write `env(\"NAME_OF_THE_VARIABLE\")`");
  }
  return out;
}

}  // namespace sema
