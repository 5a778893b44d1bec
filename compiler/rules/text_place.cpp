#include "rules/text_place.h"

#include <fmt/format.h>

#include <algorithm>

namespace rules {
namespace {

std::string_view word_of(sema::Deferred::Root root) {
  switch (root) {
    case sema::Deferred::Root::inputs: return "inputs.";
    case sema::Deferred::Root::outputs: return "outputs.";
    case sema::Deferred::Root::run: break;
  }
  return "";
}

std::string spelled_deferred(const sema::Deferred& deferred) {
  return fmt::format("${{{{{}{}}}}}", word_of(deferred.root), deferred.name);
}

// Where what the interpolations from runs[i] on gave ends in the text: at the literal's next text, or, of the
// last ones, before that text at the end. `i` becomes the last of them. npos: the text is not of this
// literal.
std::size_t end_of_interpolated(std::string_view text, const LiteralRuns& literal, std::size_t& i,
                                std::size_t begin) {
  const auto& runs = literal.runs;
  const auto interpolated = [&](std::size_t at) { return runs[at].kind == Run::Kind::interpolated; };
  while (i + 1 < runs.size() && interpolated(i + 1)) ++i;
  std::size_t stop = i + 1;
  while (stop < runs.size() && !interpolated(stop)) ++stop;
  const std::uint32_t from = runs[i].text_end;
  const std::uint32_t to = stop == i + 1 ? from : runs[stop - 1].text_end;
  const std::string_view after = std::string_view(literal.text).substr(from, to - from);
  if (stop < runs.size()) return text.find(after, begin);
  if (!text.ends_with(after) || text.size() - after.size() < begin) return std::string_view::npos;
  return text.size() - after.size();
}

std::uint32_t size32(std::string_view text) { return static_cast<std::uint32_t>(text.size()); }

}  // namespace

void TextPlace::take_text(const sema::Value& value) {
  const auto add = [&](const sema::Deferred& deferred) {
    const std::uint32_t begin = size32(text_);
    text_ += spelled_deferred(deferred);
    deferred_.push_back({{begin, size32(text_)}, &deferred});
  };
  if (const auto* text = value.get<std::string_view>()) text_ = *text;
  if (const auto* one = value.get<const sema::Deferred*>()) add(**one);
  const auto* text = value.get<const sema::Text*>();
  known_ = !text_.empty() || value.is<std::string_view>() || (text && !(*text)->unknown);
  if (!text) return;
  for (const sema::Piece& piece : (*text)->pieces) {
    if (piece.deferred) {
      add(*piece.deferred);
    } else {
      text_ += piece.text;
    }
  }
}

bool TextPlace::is_deferred(formats::Range range) const {
  return std::any_of(deferred_.begin(), deferred_.end(), [&](const DeferredAt& one) {
    return one.at.begin < range.end && range.begin < one.at.end;
  });
}

TextPlace::TextPlace(const base::SourceMap& sources, const sema::Value& value) : all_(value.at) {
  take_text(value);
  if (!all_.known() || all_.end > sources[all_.file].text().size()) return;
  const std::string_view source = sources.text(all_);
  if (source == text_) {
    runs_.push_back({Run::Kind::verbatim, 0, size32(text_), 0, all_.size()});
  } else {
    take_literal(source);
  }
}

TextPlace::TextPlace(base::FileId file, const formats::YamlNode& scalar)
    : text_(scalar.text), all_{file, scalar.at.begin, scalar.at.end}, known_(true) {
  if (scalar.verbatim && !scalar.aliased && scalar.at.size() == scalar.text.size()) {
    runs_.push_back({Run::Kind::verbatim, 0, size32(text_), 0, all_.size()});
  }
}

void TextPlace::take_literal(std::string_view source) {
  // Most literals are "…" without escapes: their bytes are the text's.
  const bool simple =
      source.size() == text_.size() + 2 && source.front() == '"' && source.substr(1, text_.size()) == text_;
  if (simple && text_.find_first_of("\\$") == std::string::npos) {
    spelling_ = Spelling::escaped;
    runs_.push_back({Run::Kind::verbatim, 0, size32(text_), 1, 1 + size32(text_)});
    return;
  }
  const std::optional<LiteralRuns> literal = read_literal(source);
  if (!literal || !align(*literal)) return;
  spelling_ = literal->spelling;
}

bool TextPlace::align(const LiteralRuns& literal) {
  std::vector<Run> out;
  std::uint32_t shift = 0;  // how far the text is ahead of the literal's own
  const std::string_view text = text_, own = literal.text;
  for (std::size_t i = 0; i < literal.runs.size(); ++i) {
    Run run = literal.runs[i];
    run.text_begin += shift;
    run.text_end += shift;
    if (run.kind != Run::Kind::interpolated) {
      const std::string_view piece = own.substr(run.text_begin - shift, run.text_end - run.text_begin);
      if (run.text_begin > text.size() || !text.substr(run.text_begin).starts_with(piece)) return false;
      out.push_back(run);
      continue;
    }
    const std::size_t end = end_of_interpolated(text, literal, i, run.text_begin);
    if (end == std::string_view::npos) return false;
    shift += static_cast<std::uint32_t>(end) - run.text_begin;
    run.text_end = static_cast<std::uint32_t>(end);
    run.source_end = literal.runs[i].source_end;
    out.push_back(run);
  }
  if (own.size() + shift != text.size()) return false;
  runs_ = std::move(out);
  return true;
}

base::Span TextPlace::at(formats::Range range) const {
  if (runs_.empty() || range.end > text_.size() || range.begin > range.end) return all_;
  const auto first =
      std::find_if(runs_.begin(), runs_.end(), [&](const Run& run) { return range.begin < run.text_end; });
  if (first == runs_.end()) {
    const std::uint32_t end = all_.begin + runs_.back().source_end;
    return {all_.file, end, end};
  }
  const bool verbatim = first->kind == Run::Kind::verbatim;
  const std::uint32_t begin = first->source_begin + (verbatim ? range.begin - first->text_begin : 0);
  if (range.empty()) return {all_.file, all_.begin + begin, all_.begin + begin};
  const auto last =
      std::find_if(first, runs_.end(), [&](const Run& run) { return range.end <= run.text_end; });
  if (last == runs_.end()) return all_;
  const bool plain = last->kind == Run::Kind::verbatim;
  const std::uint32_t end = plain ? last->source_begin + range.end - last->text_begin : last->source_end;
  return {all_.file, all_.begin + begin, all_.begin + end};
}

bool TextPlace::exact(formats::Range range) const {
  return std::any_of(runs_.begin(), runs_.end(), [&](const Run& run) {
    return run.kind == Run::Kind::verbatim && run.text_begin <= range.begin && range.end <= run.text_end;
  });
}

std::string TextPlace::spelled(std::string_view replacement) const {
  if (spelling_ != Spelling::escaped) return std::string(replacement);
  std::string out;
  for (std::size_t i = 0; i < replacement.size(); ++i) {
    const char c = replacement[i];
    const bool dollar = c == '$' && i + 1 < replacement.size() && replacement[i + 1] == '{';
    if (c == '"' || c == '\\' || dollar) out += '\\';
    out += c;
  }
  return out;
}

}  // namespace rules
