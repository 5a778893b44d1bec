#include "sema/targets.h"

#include <fmt/format.h>

#include "base/nearest.h"

namespace sema {

namespace {

std::string full_name(const Declaration& one) { return fmt::format("{}.{}", one.kind->name, one.name); }

}  // namespace

void choose_targets(Session& session) {
  const std::string& wanted = session.options.target;
  std::vector<std::string> names;
  for (const Declaration& one : session.model.declarations) {
    if (!one.kind || one.anonymous || one.imported) continue;
    // Without a name it is where everything goes, not a thing to make.
    if (one.name.empty()) continue;
    names.push_back(std::string(one.name));
    if (wanted.empty() ? one.used == 0 && !one.existing && !one.incomplete
                       : wanted == one.name || wanted == full_name(one)) {
      session.model.targets.push_back(&one);
    }
  }
  if (wanted.empty() || !session.model.targets.empty()) return;
  std::string at = fmt::format("{}", wanted);
  base::Diagnostic& report = session.diagnostics.report(on_command_line(session, at), unknown_target, wanted);
  const std::vector<std::string_view> views(names.begin(), names.end());
  const std::string_view last =
      std::string_view(wanted).substr(wanted.find('.') == std::string::npos ? 0 : wanted.find('.') + 1);
  if (const auto near = base::nearest(last, views); !near.empty())
    report.with_label(fmt::format("did you mean `{}`?", near));
}

}  // namespace sema
