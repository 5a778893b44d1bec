// Data whose type does not go with what lies at its path. Source: how-to-read-write-data-v2.md of
// MicrosoftDocs/azure-ai-docs at 25130f71; a table is a folder with a file MLTable.
#include <fmt/format.h>

#include "rules/rules.h"
#include "rules/walk.h"

namespace rules {
namespace {

AMLJOB_DIAGNOSTIC_ROW(data_type_and_path, error, "`{}` is {}, and the type is `{}`", std::string_view,
                      std::string_view, std::string_view)
AMLJOB_DIAGNOSTIC_ROW(no_mltable_file, error, "`{}` holds no file `MLTable`", std::string_view)

struct Place {
  const sema::Path& path;
  base::Span at;
  base::Span type_at;  // unknown: the type is a default
};

void check(const Context& context, std::string_view type, const Place& place,
           base::Diagnostics& diagnostics) {
  if (place.path.local.empty()) return;
  const bool wants_file = type == "uri_file";
  const bool wants_folder = type == "uri_folder" || type == "mltable";
  if ((wants_file && place.path.folder) || (wants_folder && !place.path.folder)) {
    base::Diagnostic& report = diagnostics.report(place.at, data_type_and_path, place.path.text,
                                                  place.path.folder ? "a folder" : "a file", type);
    const std::string_view other = place.path.folder ? "uri_folder" : "uri_file";
    if (place.type_at.known()) report.note(place.type_at, "the type is given here");
    report.with_help(fmt::format("write `type = \"{}\"`{}", other,
                                 place.type_at.known() ? "" : ": where none is given, it is a folder"));
    return;
  }
  if (type != "mltable" ||
      context.files.kind(base::join_path(place.path.local, "MLTable")) == base::FileKind::file) {
    return;
  }
  diagnostics.report(place.at, no_mltable_file, place.path.text)
      .with_help("write one that says how the table is read, or give the type `uri_folder`");
}

void run(const Context& context, base::Diagnostics& diagnostics) {
  Seen seen;
  for (const sema::Declaration* data : declarations_of(context, "data")) {
    const auto* path = value_of<const sema::Path*>(*data->body, "path");
    const sema::FieldValue* type = data->body->find("type");
    const auto* word = type ? type->value.get<std::string_view>() : nullptr;
    if (!path || !word) continue;
    const base::Span at = data->body->find("path")->value.at;
    if (seen.first(at))
      check(context, *word, {**path, at, type->fallback ? base::Span{} : type->value.at}, diagnostics);
  }
  for (const sema::Declaration* job : declarations_of(context, "job")) {
    const sema::Ports* inputs = ports_of(*job->body, "inputs");
    for (const sema::Port& port : inputs ? inputs->entries : std::span<const sema::Port>{}) {
      const auto* path = port.value.get<const sema::Path*>();
      // That a file is given for a folder is seen where the entry is checked.
      if (!path || !port.type || port.type->name != "mltable" || !(*path)->folder) continue;
      if (seen.first(port.value.at))
        check(context, "mltable", {**path, port.value.at, port.type_at}, diagnostics);
    }
  }
}

constexpr const base::DiagnosticInfo* kReports[] = {&data_type_and_path, &no_mltable_file};

}  // namespace

const Rule kDataPaths{kReports, run};

}  // namespace rules
