#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "render/display.h"
#include "render/paint.h"
#include "render/render.h"
#include "render/snippet.h"
#include "render/wrap.h"

namespace render {

namespace {

constexpr std::uint32_t kProse = 100;
constexpr std::uint32_t kCode = 140;

struct Page {
  const Finding& finding;
  Sheet sheet;
  std::uint32_t prose;
};

// Every place that is shown, those of one file together: the finding's own file first.
std::vector<std::pair<base::FileId, std::vector<Mark>>> marks_by_file(const base::Diagnostic& one) {
  std::vector<std::pair<base::FileId, std::vector<Mark>>> out;
  const auto add = [&](base::Span at, const std::string& label, bool primary) {
    if (!at.known()) return;
    const auto same = [&](const auto& group) { return group.first == at.file; };
    auto group = std::find_if(out.begin(), out.end(), same);
    if (group == out.end()) group = out.insert(out.end(), {at.file, {}});
    group->second.push_back({at, label, primary});
  };
  add(one.at, one.label, true);
  for (const base::Note& note : one.notes) add(note.at, note.text, false);
  return out;
}

std::uint32_t gutter_of(const Finding& finding) {
  std::uint32_t last = 1;
  const auto see = [&](base::Span at) { last = std::max(last, place(*finding.sources, at).end.line); };
  see(finding->at);
  for (const base::Note& note : finding->notes) see(note.at);
  return std::max<std::uint32_t>(2, static_cast<std::uint32_t>(std::to_string(last).size()));
}

std::string headline(const Page& page) {
  const base::Diagnostic& one = *page.finding;
  const Paint& paint = page.sheet.paint;
  return fmt::format("{}{}  [{}]\n", paint(page.sheet.primary, name_of(one.severity)),
                     paint(Style::strong, ": " + printable(one.message)), one.info->name);
}

std::string arrow(const Page& page, std::string_view sign, base::Span at) {
  const std::string where = at.known() ? [&] {
    const Place found = place(*page.finding.sources, at);
    return fmt::format("{}:{}:{}", printable(found.file), found.begin.line, found.begin.column);
  }()
                                       : std::string(kCommandLine);
  const std::string indent(page.sheet.gutter, ' ');
  return fmt::format("{}{} {}\n", indent, page.sheet.paint(Style::gutter, sign), where);
}

// `   = help: …` with its further lines below its first word.
std::string remark(const Page& page, std::string_view word, std::string_view text) {
  const std::string lead = std::string(page.sheet.gutter + 1, ' ');
  const std::size_t indent = lead.size() + 2 + word.size() + (word.empty() ? 0 : 2);
  const auto width = static_cast<std::uint32_t>(std::max<std::size_t>(page.prose, indent + 30) - indent);
  const std::vector<std::string> lines = wrapped(printable(text), width);
  std::string out = lead + page.sheet.paint(Style::gutter, "=") + " ";
  if (!word.empty()) out += page.sheet.paint(Style::strong, word) + ": ";
  for (std::size_t i = 0; i < lines.size(); ++i) {
    out += (i == 0 ? "" : std::string(indent, ' ')) + lines[i] + "\n";
  }
  return out;
}

std::string remarks(const Page& page) {
  const base::Diagnostic& one = *page.finding;
  std::string out;
  if (!one.help.empty()) out += remark(page, "help", one.help);
  for (const base::Fix& fix : one.fixes) {
    const std::string_view state = fix.safe == base::Safe::yes ? "  (safe)" : "  (needs review)";
    std::string line = remark(page, "fix", fix.title);
    line.insert(line.size() - 1, state);
    out += line;
  }
  if (one.repeats > 0) out += remark(page, "", fmt::format("and {} more", one.repeats));
  if (!page.finding.context.empty()) out += remark(page, "", page.finding.context);
  return out;
}

}  // namespace

std::string text(const Finding& finding, const TextOptions& options) {
  Sheet sheet{{options.color}, style_of(finding->severity), gutter_of(finding), kCode};
  if (options.width > 0) sheet.width = std::max<std::uint32_t>(options.width, 40) - sheet.gutter - 4;
  const std::uint32_t prose =
      options.width > 0 ? std::clamp<std::uint32_t>(options.width, 40, kProse) : kProse;
  sheet.prose = prose - sheet.gutter - 3;
  const Page page{finding, sheet, prose};
  std::string out = headline(page) + arrow(page, "-->", finding->at);
  for (const auto& [file, marks] : marks_by_file(*finding)) {
    const bool elsewhere = !marks.front().primary;
    if (elsewhere) out += arrow(page, ":::", marks.front().at);
    out += snippet((*finding.sources)[file], marks, sheet);
  }
  return out + remarks(page);
}

}  // namespace render
