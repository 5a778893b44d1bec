// `amljob reference`: the page on a kind or field.
#include "schema/reference.h"

#include <fmt/format.h>

#include "base/nearest.h"
#include "runtime/cli/commands.h"
#include "runtime/cli/exits.h"
#include "runtime/cli/frame/arguments.h"
#include "runtime/cli/frame/console.h"

namespace cli {

namespace {

constexpr frame::Option kList{.name = "--list", .doc = "list what there are pages on"};

// The near name is one for the last part of `what`.
std::string no_page(std::string_view what) {
  const std::size_t dot = what.rfind('.');
  const std::string_view before = dot == std::string_view::npos ? "" : what.substr(0, dot + 1);
  const std::string_view near = base::nearest(what.substr(before.size()), schema::reference_names(what));
  if (!near.empty()) return fmt::format("no page on `{}`; did you mean `{}{}`?", what, before, near);
  return fmt::format("no page on `{}` (`amljob reference` lists the kinds)", what);
}

frame::Exit run(const frame::Arguments& arguments, frame::Console& console) {
  const std::string what = arguments.operands.empty() ? "" : arguments.operands[0];
  if (arguments.has(kList)) {
    for (const std::string_view name : schema::reference_names(what)) console.out(fmt::format("{}\n", name));
    return frame::Exit::good;
  }
  const std::optional<std::string> page = schema::reference_of(what);
  if (!page) return console.usage(no_page(what));
  console.out(*page);
  return frame::Exit::good;
}

constexpr const frame::Option* kOptions[] = {&kList};
constexpr frame::Example kExamples[] = {
    {"reference", "all kinds"},
    {"reference compute", "every field of a kind"},
    {"reference job.resources", "one field"},
};
constexpr frame::ExitRow kExits[] = {kExitDone, kExitUsage, kExitWorld};

}  // namespace

constexpr frame::Command kReference{.name = "reference",
                                    .doc = "Say what a kind or a field is and takes",
                                    .usage = "[KIND[.FIELD]]",
                                    .most = 1,
                                    .operands = frame::Operands::kinds,
                                    .options = kOptions,
                                    .examples = kExamples,
                                    .exits = kExits,
                                    .run = run};

}  // namespace cli
