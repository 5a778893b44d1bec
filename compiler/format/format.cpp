#include "format/format.h"

#include <algorithm>

#include "format/printer.h"
#include "syntax/comments.h"
#include "syntax/parse.h"

namespace format {

namespace {

// What is printed as one: an item, or a stretch of the file that is left as it is.
struct Chunk {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  const syntax::Unit* unit = nullptr;  // null: as it is
};

class File {
 public:
  explicit File(const syntax::Tree& tree)
      : tree_(tree),
        text_(tree.source->text()),
        comments_(syntax::comments(tree)),
        printer_(tree, comments_) {}

  std::string formatted() {
    std::vector<Row> rows;
    std::uint32_t end = text_.starts_with("\xEF\xBB\xBF") ? 3 : 0;
    const std::vector<Chunk> all = chunks(end);
    for (std::size_t i = 0; i < all.size(); ++i) {
      std::vector<Lead> lead = printer_.lead(end, all[i].begin);
      rows.push_back(row(all[i]));
      rows.back().lead = std::move(lead);
      rows.back().blank_before = printer_.blank_above(all[i].begin);
      end = all[i].end;
      rows.back().comment = printer_.trailing(end, i + 1 < all.size() ? all[i + 1].begin : size());
    }
    Row rest;
    rest.lead = printer_.lead(end, size());
    if (!rest.lead.empty()) rows.push_back(std::move(rest));
    return lines(rows, 0);
  }

  // Whether something was left as it is.
  bool has_damage() const { return damage_; }

 private:
  std::uint32_t size() const { return static_cast<std::uint32_t>(text_.size()); }

  // Items that have nothing but blanks and comments between them are chunks of their own.
  std::vector<Chunk> chunks(std::uint32_t begin) const {
    std::vector<Chunk> all;
    std::uint32_t end = begin;
    const auto add = [&](Chunk chunk) {
      const std::uint32_t junk = first_junk(end, chunk.begin);
      if (junk == chunk.begin) {
        if (chunk.end > chunk.begin) all.push_back(chunk);
      } else if (all.empty() || all.back().end != end) {
        all.push_back({junk, chunk.end, nullptr});
      } else {
        all.back() = {all.back().begin, chunk.end, nullptr};
      }
      end = chunk.end;
    };
    for (const syntax::Unit& unit : tree_.units) {
      if (unit.first_token == unit.end_token) continue;
      add({tree_.tokens[unit.first_token].begin, tree_.tokens[unit.end_token - 1].end, &unit});
    }
    add({size(), size(), nullptr});
    if (!all.empty()) all.back().end = trimmed_end(all.back());
    return all;
  }

  // A chunk to the end of the file has no blanks at its end.
  std::uint32_t trimmed_end(const Chunk& chunk) const {
    const std::string_view text = text_.substr(chunk.begin, chunk.end - chunk.begin);
    return chunk.begin + static_cast<std::uint32_t>(text.find_last_not_of(" \t\r\n") + 1);
  }

  // The first offset in begin … end at which something is that is neither blank nor comment; `end` where
  // nothing is.
  std::uint32_t first_junk(std::uint32_t begin, std::uint32_t end) const {
    auto comment = std::ranges::partition_point(comments_, [&](const auto& c) { return c.at.begin < begin; });
    while (begin < end) {
      const bool here = comment != comments_.end() && comment->at.end <= end;
      const std::uint32_t stop = here ? comment->at.begin : end;
      const std::size_t junk = text_.substr(begin, stop - begin).find_first_not_of(" \t\r\n");
      if (junk != std::string_view::npos) return begin + static_cast<std::uint32_t>(junk);
      begin = here ? comment->at.end : end;
      if (here) ++comment;
    }
    return end;
  }

  // With the blanks in front of it, if nothing else is there on its line: layout is evidence where brackets
  // do not match.
  std::uint32_t indented_begin(std::uint32_t begin) const {
    const std::uint32_t line = tree_.source->line_begin(tree_.source->position(begin).line);
    const bool alone = text_.substr(line, begin - line).find_first_not_of(" \t") == std::string_view::npos;
    return alone ? line : begin;
  }

  Row row(const Chunk& chunk) {
    if (chunk.unit != nullptr && !chunk.unit->damaged) {
      const std::size_t before = printer_.taken();
      Row own = printer_.item({tree_, chunk.unit->first_node}, 0);
      const auto inside = std::ranges::count_if(
          comments_, [&](const auto& c) { return chunk.begin <= c.at.begin && c.at.begin < chunk.end; });
      if (printer_.taken() - before == static_cast<std::size_t>(inside)) return own;
    }
    damage_ = true;
    Row same;
    for (std::uint32_t i = indented_begin(chunk.begin); i < chunk.end; ++i) {
      if (!text_.substr(i).starts_with("\r\n")) same.head += text_[i];
    }
    return same;
  }

  const syntax::Tree& tree_;
  std::string_view text_;
  std::vector<syntax::Comment> comments_;
  Printer printer_;
  bool damage_ = false;
};

}  // namespace

std::string formatted(const base::SourceMap&, const syntax::Tree& tree) {
  File file(tree);
  std::string text = file.formatted();
  if (!file.has_damage()) return text;
  // Layout is evidence for what a damaged text means: where another layout would be read in another way, all
  // stays.
  base::SourceMap sources;
  base::Diagnostics ignored;
  const syntax::Tree again = syntax::parse(sources, sources.add(tree.source->path(), text), ignored);
  return File(again).formatted() == text ? text : std::string(tree.source->text());
}

}  // namespace format
