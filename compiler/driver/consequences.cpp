#include "driver/consequences.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "sema/diagnostics.h"
#include "syntax/diagnostics.h"

namespace driver {

namespace {

using Row = const base::DiagnosticInfo*;

// The checker's errors that leave a part of the text without a meaning, as the parser's do.
constexpr Row kUnread[] = {&sema::unknown_kind, &sema::missing_name, &sema::bare_member,
                           &sema::braces_after_value, &sema::port_without_type};

// Names that a line which could not be read may declare.
constexpr Row kUnknown[] = {&sema::unknown_name, &sema::unknown_input, &sema::unknown_output};

// One mistake that may show in many places.
constexpr Row kRepeated[] = {&sema::unknown_name, &sema::unknown_input, &sema::unknown_output,
                             &sema::blank_value};

// What they say of a declaration may be wrong where a part of it could not be read. Rows of rules are private
// to their files, hence names.
constexpr std::string_view kLacking[] = {"missing-field", "no-image", "unknown-input", "unknown-output"};

// The same of the whole program.
constexpr std::string_view kDoubtful[] = {"unused-name",      "unused-import", "unused-input",
                                          "unused-output",    "unused-allow",  "no-key",
                                          "stray-doc-comment"};

template <typename List, typename Element>
bool has(const List& list, const Element& element) {
  return std::find(std::begin(list), std::end(list), element) != std::end(list);
}

class Consequences {
 public:
  Consequences(const sema::Model& model, base::Diagnostics& diagnostics)
      : model_(model), all_(diagnostics.all()) {}

  void drop() {
    for (const bool of_syntax : {true, false}) {
      for (const base::Diagnostic& one : all_) {
        if (of_syntax ? unparsed(one) : unread(one)) add(one.at);
      }
      if (of_syntax) drop_repeated_lines();
    }
    if (!lines_.empty()) {
      for (const auto& [file, line] : lines_) add_words(model_.sources[file].line(line));
      for (const auto& document : model_.documents) add_unknown_kinds(document->items);
      std::erase_if(all_, [&](const base::Diagnostic& one) { return follows(one); });
    }
    std::erase_if(all_, [&](const base::Diagnostic& one) { return taken_as_value(one); });
    gather();
  }

 private:
  using Line = std::pair<base::FileId, std::uint32_t>;

  bool unparsed(const base::Diagnostic& one) const {
    return one.at.known() && one.severity == base::Severity::error && has(syntax::diagnostics(), one.info) &&
           !syntax::understood(one);
  }
  bool unread(const base::Diagnostic& one) const {
    return one.at.known() && (unparsed(one) || has(kUnread, one.info));
  }

  void add(base::Span at) {
    lines_.insert(line_of(at));
    places_.insert({at.file, at.begin});
  }

  // Of what the checker could not read, the first of a line that the parser could.
  void drop_repeated_lines() {
    std::set<Line> told = lines_;
    std::erase_if(all_, [&](const base::Diagnostic& one) {
      return !unparsed(one) && unread(one) && !told.insert(line_of(one.at)).second;
    });
  }

  void add_unknown_kinds(const std::vector<surface::Item>& items) {
    for (const surface::Item& item : items) {
      const auto of_kind = [&](const base::Diagnostic& one) {
        return one.info == &sema::unknown_kind && one.at == item.kind_word.at;
      };
      if (item.kind == surface::ItemKind::declaration && std::any_of(all_.begin(), all_.end(), of_kind))
        unknown_.push_back(item.at);
      add_unknown_kinds(item.items);
      add_unknown_kinds(item.otherwise);
    }
  }

  Line line_of(base::Span at) const { return {at.file, model_.sources[at.file].position(at.begin).line}; }

  void add_words(std::string_view line) {
    const auto in_name = [](char c) {
      return std::isalnum(static_cast<unsigned char>(c)) || c == '_' || c == '-';
    };
    for (std::size_t at = 0; at < line.size();) {
      std::size_t end = at;
      while (end < line.size() && in_name(line[end])) ++end;
      if (end > at) words_.insert(line.substr(at, end - at));
      at = end + 1;
    }
  }

