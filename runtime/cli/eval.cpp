// `amljob eval`: values after evaluation.
#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "render/render.h"
#include "runtime/cli/commands.h"
#include "runtime/cli/exits.h"
#include "runtime/cli/load.h"
#include "runtime/cli/operands.h"
#include "runtime/cli/options.h"
#include "runtime/cli/value_text.h"
#include "sema/analyze.h"

namespace cli {

namespace {

using Json = nlohmann::ordered_json;

// `docker.base_image = "…"`, one line for each field, blocks opened up.
void add_fields(const sema::Body& body, const std::string& prefix, std::string& out) {
  for (const sema::FieldValue& field : body.fields) {
    const std::string name = prefix + std::string(field.field->name);
    if (const auto* const block = field.value.get<const sema::Body*>();
        block != nullptr && *block != nullptr) {
      add_fields(**block, name + ".", out);
    } else if (!field.value.is<sema::None>()) {
      out += fmt::format("  {} = {}{}\n", name, value_text(field.value), field.fallback ? "  # default" : "");
    }
  }
}

std::string title_of(const sema::Declaration& one) {
  std::string out = fmt::format("{}{}", one.existing ? "existing " : "", one.kind->name);
  if (one.anonymous) {
    out += "  # in place";
  } else if (!one.name.empty()) {
    out += fmt::format(" {}", one.name);
  }
  return one.iteration.empty() ? out : fmt::format("{}  # {}", out, one.iteration);
}

std::string everything(const sema::Model& model) {
  std::string out;
  for (const sema::Declaration& one : model.declarations) {
    if (one.body == nullptr || one.kind == nullptr) continue;
    out += title_of(one) + "\n";
    add_fields(*one.body, "", out);
  }
  return out;
}

std::string everything_as_json(const sema::Model& model) {
  Json all = Json::array();
  for (const sema::Declaration& one : model.declarations) {
    if (one.body == nullptr || one.kind == nullptr) continue;
    all.push_back({{"kind", one.kind->name},
                   {"name", one.name},
                   {"azure_name", one.azure_name},
                   {"existing", one.existing},
                   {"fields", value_json(sema::Value{one.body, one.at})}});
  }
  const Json out = {{"version", 1}, {"declarations", std::move(all)}};
  return out.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

bool wants_json(const Arguments& arguments) {
  return arguments.value(option::kResultFormat, "text") == "json";
}

// The errors, each on standard error; false where there is one.
bool is_good(const base::Diagnostics& diagnostics, const sema::Model& model, Console& console) {
  for (const base::Diagnostic& one : diagnostics.all()) {
    if (one.severity != base::Severity::error) continue;
    const render::TextOptions options{console.err_paint().on, console.err_width()};
    console.err(render::text({&model.sources, &one, ""}, options) + "\n");
  }
  return !diagnostics.has_errors();
}

Exit all_values(const Arguments& arguments, Console& console) {
  const auto loaded = load(arguments, console, {.rules = false});
  if (!loaded) return loaded.error();
  if (!is_good(loaded->unit.compilation->diagnostics, loaded->model(), console)) return Exit::findings;
  console.out(wants_json(arguments) ? everything_as_json(loaded->model()) : everything(loaded->model()));
  return Exit::good;
}

// The disk, with a program that was read from standard input.
class WithInput : public runtime::DiskFiles {
 public:
  explicit WithInput(const Program& program) : program_(program) {}
  std::optional<std::string> read(std::string_view path) const override {
    const bool is_input = program_.from_input && path == program_.path;
    return is_input ? program_.text : runtime::DiskFiles::read(path);
  }

 private:
  const Program& program_;
};

Exit one_value(const Arguments& arguments, Console& console) {
  const auto request = make_request(arguments, console);
  if (!request) return request.error();
  const auto program = program_of(arguments.operands[0], arguments, console);
  if (!program) return program.error();
  if (!program->from_input) {
    const auto readable = console.host().read(program->path);
    if (!readable) return console.world(readable.error());
  }
  const WithInput files(*program);
  base::Diagnostics diagnostics;
  const auto result =
      sema::evaluate_in(program->path, arguments.operands[1], files, request->options.sema, diagnostics);
  if (!result) return console.world({fmt::format("cannot read `{}`", program->path)});
  diagnostics.settle();
  if (!is_good(diagnostics, *result->model, console)) return Exit::findings;
  const std::string json = value_json(result->value).dump(1, ' ', false, Json::error_handler_t::replace);
  console.out((wants_json(arguments) ? json : value_text(result->value)) + "\n");
  return Exit::good;
}

Exit run(const Arguments& arguments, Console& console) {
  return arguments.operands.size() == 1 ? all_values(arguments, console) : one_value(arguments, console);
}

constexpr const frame::Option* kOptions[] = {&option::kResultFormat, &option::kDefine, &option::kParams,
                                             &option::kInput,        &option::kSet,    &option::kStdinPath};
constexpr frame::Example kExamples[] = {
    {"eval train.amljob", "every field of everything, defaults included"},
    {"eval train.amljob gpu-cluster.max_instances", "one field"},
    {"eval train.amljob '[for n in names: upper(n)]' --format json", "any expression, as JSON"},
};
constexpr frame::ExitRow kExits[] = {kExitDone, kExitErrors, kExitUsage, kExitWorld};

}  // namespace

constexpr frame::Command kEval{.name = "eval",
                               .doc = "Print values after evaluation",
                               .usage = "FILE [EXPRESSION] [OPTION]…",
                               .more = "A secret is printed as `<secret:NAME>`: its value is not read.",
                               .least = 1,
                               .most = 2,
                               .operands = frame::Operands::programs,
                               .options = kOptions,
                               .examples = kExamples,
                               .exits = kExits,
                               .run = run};

}  // namespace cli
