#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "sema/check.h"
#include "sema/check_names.h"
#include "sema/instance.h"

namespace sema {

namespace {

std::string title_of(const Declaration& declaration) {
  const std::string_view kind = declaration.kind->name;
  return declaration.name.empty() ? fmt::format("`{}`", kind)
                                  : fmt::format("`{} {}`", kind, declaration.name);
}

// What its fields refer to, and what was named to make them, each once.
void collect_uses(Declaration& declaration, const Mentions& mentions) {
  std::unordered_set<const Declaration*> seen{&declaration};
  for (const Declaration* one : mentions) {
    if (!seen.insert(one).second) continue;
    declaration.uses.push_back(one);
    ++one->used;
  }
}

// Where a report came about through something else: what is extended, or an iteration.
void explain_origin(base::Diagnostics& diagnostics, std::size_t from, const Declaration& declaration) {
  for (std::size_t i = from; i < diagnostics.all().size(); ++i) {
    base::Diagnostic& one = diagnostics.all()[i];
    if (declaration.base && !declaration.at.contains(one.at) && one.at.file == declaration.at.file) {
      one.note(declaration.base_at, fmt::format("inherited by `{}` here", declaration.name));
    }
    if (!declaration.iteration.empty()) {
      one.note(declaration.loop_at, fmt::format("in the iteration {}", declaration.iteration));
    }
  }
}

void take_name(Session& session, const Body& body, Declaration& declaration) {
  if (const std::string_view name = body.text("name"); !name.empty()) declaration.azure_name = name;
  check_declared_name(session, declaration, body);
}

void check_one(Session& session, Instance& instance) {
  Declaration& declaration = *instance.out;
  if (!declaration.kind) return;
  const Map& map = whole(session, instance);
  collect_uses(declaration, instance.mentions);
  Owner owner{.declaration = &declaration, .title = title_of(declaration)};
  const bool base_lost = instance.item->base != 0 && !instance.base;
  owner.lenient = declaration.extended || instance.completed || base_lost;
  const std::size_t before = session.diagnostics.all().size();
  if (declaration.existing) check_existing_fields(session, declaration, map);
  declaration.body =
      check_body(session, owner, map, declaration.kind->body, owner.title, declaration.name_at);
  declaration.incomplete = owner.incomplete;
  take_name(session, *declaration.body, declaration);
  explain_origin(session.diagnostics, before, declaration);
}

// Two things that would be one in Azure.
void check_azure_names(Session& session) {
  std::unordered_map<const schema::Kind*, std::unordered_map<std::string_view, const Declaration*>> seen;
  for (const Declaration& one : session.model.declarations) {
    if (!one.kind || one.anonymous || one.incomplete || one.name.empty() || one.kind->name == "job") continue;
    const auto [twin, fresh] = seen[one.kind].emplace(one.azure_name, &one);
    if (fresh || twin->second->name == one.name)
      continue;  // the same name: the halves of an `if`, or reported
    session.diagnostics.report(one.name_at, duplicate_azure_name, one.kind->name, one.azure_name)
        .note(twin->second->name_at, "the other one")
        .with_help("give one of them another `name`");
  }
}

}  // namespace

void check_declarations(Session& session) {
  // First all of `extends`, so that templates are known before any is checked.
  for (Instance& instance : session.instances) base_of(session, instance);
  const std::size_t written = session.instances.size();
  for (std::size_t i = 0; i < written; ++i) check_one(session, session.instances[i]);
  check_azure_names(session);
}

}  // namespace sema
