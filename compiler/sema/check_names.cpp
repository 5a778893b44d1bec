#include "sema/check_names.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/words.h"
#include "facts/names.h"
#include "schema/name_rule.h"

namespace sema {

bool check_name(Session& session, std::string_view name, Span at, schema::NameRule rule,
                std::string_view what) {
  if (rule == schema::NameRule::environment && facts::reserved_environment_prefix(name).exact) {
    const std::string_view prefix = facts::reserved_environment_prefix(name).prefix;
    session.diagnostics.report(at, name_not_allowed, name, what)
        .with_label(fmt::format("names that start with `{}` are kept for curated environments", prefix));
    return false;
  }
  const auto of = schema::rule_of(rule);
  if (!of) return true;
  const auto fault = facts::check_name(*of, name);
  if (!fault) return true;
  base::Diagnostic& report = session.diagnostics.report(at, name_not_allowed, name, what);
  report.with_label(fault->what).with_help(fmt::format("it has {}", facts::rule_of(*of)));
  if (const std::string mended = facts::mended_name(*of, name); !mended.empty() && mended != name) {
    const bool quoted = session.model.sources.text(at).starts_with('"');
    report.fix(fmt::format("write `{}`", mended), base::Safe::no,
               {{at, quoted ? fmt::format("\"{}\"", mended) : mended}});
  }
  return false;
}

void check_declared_name(Session& session, const Declaration& declaration, const Body& body) {
  if (declaration.azure_name.empty()) return;
  const FieldValue* field = body.find("name");
  const Span at = field && !field->fallback ? field->value_at : declaration.name_at;
  check_name(session, declaration.azure_name, at, declaration.kind->name_rule,
             base::with_article(declaration.kind->name));
}

void check_existing_fields(Session& session, const Declaration& declaration, const Map& map) {
  static constexpr std::array kTold = {"name",           "type",   "version",    "label",
                                       "registry",       "inputs", "outputs",    "subscription_id",
                                       "resource_group", "config", "description"};
  for (const Entry& entry : map.entries) {
    if (std::find(kTold.begin(), kTold.end(), entry.key) != kTold.end()) continue;
    if (!declaration.kind->body.find(entry.key)) continue;  // unknown: said elsewhere
    session.diagnostics.report(entry.key_at, existing_field, entry.key, declaration.kind->name)
        .with_help("take `existing` away to create or update it, or take the field away");
  }
}

}  // namespace sema
