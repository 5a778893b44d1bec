#include "sema/unused.h"

#include <fmt/format.h>

namespace sema {

namespace {

void report(Session& session, std::string_view what, const surface::Name& name) {
  if (name.empty()) return;
  session.diagnostics.report(name.at, unused_name, what, name.text).with_help("take it away, or use it");
}

bool in_root(const Session& session, Span at) { return at.file == session.modules.front().document->file; }

}  // namespace

void report_unused(Session& session) {
  for (const Let& let : session.lets) {
    if (!let.used && !let.result.poisoned() && in_root(session, let.name.at))
      report(session, "let", let.name);
  }
  for (const Param& param : session.model.params) {
    if (!param.used && in_root(session, param.name_at)) report(session, "param", {param.name, param.name_at});
  }
  for (const Secret& secret : session.model.secrets) {
    if (secret.uses == 0 && in_root(session, secret.name_at))
      report(session, "secret", {secret.name, secret.name_at});
  }
  for (const Declaration& one : session.model.declarations) {
    const bool alone = one.existing && one.used == 0 && !one.extended;
    if (alone && one.kind && one.kind->may_exist && in_root(session, one.name_at)) {
      report(session, fmt::format("existing {}", one.kind->name), {one.name, one.name_at});
    }
  }
  for (const Import& import : session.modules.front().imports) {
    if (import.module && !import.used) {
      session.diagnostics.report(import.item->path.at, unused_import)
          .with_help("take it away, or use what it declares");
    }
  }
}

}  // namespace sema
