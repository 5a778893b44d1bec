#include "sema/functions.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/nearest.h"
#include "sema/evaluate.h"
#include "sema/operators.h"

namespace sema {

namespace {

std::array<std::span<const Function>, 4> all() {
  return {text_functions(), list_functions(), number_functions(), file_functions()};
}

std::string counted(const Function& function) {
  const auto plural = [](int n) { return fmt::format("{} argument{}", n, n == 1 ? "" : "s"); };
  if (function.most == 255) return fmt::format("at least {}", plural(function.least));
  if (function.least == function.most) return plural(function.least);
  return fmt::format("{} to {}", int{function.least}, plural(function.most));
}

}  // namespace

const Function* find_function(std::string_view name) {
  for (const auto& table : all()) {
    const auto at =
        std::find_if(table.begin(), table.end(), [&](const Function& one) { return one.name == name; });
    if (at != table.end()) return &*at;
  }
  return nullptr;
}

std::vector<std::string_view> function_names() {
  std::vector<std::string_view> out;
  for (const auto& table : all()) {
    for (const Function& one : table) out.push_back(one.name);
  }
  std::sort(out.begin(), out.end());
  return out;
}

Value Call::text(std::string_view text) const {
  if (!within_text(session, text.size(), at)) return failed();
  return made(session.model.arena.copy(text));
}

Value Call::list(const std::vector<Value>& items) const {
  if (!within_elements(session, items.size(), at)) return failed();
  return made(session.model.arena.make(List{session.model.arena.array(items)}));
}

Value Call::wrong(std::size_t index, std::string_view wanted) const {
  session.diagnostics.report(places[index], argument_type, name, wanted, described(values[index]))
      .with_help(fmt::format("the call is `{}`", find_function(name)->signature));
  return failed();
}

Value Call::refused(std::size_t index, std::string_view why) const {
  session.diagnostics.report(places[index], argument_value, name, why);
  return failed();
}

Value call(Session& session, const surface::Expr& expr, Where where) {
  const Function* function = find_function(expr.text);
  if (!function) {
    base::Diagnostic& report = session.diagnostics.report(
        expr.op_at, unknown_function, expr.text.empty() ? session.model.sources.text(expr.op_at) : expr.text);
    if (const auto near = base::nearest(expr.text, function_names()); !near.empty()) {
      report.with_label(fmt::format("did you mean `{}`?", near));
      report.fix(fmt::format("write `{}`", near), base::Safe::no, {{expr.op_at, std::string(near)}});
    }
    return poison(expr.at);
  }
  const surface::Document& document = session.document(where);
  Call call{session, function->name, expr.at, {}, {}, where};
  bool good = true, unknown = false;
  for (std::uint32_t i = 0; i < expr.count; ++i) {
    const surface::ExprId id = document.child(expr, i);
    const Value value = evaluate(session, id, where);
    call.places.push_back(document[id].at);
    good = good && !value.poisoned() && !report_deferred(session, value, document[id].at);
    unknown = unknown || value.is<Unknown>();
    call.values.push_back(value);
  }
  if (!good) return poison(expr.at);
  if (expr.count < function->least || expr.count > function->most) {
    session.diagnostics
        .report(expr.op_at, argument_count, function->name, counted(*function), fmt::format("{}", expr.count))
        .with_help(fmt::format("the call is `{}`", function->signature));
    return poison(expr.at);
  }
  return unknown ? Value{Unknown{function->result}, expr.at} : function->run(call);
}

}  // namespace sema
