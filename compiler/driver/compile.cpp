#include "driver/compile.h"

#include <utility>

#include "driver/catalogue.h"
#include "driver/consequences.h"
#include "rules/rule.h"
#include "sema/analyze.h"

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
  drop_consequences(*out.model, out.diagnostics);
  out.diagnostics.settle();
  return out;
}

}  // namespace driver
