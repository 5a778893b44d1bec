#include "sema/value_types.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/nearest.h"
#include "sema/evaluate.h"
#include "sema/operators.h"

namespace sema {

namespace {

struct TypeWord {
  std::string_view word;
  Known known;
  std::string_view one;   // "an integer"
  std::string_view many;  // "integers"
};

constexpr std::array<TypeWord, 8> kTypes = {{
    {"string", Known::string, "a string", "strings"},
    {"integer", Known::integer, "an integer", "integers"},
    {"number", Known::number, "a number", "numbers"},
    {"boolean", Known::boolean, "true or false", "booleans"},
    {"duration", Known::duration, "a duration", "durations"},
    {"size", Known::size, "a size", "sizes"},
    {"list", Known::list, "a list", "lists"},
    {"map", Known::map, "a block", "blocks"},
}};

const TypeWord* find_type(Known known) {
  const auto at =
      std::find_if(kTypes.begin(), kTypes.end(), [&](const TypeWord& one) { return one.known == known; });
  return at == kTypes.end() ? nullptr : &*at;
}

std::optional<Known> word_type(Session& session, const surface::Name& word) {
  for (const TypeWord& one : kTypes) {
    if (one.word == word.text) return one.known;
  }
  if (word.empty()) return std::nullopt;
  base::Diagnostic& report = session.diagnostics.report(word.at, unknown_type, word.text);
  std::vector<std::string_view> names;
  for (const TypeWord& one : kTypes) names.push_back(one.word);
  if (const auto near = base::nearest(word.text, names); !near.empty()) {
    report.with_label(fmt::format("did you mean `{}`?", near));
    report.fix(fmt::format("write `{}`", near), base::Safe::yes, {{word.at, std::string(near)}});
  } else {
    report.with_help("the types are boolean, duration, integer, list of T, map of T, number, size, string");
  }
  return std::nullopt;
}

bool fits(const Value& value, Known type) {
  const Known known = known_type(value);
  return type == Known::nothing || known == type || (type == Known::number && known == Known::integer) ||
         (known == Known::nothing && value.is<Unknown>());
}

// The first element that has another type than the list or map is declared to have.
const Value* misfit(const Value& value, Known of) {
  if (const auto* list = value.get<const List*>()) {
    for (const Value& item : (*list)->items) {
      if (!item.poisoned() && !fits(item, of)) return &item;
    }
  }
  if (const auto* map = value.get<const Map*>()) {
    for (const Entry& entry : (*map)->entries) {
      if (!entry.value.poisoned() && !fits(entry.value, of)) return &entry.value;
    }
  }
  return nullptr;
}

std::optional<Value> option(Session& session, const Parameter& parameter, std::string_view name) {
  if (parameter.item->body == 0) return std::nullopt;
  const surface::Body& body = session.document(parameter.where).bodies[parameter.item->body];
  for (const surface::Member& member : body.members) {
    if (member.name.text == name && member.value != 0)
      return evaluate(session, member.value, parameter.where);
  }
  return std::nullopt;
}

bool within_options(Session& session, const Value& value, Span at, const Parameter& parameter) {
  const std::string_view name = parameter.item->name.text;
  if (const auto words = option(session, parameter, "enum"); words && words->is<const List*>()) {
    const auto& items = (*words->get<const List*>())->items;
    const auto same = [&](const Value& item) { return equal(item, value).value_or(false); };
    if (std::none_of(items.begin(), items.end(), same)) {
      std::string all;
      for (const Value& item : items) all += (all.empty() ? "" : ", ") + printed(item).value_or("…");
      session.diagnostics.report(at, unknown_word, printed(value).value_or("this"), name)
          .with_help(fmt::format("it takes one of {}", all));
      return false;
    }
  }
  const auto least = option(session, parameter, "min"), most = option(session, parameter, "max");
  const bool below = least && order(value, *least).value_or(0) < 0;
  const bool above = most && order(value, *most).value_or(0) > 0;
  if (!below && !above) return true;
  session.diagnostics.report(at, out_of_range, name, printed(value).value_or("this"),
                             below ? fmt::format("at least {}", printed(*least).value_or("more"))
                                   : fmt::format("at most {}", printed(*most).value_or("less")));
  return false;
}

}  // namespace

ValueType type_of(Session& session, const surface::TypeName& name) {
  ValueType out;
  if (const auto first = word_type(session, name.words.front())) out.known = *first;
  if (name.words.size() > 1) {
    if (const auto of = word_type(session, name.words[1])) out.of = *of;
  }
  return out;
}

void check_options(Session& session, const Parameter& parameter) {
  const surface::Item& item = *parameter.item;
  if (item.body == 0) return;
  const Known known = parameter.type.known;
  const bool ordered = known == Known::integer || known == Known::number || known == Known::duration ||
                       known == Known::size || known == Known::nothing;
  for (const surface::Member& member : session.document(parameter.where).bodies[item.body].members) {
    const std::string_view name = member.name.text;
    const bool bound = name == "min" || name == "max";
    if (name.empty() || (schema::param_options().find(name) && (!bound || ordered))) continue;
    session.diagnostics.report(member.name.at, not_an_option, item.name.text, name)
        .with_help(ordered ? "a param takes `min`, `max`, `enum` and `description`"
                           : fmt::format("{} takes `enum` and `description`", described(parameter.type)));
  }
}

std::string described(ValueType type) {
  const TypeWord* word = find_type(type.known);
  if (!word) return "a value";
  const TypeWord* of = find_type(type.of);
  return of ? fmt::format("{} of {}", word->one, of->many) : std::string(word->one);
}

Value fitting(Session& session, const Value& value, Span at, const Parameter& parameter) {
  if (value.poisoned()) return value;
  if (report_deferred(session, value, at)) return poison(at);
  const std::string_view name = parameter.item->name.text;
  const Value* bad = fits(value, parameter.type.known) ? misfit(value, parameter.type.of) : &value;
  if (bad) {
    session.diagnostics.report(at, wrong_type, name, described(parameter.type), described(*bad))
        .note(parameter.item->name.at, "declared here");
    return poison(at);
  }
  if (value.is<Unknown>()) return value;
  if (!within_options(session, value, at, parameter)) return poison(at);
  if (const auto* whole = value.get<std::int64_t>(); whole && parameter.type.known == Known::number) {
    return {static_cast<double>(*whole), value.at};
  }
  return value;
}

}  // namespace sema
