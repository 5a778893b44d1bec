#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "sema/evaluate.h"
#include "sema/functions.h"
#include "sema/operators.h"

namespace sema {

namespace {

const List* list_at(const Call& call, std::size_t index) {
  const auto* list = call.values[index].get<const List*>();
  return list ? *list : nullptr;
}
const Map* map_at(const Call& call, std::size_t index) {
  const auto* map = call.values[index].get<const Map*>();
  return map ? *map : nullptr;
}

Value contains(const Call& call) {
  if (const auto* text = call.values[0].get<std::string_view>()) {
    const auto* part = call.values[1].get<std::string_view>();
    return part ? call.made(text->find(*part) != std::string_view::npos) : call.wrong(1, "a string");
  }
  const List* list = list_at(call, 0);
  if (!list) return call.wrong(0, "a string or a list");
  return call.made(std::any_of(list->items.begin(), list->items.end(), [&](const Value& item) {
    return equal(item, call.values[1]).value_or(false);
  }));
}

Value len(const Call& call) {
  std::size_t size = 0;
  if (const auto* text = call.values[0].get<std::string_view>()) {
    size = static_cast<std::size_t>(std::count_if(
        text->begin(), text->end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
  } else if (const List* list = list_at(call, 0)) {
    size = list->items.size();
  } else if (const Map* map = map_at(call, 0)) {
    size = map->entries.size();
  } else {
    return call.wrong(0, "a string, a list or a block");
  }
  return call.made(static_cast<std::int64_t>(size));
}

Value range(const Call& call) {
  std::int64_t bounds[2] = {0, 0};
  for (std::size_t i = 0; i < call.values.size(); ++i) {
    const auto* integer = call.values[i].get<std::int64_t>();
    if (!integer) return call.wrong(i, "an integer");
    bounds[call.values.size() == 1 ? 1 : i] = *integer;
  }
  std::int64_t size = 0;
  const bool over = __builtin_sub_overflow(bounds[1], bounds[0], &size);
  if (!within_elements(call.session,
                       over ? kMaxElements + 1 : static_cast<std::size_t>(std::max<std::int64_t>(size, 0)),
                       call.at)) {
    return call.failed();
  }
  std::vector<Value> items;
  for (std::int64_t i = bounds[0]; i < bounds[1]; ++i) items.push_back(call.made(i));
  return call.made(call.session.model.arena.make(List{call.session.model.arena.array(items)}));
}

Value keys(const Call& call) {
  const Map* map = map_at(call, 0);
  if (!map) return call.wrong(0, "a block");
  std::vector<Value> items;
  for (const Entry& entry : map->entries) items.push_back({entry.key, entry.key_at});
  return call.list(items);
}

Value values(const Call& call) {
  const Map* map = map_at(call, 0);
  if (!map) return call.wrong(0, "a block");
  std::vector<Value> items;
  for (const Entry& entry : map->entries) items.push_back(entry.value);
  return call.list(items);
}

Value merge(const Call& call) {
  std::vector<Entry> entries;
  for (std::size_t i = 0; i < call.values.size(); ++i) {
    const Map* map = map_at(call, i);
    if (!map) return call.wrong(i, "a block");
    if (!within_elements(call.session, map->entries.size(), call.at)) return call.failed();
    for (const Entry& entry : map->entries) {
      const auto same =
          std::find_if(entries.begin(), entries.end(), [&](const Entry& e) { return e.key == entry.key; });
      if (same == entries.end()) {
        entries.push_back(entry);
      } else {
        *same = entry;
      }
    }
  }
  return call.made(call.session.model.arena.make(Map{call.session.model.arena.array(entries), call.at}));
}

Value flatten(const Call& call) {
  const List* list = list_at(call, 0);
  if (!list) return call.wrong(0, "a list");
  std::vector<Value> items;
  for (const Value& item : list->items) {
    if (const auto* inner = item.get<const List*>()) {
      items.insert(items.end(), (*inner)->items.begin(), (*inner)->items.end());
    } else {
      items.push_back(item);
    }
  }
  return call.list(items);
}

Value zip(const Call& call) {
  const List* a = list_at(call, 0);
  const List* b = list_at(call, 1);
  if (!a) return call.wrong(0, "a list");
  if (!b) return call.wrong(1, "a list");
  if (a->items.size() != b->items.size()) {
    return call.refused(1,
                        fmt::format("the lists have {} and {} elements", a->items.size(), b->items.size()));
  }
  std::vector<Value> items;
  for (std::size_t i = 0; i < a->items.size(); ++i) items.push_back(call.list({a->items[i], b->items[i]}));
  return call.list(items);
}

Value unique(const Call& call) {
  const List* list = list_at(call, 0);
  if (!list) return call.wrong(0, "a list");
  // Compared one by one, since elements may be of any type: bounded, so that it stays quick.
  if (list->items.size() > 10'000) return call.refused(0, "the list has more than 10000 elements");
  std::vector<Value> items;
  for (const Value& item : list->items) {
    const auto same = [&](const Value& other) { return equal(item, other).value_or(false); };
    if (std::none_of(items.begin(), items.end(), same)) items.push_back(item);
  }
  return call.list(items);
}

Value sort(const Call& call) {
  const List* list = list_at(call, 0);
  if (!list) return call.wrong(0, "a list");
  std::vector<Value> items(list->items.begin(), list->items.end());
  for (const Value& item : items) {
    if (!order(items.front(), item))
      return call.refused(0, "its elements cannot be compared with each other");
  }
  std::stable_sort(items.begin(), items.end(),
                   [](const Value& a, const Value& b) { return order(a, b).value_or(0) < 0; });
  return call.list(items);
}

template <int Sign>
Value extreme(const Call& call) {
  const List* list = call.values.size() == 1 ? list_at(call, 0) : nullptr;
  if (call.values.size() == 1 && !list) return call.wrong(0, "a list, or several values");
  const std::span<const Value> items = list ? list->items : std::span<const Value>(call.values);
  if (items.empty()) return call.refused(0, "the list is empty");
  Value best = items.front();
  for (const Value& item : items) {
    const auto sign = order(item, best);
    if (!sign) return call.refused(0, "these values cannot be compared with each other");
    if (*sign * Sign > 0) best = item;
  }
  return call.made(best.data);
}

constexpr Function kFunctions[] = {
    {"contains", "contains(text or list, x)", "Whether a text or a list has `x` in it.", 2, 2, Known::boolean,
     contains},
    {"len", "len(text, list or block)", "The number of characters, elements or keys.", 1, 1, Known::integer,
     len},
    {"range", "range(n) or range(from, to)", "The integers from 0, or `from`, without the end.", 1, 2,
     Known::list, range},
    {"keys", "keys(block)", "The keys of a block, in the order written.", 1, 1, Known::list, keys},
    {"values", "values(block)", "The values of a block, in the order written.", 1, 1, Known::list, values},
    {"merge", "merge(a, b)", "The keys of all blocks; the later one wins.", 2, 255, Known::map, merge},
    {"flatten", "flatten(list)", "A list with its inner lists' elements in place.", 1, 1, Known::list,
     flatten},
    {"zip", "zip(a, b)", "Two lists as one of lists of two.", 2, 2, Known::list, zip},
    {"unique", "unique(list)", "A list without repeated elements.", 1, 1, Known::list, unique},
    {"sort", "sort(list)", "A list in order.", 1, 1, Known::list, sort},
    {"min", "min(list) or min(a, b, …)", "The least value.", 1, 255, Known::nothing, extreme<-1>},
    {"max", "max(list) or max(a, b, …)", "The greatest value.", 1, 255, Known::nothing, extreme<1>},
};

}  // namespace

std::span<const Function> list_functions() { return kFunctions; }

}  // namespace sema
