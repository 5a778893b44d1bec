// Functions that look outside of the text. What they see is recorded in the Model's inputs.

#include <fmt/format.h>

#include <algorithm>

#include "base/hash.h"
#include "formats/glob.h"
#include "sema/data_text.h"
#include "sema/evaluate.h"
#include "sema/functions.h"
#include "sema/inputs.h"

namespace sema {

namespace {

// The text of the file that argument 0 names, relative to the file that the name stands in; its source as a
// place.
struct FileText {
  std::string_view text;
  Span at;
};

std::optional<FileText> read_file(const Call& call) {
  const auto* name = call.values[0].get<std::string_view>();
  if (!name) {
    call.wrong(0, "a path");
    return std::nullopt;
  }
  const std::string path = path_of(call.session, *name, call.values[0].at, call.where);
  const base::FileId file = read_source(call.session, path);
  if (file == 0) {
    call.session.diagnostics.report(call.places[0], file_not_found, path)
        .with_help("the path is relative to the file that it stands in");
    return std::nullopt;
  }
  const std::string_view text = call.session.model.sources[file].text();
  if (!within_text(call.session, text.size(), call.at)) return std::nullopt;
  return FileText{text, {file, 0, static_cast<std::uint32_t>(text.size())}};
}

Value file(const Call& call) {
  const auto file = read_file(call);
  return file ? Value{file->text, file->at} : call.failed();
}

Value json(const Call& call) {
  const auto file = read_file(call);
  return file ? json_value(call.session, file->text, file->at, call.places[0]) : call.failed();
}

Value yaml(const Call& call) {
  const auto file = read_file(call);
  return file ? yaml_value(call.session, file->text, file->at, call.places[0]) : call.failed();
}

Value to_json(const Call& call) {
  const auto text = json_text(call.values[0]);
  return text ? call.text(*text) : call.wrong(0, "text, numbers, booleans, lists and blocks");
}

Value env(const Call& call) {
  const auto* name = call.values[0].get<std::string_view>();
  if (!name) return call.wrong(0, "the name of a variable");
  if (call.values.size() > 1 && !call.values[1].is<std::string_view>()) return call.wrong(1, "a string");
  const auto value = variable(call.session, std::string(*name));
  if (value) return call.text(*value);
  if (call.values.size() > 1) return call.made(*call.values[1].get<std::string_view>());
  return call.refused(0, fmt::format("the variable `{}` is not set, and no default is given", *name));
}

Value glob(const Call& call) {
  const auto* pattern = call.values[0].get<std::string_view>();
  if (!pattern) return call.wrong(0, "a pattern");
  const std::size_t wild = pattern->find_first_of("*?[");
  const std::size_t slash = pattern->rfind('/', wild);
  const std::string_view folder =
      slash == std::string_view::npos ? std::string_view{} : pattern->substr(0, slash + 1);
  std::vector<Value> items;
  const std::string where =
      path_of(call.session, folder.empty() ? "." : folder, call.values[0].at, call.where);
  for (const base::FileEntry& entry : call.session.files.list(where)) {
    const std::string path = std::string(folder) + entry.path;
    if (!formats::glob_matches(*pattern, path)) continue;
    items.push_back({call.session.model.arena.copy(path), call.values[0].at});
  }
  std::sort(items.begin(), items.end(), [](const Value& a, const Value& b) {
    return *a.get<std::string_view>() < *b.get<std::string_view>();
  });
  return call.list(items);
}

Value sha256(const Call& call) {
  const auto* text = call.values[0].get<std::string_view>();
  return text ? call.text(base::sha256(*text)) : call.wrong(0, "a string");
}

constexpr Function kFunctions[] = {
    {"file", "file(path)", "The text of a file.", 1, 1, Known::string, file},
    {"json", "json(path)", "What a JSON file holds.", 1, 1, Known::nothing, json},
    {"yaml", "yaml(path)", "What a YAML file holds.", 1, 1, Known::nothing, yaml},
    {"to_json", "to_json(value)", "A value as JSON text.", 1, 1, Known::string, to_json},
    {"env", "env(name, default)", "An environment variable, recorded in the manifest.", 1, 2, Known::string,
     env},
    {"glob", "glob(pattern)", "The files that match a pattern, sorted.", 1, 1, Known::list, glob},
    {"sha256", "sha256(text)", "The SHA-256 of a text, in hex.", 1, 1, Known::string, sha256},
};

}  // namespace

std::span<const Function> file_functions() { return kFunctions; }

}  // namespace sema
