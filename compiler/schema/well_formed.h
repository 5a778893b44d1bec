// What must hold of every row, checked while compiling: `static_assert(flaw_of(kJob).empty())`.
#pragma once

#include "schema/kind.h"

namespace schema {
namespace well_formed {

constexpr bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_word(char c) { return is_lower(c) || is_digit(c) || c == '_' || (c >= 'A' && c <= 'Z'); }

constexpr bool holds(std::span<const std::string_view> names, std::string_view name) {
  for (const auto& each : names)
    if (each == name) return true;
  return false;
}

// `max_instances`: what an author writes as a key.
constexpr bool is_name(std::string_view text) {
  if (text.empty() || !is_lower(text[0])) return false;
  for (const char c : text)
    if (!is_lower(c) && !is_digit(c) && c != '_') return false;
  return true;
}

// A sentence: `Nodes kept even when idle. Default 0.`
constexpr bool is_doc(std::string_view text) {
  return text.size() > 3 && !is_lower(text[0]) && text.back() == '.' &&
         text.find("  ") == std::string_view::npos;
}

// Names joined with single dots.
constexpr bool is_path(std::string_view path) {
  char before = '.';
  for (const char c : path) {
    if (c == '.' ? before == '.' : !is_word(c)) return false;
    before = c;
  }
  return before != '.';
}

constexpr std::string_view flaw_of(std::span<const Fixed> fixed) {
  for (const auto& each : fixed)
    if (!is_path(each.path) || each.value.empty()) return "a fixed member without path or value";
  return {};
}

// Words are many, and compilers bound the steps of a constant: unlike ones differ at once.
constexpr bool is_same(std::string_view a, std::string_view b) {
  return a.size() == b.size() && a.front() == b.front() && a == b;
}

constexpr std::string_view flaw_of(std::span<const Word> words) {
  for (const Word& word : words) {
    if (word.name.empty()) return "a word without a name";
    if (!word.doc.empty() && !is_doc(word.doc)) return "the doc of a word is no sentence";
    for (const Word* other = words.data(); other != &word; ++other)
      if (is_same(other->name, word.name)) return "a word twice";
    for (const auto& older : word.was)
      for (const Word& other : words)
        if (is_same(other.name, older)) return "a word that is also an older spelling";
  }
  return {};
}

constexpr std::string_view flaw_of(const Type& type) {
  if (type.min > type.max) return "an empty range";
  const bool takes_words =
      type.shape == Shape::word || type.shape == Shape::boolean || (type.forms & form_word) != 0;
  if (type.words.empty() ? type.shape == Shape::word : !takes_words)
    return "words of a type that takes none, or none";
  if (type.shape == Shape::boolean && !type.words.empty() && type.words.size() != 2)
    return "a boolean has two words";
  if ((type.shape == Shape::list || type.shape == Shape::map) && type.of == nullptr)
    return "a collection of nothing";
  if (type.shape == Shape::block && type.block == nullptr) return "a block without rows";
  if (type.shape == Shape::reference && type.kinds.empty() && type.forms == 0)
    return "a reference to nothing";
  if (type.shape == Shape::path && type.forms == 0) return "a path of no form";
  return flaw_of(type.words);
}

// Two rows of one name stand beside different words.
constexpr bool disjoint(const Field& a, const Field& b) {
  if (a.only.empty() || b.only.empty()) return false;
  for (const auto& word : a.only)
    if (holds(b.only, word)) return false;
  return true;
}

constexpr bool has_word(const Field& field, std::string_view word) {
  for (const auto& each : field.type.words)
    if (each.name == word) return true;
  return false;
}

constexpr const Field* row(const Block& in, std::string_view name) {
  for (const auto& each : in.fields)
    if (each.name == name) return &each;
  return nullptr;
}

constexpr std::string_view flaw_of_names(const Block& in, const Field& field) {
  for (const auto& older : field.was) {
    if (row(in, older) != nullptr) return "an older name that is a present one";
    for (const auto& other : in.fields)
      if (&other != &field && other.name != field.name && holds(other.was, older))
        return "an older name of two";
  }
  for (const auto& other : in.fields)
    if (&other != &field && other.name == field.name && !disjoint(other, field)) return "two rows of a name";
  for (const auto& gone : in.gone)
    if (gone.name == field.name || holds(field.was, gone.name)) return "a name that is gone and there";
  return {};
}

// A default is in the doc, and what must be given has none.
constexpr bool documents_default(const Field& field) {
  const auto at = field.doc.find("Default ");
  if (field.required) return at == std::string_view::npos;
  return field.fallback.empty() ||
         (at != std::string_view::npos && field.doc.find(field.fallback, at) != field.doc.npos);
}

constexpr std::string_view flaw_of(const Block& in, const Field& field) {
  if (!is_name(field.name)) return "no name of a field";
  if (!is_doc(field.doc)) return "a doc that is no sentence";
  if (!field.rest.empty() && !is_path(field.rest) && (field.rest != "." || field.type.shape != Shape::block))
    return "no path of a body";
  if (field.required && !field.fallback.empty()) return "required, and has a default";
  if (!documents_default(field)) return "a default that the doc does not say, or says in vain";
  if (field.type.shape == Shape::word && !field.fallback.empty() && !has_word(field, field.fallback))
    return "a default that is none of the words";
  const Field* decider = row(in, in.discriminator);
  if (!field.only.empty() && decider == nullptr) return "`only` without a discriminator";
  for (const auto& word : field.only)
    if (!has_word(*decider, word)) return "`only` beside no word of the discriminator";
  if (const auto flaw = flaw_of_names(in, field); !flaw.empty()) return flaw;
  if (const auto flaw = flaw_of(field.with); !flaw.empty()) return flaw;
  return flaw_of(field.type);
}

constexpr const Block* inside(const Type& type) {
  if (type.shape == Shape::block) return type.block;
  return type.of != nullptr ? inside(*type.of) : nullptr;
}

// The first flaw of a block or of one in it; empty where there is none. Bodies of referred kinds are not
// entered.
constexpr std::string_view flaw_of(const Block& block) {
  if (!is_doc(block.doc)) return "a block's doc that is no sentence";
  if (!block.discriminator.empty()) {
    const Field* decider = row(block, block.discriminator);
    if (decider == nullptr || decider->type.shape != Shape::word) return "a discriminator that is no word";
  }
  for (const auto& group : block.groups)
    for (const auto& name : group.names)
      if (row(block, name) == nullptr) return "a group of what is not there";
  for (const auto& gone : block.gone)
    if (gone.name.empty() || gone.help.empty()) return "a gone field without help";
  for (const auto& field : block.fields) {
    if (const auto flaw = flaw_of(block, field); !flaw.empty()) return flaw;
    if (const Block* inner = inside(field.type); inner != nullptr)
      if (const auto flaw = flaw_of(*inner); !flaw.empty()) return flaw;
  }
  return {};
}

}  // namespace well_formed

// The first flaw of a kind's rows in words; empty where there is none.
constexpr std::string_view flaw_of(const Kind& kind) {
  if (!well_formed::is_name(kind.name) || kind.name != kind.body.name) return "no name of a kind";
  if (!well_formed::is_doc(kind.doc)) return "a kind's doc that is no sentence";
  if (const auto flaw = well_formed::flaw_of(kind.fixed); !flaw.empty()) return flaw;
  return well_formed::flaw_of(kind.body);
}
constexpr std::string_view flaw_of(const Block& block) { return well_formed::flaw_of(block); }

}  // namespace schema
