#include <algorithm>
#include <string>

#include "sema/evaluate.h"
#include "sema/functions.h"

namespace sema {

namespace {

const std::string_view* string_at(const Call& call, std::size_t index) {
  return call.values[index].get<std::string_view>();
}

Value join(const Call& call) {
  const auto* list = call.values[0].get<const List*>();
  if (!list) return call.wrong(0, "a list");
  const auto* separator = string_at(call, 1);
  if (!separator) return call.wrong(1, "a string");
  std::string out;
  for (const Value& item : (*list)->items) {
    const auto text = printed(item);
    if (!text)
      return item.poisoned() ? call.failed()
                             : call.refused(0, "not all of its elements can be put into text");
    if (&item != &(*list)->items.front()) out += *separator;
    out += *text;
    if (out.size() > kMaxTextBytes) break;
  }
  return call.text(out);
}

Value split(const Call& call) {
  const auto* text = string_at(call, 0);
  const auto* separator = string_at(call, 1);
  if (!text) return call.wrong(0, "a string");
  if (!separator) return call.wrong(1, "a string");
  if (separator->empty()) return call.refused(1, "the separator is empty");
  std::vector<Value> items;
  std::string_view rest = *text;
  for (std::size_t at = rest.find(*separator); at != std::string_view::npos; at = rest.find(*separator)) {
    items.push_back(call.made(rest.substr(0, at)));
    rest.remove_prefix(at + separator->size());
  }
  items.push_back(call.made(rest));
  return call.list(items);
}

Value replace(const Call& call) {
  for (std::size_t i = 0; i < 3; ++i) {
    if (!string_at(call, i)) return call.wrong(i, "a string");
  }
  const std::string_view from = *string_at(call, 1), to = *string_at(call, 2);
  if (from.empty()) return call.refused(1, "what is to be replaced is empty");
  std::string out;
  std::string_view rest = *string_at(call, 0);
  for (std::size_t at = rest.find(from); at != std::string_view::npos; at = rest.find(from)) {
    out.append(rest.substr(0, at)).append(to);
    rest.remove_prefix(at + from.size());
    if (out.size() > kMaxTextBytes) break;
  }
  return call.text(out.append(rest));
}

template <char From, char To>
Value shifted(const Call& call) {
  const auto* text = string_at(call, 0);
  if (!text) return call.wrong(0, "a string");
  std::string out(*text);
  for (char& c : out) {
    if (c >= From && c <= From + 25) c = static_cast<char>(c - From + To);
  }
  return call.text(out);
}

Value trim(const Call& call) {
  const auto* text = string_at(call, 0);
  if (!text) return call.wrong(0, "a string");
  const std::size_t first = text->find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return call.made(std::string_view{});
  return call.made(text->substr(first, text->find_last_not_of(" \t\r\n") - first + 1));
}

template <bool AtEnd>
Value edge(const Call& call) {
  if (!string_at(call, 0)) return call.wrong(0, "a string");
  if (!string_at(call, 1)) return call.wrong(1, "a string");
  const std::string_view text = *string_at(call, 0), part = *string_at(call, 1);
  return call.made(AtEnd ? text.ends_with(part) : text.starts_with(part));
}

Value basename(const Call& call) {
  const auto* text = string_at(call, 0);
  return text ? call.made(base::name_of(*text)) : call.wrong(0, "a string");
}

Value dirname(const Call& call) {
  const auto* text = string_at(call, 0);
  return text ? call.made(base::folder_of(*text)) : call.wrong(0, "a string");
}

constexpr Function kFunctions[] = {
    {"join", "join(list, separator)", "The elements of a list as one text.", 2, 2, Known::string, join},
    {"split", "split(text, separator)", "The parts of a text between separators.", 2, 2, Known::list, split},
    {"replace", "replace(text, old, new)", "A text with every `old` replaced.", 3, 3, Known::string, replace},
    {"upper", "upper(text)", "A text in capitals (ASCII letters).", 1, 1, Known::string, shifted<'a', 'A'>},
    {"lower", "lower(text)", "A text in small letters (ASCII letters).", 1, 1, Known::string,
     shifted<'A', 'a'>},
    {"trim", "trim(text)", "A text without blanks and newlines at its ends.", 1, 1, Known::string, trim},
    {"starts_with", "starts_with(text, start)", "Whether a text starts so.", 2, 2, Known::boolean,
     edge<false>},
    {"ends_with", "ends_with(text, end)", "Whether a text ends so.", 2, 2, Known::boolean, edge<true>},
    {"basename", "basename(path)", "The last part of a path.", 1, 1, Known::string, basename},
    {"dirname", "dirname(path)", "A path without its last part.", 1, 1, Known::string, dirname},
};

}  // namespace

std::span<const Function> text_functions() { return kFunctions; }

}  // namespace sema
