#include <fmt/format.h>

#include <limits>
#include <nlohmann/json.hpp>

#include "sema/data_text.h"
#include "sema/evaluate.h"

namespace sema {

namespace {

using Json = nlohmann::ordered_json;

constexpr int kMaxNesting = 200;

Value converted(Session& session, const Json& json, Span at, int depth) {
  if (depth > kMaxNesting || !within_elements(session, 1, at)) return poison(at);
  switch (json.type()) {
    case Json::value_t::boolean: return {json.get<bool>(), at};
    case Json::value_t::number_integer: return {json.get<std::int64_t>(), at};
    case Json::value_t::number_unsigned: {
      const auto value = json.get<std::uint64_t>();
      if (value > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max()))
        return {json.get<double>(), at};
      return {static_cast<std::int64_t>(value), at};
    }
    case Json::value_t::number_float: return {json.get<double>(), at};
    case Json::value_t::string: return {session.model.arena.copy(json.get_ref<const std::string&>()), at};
    case Json::value_t::array: {
      std::vector<Value> items;
      for (const Json& item : json) items.push_back(converted(session, item, at, depth + 1));
      return {session.model.arena.make(List{session.model.arena.array(items)}), at};
    }
    case Json::value_t::object: {
      std::vector<Entry> entries;
      for (const auto& [key, item] : json.items()) {
        Entry entry{.key = session.model.arena.copy(key), .key_at = at, .at = at, .type = nullptr};
        entry.value = converted(session, item, at, depth + 1);
        entry.has_value = true;
        entry.value_at = at;
        entries.push_back(entry);
      }
      return {session.model.arena.make(Map{session.model.arena.array(entries), at}), at};
    }
    default: return {None{}, at};
  }
}

std::optional<Json> as_json(const Value& value) {
  if (const auto* text = value.get<std::string_view>()) return Json(*text);
  if (const auto* boolean = value.get<bool>()) return Json(*boolean);
  if (const auto* integer = value.get<std::int64_t>()) return Json(*integer);
  if (const auto* number = value.get<double>()) return Json(*number);
  if (value.is<None>()) return Json(nullptr);
  if (const auto* list = value.get<const List*>()) {
    Json out = Json::array();
    for (const Value& item : (*list)->items) {
      auto one = as_json(item);
      if (!one) return std::nullopt;
      out.push_back(std::move(*one));
    }
    return out;
  }
  if (const auto* map = value.get<const Map*>()) {
    Json out = Json::object();
    for (const Entry& entry : (*map)->entries) {
      auto one = as_json(entry.value);
      if (!one) return std::nullopt;
      out[std::string(entry.key)] = std::move(*one);
    }
    return out;
  }
  if (const auto text = printed(value)) return Json(*text);
  return std::nullopt;
}

}  // namespace

Value json_value(Session& session, std::string_view text, Span at, Span named) {
  const std::string_view path = session.model.sources[at.file].path();
  std::string fault;
  std::size_t offset = 0;
  Json json;
  // The parser keeps its own stack on the heap, but what it makes is freed by recursion: deep nesting is
  // refused first.
  const auto shallow = [](int depth, Json::parse_event_t, Json&) { return depth <= kMaxNesting; };
  try {
    json = Json::parse(text.begin(), text.end(), shallow);
  } catch (const Json::parse_error& error) {
    offset = error.byte > 0 ? error.byte - 1 : 0;
    fault = "JSON";
  }
  if (fault.empty()) return converted(session, json, at, 0);
  const auto place = static_cast<std::uint32_t>(std::min<std::size_t>(offset, text.size()));
  session.diagnostics.report(named, unreadable_text, path, "JSON")
      .note({at.file, place, place}, "it breaks off here");
  return poison(named);
}

std::optional<std::string> json_text(const Value& value) {
  const auto json = as_json(value);
  if (!json) return std::nullopt;
  return json->dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace sema
