#include <nlohmann/json.hpp>

#include "render/paint.h"
#include "render/render.h"

namespace render {

namespace {

using Json = nlohmann::ordered_json;

Json position(base::Position at) { return {{"line", at.line}, {"column", at.column}}; }

// `file` and `range` of a span, as the first members of an object.
Json located(const base::SourceMap& sources, base::Span at) {
  const Place found = place(sources, at);
  return {{"file", found.file}, {"range", {{"start", position(found.begin)}, {"end", position(found.end)}}}};
}

Json related(const Finding& finding) {
  Json out = Json::array();
  for (const base::Note& note : finding->notes) {
    Json one = located(*finding.sources, note.at);
    one["message"] = note.text;
    out.push_back(std::move(one));
  }
  return out;
}

Json fixes(const Finding& finding) {
  Json out = Json::array();
  for (const base::Fix& fix : finding->fixes) {
    Json edits = Json::array();
    for (const base::Edit& edit : fix.edits) {
      Json one = located(*finding.sources, edit.at);
      one["text"] = edit.text;
      edits.push_back(std::move(one));
    }
    out.push_back({{"title", fix.title}, {"safe", fix.safe == base::Safe::yes}, {"edits", std::move(edits)}});
  }
  return out;
}

Json object(const Finding& finding) {
  Json out = located(*finding.sources, finding->at);
  out["severity"] = name_of(finding->severity);
  out["code"] = finding->info->name;
  out["message"] = finding->message;
  out["label"] = finding->label;
  out["help"] = finding->help;
  out["related"] = related(finding);
  out["fixes"] = fixes(finding);
  return out;
}

}  // namespace

std::string json(std::span<const Finding> findings, const Summary& summary) {
  Json diagnostics = Json::array();
  for (const Finding& finding : findings) diagnostics.push_back(object(finding));
  const Json counts = {{"files", summary.files},
                       {"errors", summary.errors},
                       {"warnings", summary.warnings},
                       {"hints", summary.hints}};
  const Json out = {{"version", 1}, {"diagnostics", std::move(diagnostics)}, {"summary", counts}};
  // A source may hold bytes that are not UTF-8, JSON may not.
  return out.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace render
