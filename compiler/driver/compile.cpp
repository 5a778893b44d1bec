#include "driver/compile.h"

#include <algorithm>
#include <set>
#include <utility>

#include "driver/catalogue.h"
#include "rules/rule.h"
#include "sema/analyze.h"
#include "syntax/diagnostics.h"

namespace driver {

namespace {

// `--set FIELD=VALUE` and `--input` mean the one target there is, where none is named.
std::optional<std::string> lone_target(const std::string& path, const base::Files& files,
                                       const sema::Options& options, const std::optional<std::string>& text) {
  sema::Options plain = options;
  plain.sets.clear();
  plain.inputs.clear();
  base::Diagnostics unheard;
  const auto model = sema::analyze(path, text, files, plain, unheard);
  if (!model || model->targets.size() != 1) return std::nullopt;
  return std::string(model->targets.front()->name);
}

bool of_syntax(const base::Diagnostic& one) {
  const auto rows = syntax::diagnostics();
  return one.severity == base::Severity::error && std::find(rows.begin(), rows.end(), one.info) != rows.end();
}

// What stands on a line that could not be read as it is, is not judged: it would be the same mistake twice.
void drop_consequences(const base::SourceMap& sources, base::Diagnostics& diagnostics) {
  std::set<std::pair<base::FileId, std::uint32_t>> unread;
  const auto line_of = [&](base::Span at) {
    return std::pair(at.file, at.known() ? sources[at.file].position(at.begin).line : 0);
  };
  for (const base::Diagnostic& one : diagnostics.all()) {
    if (of_syntax(one)) unread.insert(line_of(one.at));
  }
  if (unread.empty()) return;
  std::erase_if(diagnostics.all(), [&](const base::Diagnostic& one) {
    return !of_syntax(one) && unread.contains(line_of(one.at));
  });
}

}  // namespace

std::optional<Compilation> compile(std::string_view path, const base::Files& files, const Options& options,
                                   std::optional<std::string> text) {
  const std::string file(path);
  Compilation out;
  sema::Options sema_options = options.sema;
  const bool overrides = !sema_options.sets.empty() || !sema_options.inputs.empty();
  if (overrides && sema_options.target.empty()) {
    if (const auto target = lone_target(file, files, sema_options, text)) sema_options.target = *target;
  }
  out.model = sema::analyze(file, std::move(text), files, sema_options, out.diagnostics);
  if (!out.model) return std::nullopt;
  if (options.rules) {
    rules::run_all(*out.model, files, options.today, out.diagnostics);
    sema::apply_suppressions(*out.model, catalogue(), out.diagnostics);
  }
  drop_consequences(out.model->sources, out.diagnostics);
  out.diagnostics.settle();
  return out;
}

}  // namespace driver