  bool follows(const base::Diagnostic& one) const {
    if (!one.at.known()) return false;
    if (has(kDoubtful, one.info->name)) return true;
    const auto holds = [&](base::Span item) { return item.contains(one.at) && item.begin != one.at.begin; };
    if (std::any_of(unknown_.begin(), unknown_.end(), holds)) return true;
    if (unread(one) || has(syntax::diagnostics(), one.info)) return false;
    if (lines_.contains(line_of(one.at))) return true;
    if (has(kUnknown, one.info) && words_.contains(model_.sources.text(one.at))) return true;
    return has(kLacking, one.info->name) && in_unread_declaration(one.at);
  }

  // `compute = ⏎ environment { … }`: the field that is said to be missing was read as the value before it.
  bool taken_as_value(const base::Diagnostic& missing) const {
    return missing.info == &sema::missing_field &&
           std::any_of(all_.begin(), all_.end(), [&](const auto& one) {
             return one.info == &sema::unknown_name && one.at.known() &&
                    missing.message.contains(fmt::format("`{}`", model_.sources.text(one.at))) &&
                    in_one_declaration(missing.at, one.at);
           });
  }

  bool in_one_declaration(base::Span a, base::Span b) const {
    return std::any_of(
        model_.declarations.begin(), model_.declarations.end(),
        [&](const sema::Declaration& one) { return one.at.contains(a) && one.at.contains(b); });
  }

  bool has_unread(base::Span at) const {
    const auto first = places_.lower_bound({at.file, at.begin});
    return first != places_.end() && first->first == at.file && first->second <= at.end;
  }

  bool in_unread_declaration(base::Span at) const {
    return std::any_of(model_.declarations.begin(), model_.declarations.end(),
                       [&](const sema::Declaration& one) {
                         if (!one.at.contains(at)) return false;
                         for (const sema::Declaration* own = &one; own; own = own->base) {
                           if (has_unread(own->at)) return true;
                         }
                         return false;
                       });
  }

  // Of reports that name the same unknown thing in a file, the first takes the others' places and edits.
  void gather() {
    std::map<std::pair<base::FileId, std::string_view>, std::vector<base::Diagnostic*>> same;
    for (base::Diagnostic& one : all_) {
      if (one.at.known() && has(kRepeated, one.info)) same[{one.at.file, one.message}].push_back(&one);
    }
    for (auto& [key, reports] : same) {
      if (reports.size() > 1) merge(reports);
    }
    std::erase_if(all_, [](const base::Diagnostic& one) { return one.info == nullptr; });
  }

  static void merge(std::vector<base::Diagnostic*>& reports) {
    std::stable_sort(reports.begin(), reports.end(),
                     [](const auto* a, const auto* b) { return a->at.begin < b->at.begin; });
    base::Diagnostic& first = *reports.front();
    std::set<std::uint32_t> places{first.at.begin};
    base::Diagnostic* second = nullptr;
    for (base::Diagnostic* other : reports) {
      if (!places.insert(other->at.begin).second) continue;
      if (!second) second = other;
      if (first.fixes.size() == 1 && other->fixes.size() == 1) {
        auto& edits = first.fixes.front().edits;
        edits.insert(edits.end(), other->fixes.front().edits.begin(), other->fixes.front().edits.end());
      }
    }
    if (!second) return;  // the same place, from several iterations or heirs: settle() counts them
    const std::size_t more = places.size() - 2;
    first.note(second->at, more == 0
                               ? "and here"
                               : fmt::format("and here, and in {} more place{}", more, more == 1 ? "" : "s"));
    for (base::Diagnostic* other : reports) {
      if (other->at.begin != first.at.begin) other->info = nullptr;
    }
  }

  const sema::Model& model_;
  std::vector<base::Diagnostic>& all_;
  std::set<Line> lines_;
  std::set<std::pair<base::FileId, std::uint32_t>> places_;
  std::set<std::string_view> words_;
  std::vector<base::Span> unknown_;  // items of unknown kinds
};

}  // namespace

void drop_consequences(const sema::Model& model, base::Diagnostics& diagnostics) {
  Consequences(model, diagnostics).drop();
}

}  // namespace driver
