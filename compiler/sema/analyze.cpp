#include "sema/analyze.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/nearest.h"
#include "sema/check.h"
#include "sema/declare.h"
#include "sema/evaluate.h"
#include "sema/given.h"
#include "sema/inputs.h"
#include "sema/instance.h"
#include "sema/load.h"
#include "sema/targets.h"
#include "sema/unused.h"
#include "sema/value_types.h"
#include "surface/fragment.h"

namespace sema {

namespace {

// Everything up to the point where every name is known and values can be asked for.
bool prepare(Session& session, const std::string& path, std::optional<std::string> text) {
  session.model.root = path;
  if (!load(session, path, std::move(text))) return false;
  take_params(session);
  for (auto module = session.modules.rbegin(); module != session.modules.rend(); ++module)
    expand(session, *module);
  take_overrides(session);
  return true;
}

// What nothing has asked for yet is evaluated too: a mistake in it is one.
void evaluate_rest(Session& session) {
  for (Parameter& parameter : session.parameters) parameter_value(session, parameter);
  for (std::size_t i = 0; i < session.lets.size(); ++i) {
    const bool used = session.lets[i].used;
    value_of(session, {Symbol::Kind::let, i, session.lets[i].name}, {});
    session.lets[i].used = used;
  }
}

}  // namespace

std::unique_ptr<Model> analyze(const std::string& path, std::optional<std::string> text,
                               const base::Files& files, const Options& options,
                               base::Diagnostics& diagnostics) {
  auto model = std::make_unique<Model>();
  Session session{.model = *model, .files = files, .options = options, .diagnostics = diagnostics};
  if (!prepare(session, path, std::move(text))) return nullptr;
  note_unchecked(session);
  check_declarations(session);
  check_assertions(session);
  evaluate_rest(session);
  report_unused(session);
  choose_targets(session);
  return model;
}

std::optional<Evaluated> evaluate_in(const std::string& path, std::string_view expression,
                                     const base::Files& files, const Options& options,
                                     base::Diagnostics& diagnostics) {
  Evaluated out{std::make_unique<Model>(), {}};
  Session session{.model = *out.model, .files = files, .options = options, .diagnostics = diagnostics};
  if (!prepare(session, path, std::nullopt)) return std::nullopt;
  const Span at = on_command_line(session, expression);
  surface::Fragment fragment = surface::expression(session.model.sources, at.file, diagnostics);
  // The root's names, seen from a text of its own.
  Module& here = session.fragments.emplace_back(session.modules.front());
  here.document = fragment.document.get();
  session.model.documents.push_back(std::move(fragment.document));
  out.value = fragment.expr != 0 ? evaluate(session, fragment.expr, {&here, nullptr}) : poison(at);
  if (const auto* ref = out.value.get<Ref>()) {
    out.value.data = session.model.arena.make(whole(session, *session.instance_of.at(ref->to)));
  }
  return out;
}

}  // namespace sema
