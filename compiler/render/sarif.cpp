#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "render/display.h"
#include "render/paint.h"
#include "render/render.h"

namespace render {

namespace {

using Json = nlohmann::ordered_json;

std::string_view level(base::Severity severity) {
  return severity == base::Severity::hint ? "note" : name_of(severity);
}

// A path as a URI reference (RFC 3986); an absolute one gets its scheme.
std::string uri(std::string_view path) {
  constexpr std::string_view kPlain = "-._~/!$&'()*+,;=@";
  std::string out;
  for (const char c : path) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (letter || kPlain.find(c) != std::string_view::npos) {
      out += c;
    } else {
      out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
  }
  return path.starts_with('/') ? "file://" + out : out;
}

// Columns of SARIF count characters: code points, as `columnKind` says.
std::uint32_t column(const base::Source& source, base::Position at) {
  return code_points(source.line(at.line).substr(0, at.column - 1)) + 1;
}

Json region(const base::SourceMap& sources, base::Span at) {
  if (!at.known()) return {{"startLine", 1}, {"startColumn", 1}, {"endColumn", 1}};
  const base::Source& source = sources[at.file];
  const Place found = place(sources, at);
  return {{"startLine", found.begin.line},
          {"startColumn", column(source, found.begin)},
          {"endLine", found.end.line},
          {"endColumn", column(source, found.end)}};
}

Json artifact(const base::SourceMap& sources, base::Span at) {
  return {{"uri", uri(place(sources, at).file)}};
}

Json physical(const base::SourceMap& sources, base::Span at) {
  return {{"artifactLocation", artifact(sources, at)}, {"region", region(sources, at)}};
}

Json related(const Finding& finding) {
  Json out = Json::array();
  for (const base::Note& note : finding->notes) {
    out.push_back({{"id", out.size()},
                   {"physicalLocation", physical(*finding.sources, note.at)},
                   {"message", {{"text", note.text}}}});
  }
  return out;
}

// One change a file, as the format wants them.
Json changes(const base::SourceMap& sources, const base::Fix& fix) {
  Json out = Json::array();
  std::vector<base::FileId> files;
  for (const base::Edit& edit : fix.edits) {
    const auto known = std::find(files.begin(), files.end(), edit.at.file);
    const auto index = static_cast<std::size_t>(known - files.begin());
    if (known == files.end()) {
      files.push_back(edit.at.file);
      out.push_back({{"artifactLocation", artifact(sources, edit.at)}, {"replacements", Json::array()}});
    }
    out[index]["replacements"].push_back(
        {{"deletedRegion", region(sources, edit.at)}, {"insertedContent", {{"text", edit.text}}}});
  }
  return out;
}

Json result(const Finding& finding, std::size_t rule) {
  const base::Diagnostic& one = *finding;
  std::string message = one.message;
  if (!one.label.empty()) message += "\n" + one.label;
  if (!one.help.empty()) message += "\nhelp: " + one.help;
  Json out = {{"ruleId", one.info->name},
              {"ruleIndex", rule},
              {"level", level(one.severity)},
              {"message", {{"text", message}}},
              {"locations", {{{"physicalLocation", physical(*finding.sources, one.at)}}}}};
  if (!one.notes.empty()) out["relatedLocations"] = related(finding);
  for (const base::Fix& fix : one.fixes) {
    if (fix.edits.empty()) continue;
    out["fixes"].push_back(
        {{"description", {{"text", fix.title}}}, {"artifactChanges", changes(*finding.sources, fix)}});
  }
  return out;
}

Json rule(const base::DiagnosticInfo& info, std::span<const base::EmbeddedFile> pages) {
  Json out = {{"id", info.name},
              {"shortDescription", {{"text", headline(info)}}},
              {"defaultConfiguration", {{"level", level(info.severity)}}}};
  const std::string name = std::string(info.name) + ".md";
  for (const base::EmbeddedFile& page : pages) {
    if (page.name != name) continue;
    out["help"] = {{"text", page.text}, {"markdown", page.text}};
  }
  return out;
}

}  // namespace

std::string sarif(std::span<const Finding> findings, std::span<const base::EmbeddedFile> pages) {
  std::vector<const base::DiagnosticInfo*> rows;
  for (const Finding& finding : findings) rows.push_back(finding->info);
  const auto by_name = [](const auto* a, const auto* b) { return a->name < b->name; };
  std::sort(rows.begin(), rows.end(), by_name);
  rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
  Json rules = Json::array();
  for (const base::DiagnosticInfo* row : rows) rules.push_back(rule(*row, pages));
  Json results = Json::array();
  for (const Finding& finding : findings) {
    const auto row = std::lower_bound(rows.begin(), rows.end(), finding->info, by_name);
    results.push_back(result(finding, static_cast<std::size_t>(row - rows.begin())));
  }
  const Json driver = {{"name", "amljob"}, {"version", AMLJOB_VERSION}, {"rules", std::move(rules)}};
  const Json run = {
      {"tool", {{"driver", driver}}}, {"columnKind", "unicodeCodePoints"}, {"results", std::move(results)}};
  const Json out = {{"$schema", "https://json.schemastore.org/sarif-2.1.0.json"},
                    {"version", "2.1.0"},
                    {"runs", Json::array({run})}};
  return out.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace render
