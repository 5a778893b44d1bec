// Strings, words, numbers, durations, sizes.

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "base/nearest.h"
#include "facts/names.h"
#include "sema/check.h"
#include "sema/check_names.h"
#include "sema/evaluate.h"

namespace sema {

using schema::Shape;
using schema::Type;

namespace {

bool is_number_text(std::string_view text, bool integer) {
  double number = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (fault != std::errc{} || end != text.data() + text.size()) return false;
  return !integer || text.find_first_not_of("-0123456789") == std::string_view::npos;
}

// The quotes are what is wrong: `"4"` for an integer, `"true"` for a boolean.
bool unquoted_fits(std::string_view text, Shape shape) {
  switch (shape) {
    case Shape::integer: return is_number_text(text, true);
    case Shape::number: return is_number_text(text, false);
    case Shape::boolean: return text == "true" || text == "false";
    case Shape::duration:
    case Shape::size: {
      const std::size_t unit = text.find_first_not_of("0123456789");
      if (unit == 0 || unit == std::string_view::npos) return false;
      const std::string_view last = text.substr(text.find_last_of("0123456789") + 1);
      const bool size = last == "b" || last == "kb" || last == "mb" || last == "gb" || last == "tb";
      const bool time = last == "s" || last == "m" || last == "h" || last == "d";
      return shape == Shape::size ? size : time;
    }
    default: return false;
  }
}

void report_scalar(Session& session, const Value& value, const Type& type, const Place& place) {
  base::Diagnostic& report = report_wrong_type(session, value, type, place);
  const auto* text = value.get<std::string_view>();
  if (text && unquoted_fits(*text, type.shape) && session.model.sources.text(value.at).starts_with('"')) {
    report.fix("remove the quotes", base::Safe::yes, {{value.at, std::string(*text)}});
  } else if (value.is<std::int64_t>() && type.shape == Shape::duration) {
    report.with_help(
        fmt::format("say the unit: `{0}s`, `{0}m`, `{0}h` or `{0}d`", *value.get<std::int64_t>()));
  } else if (value.is<std::int64_t>() && type.shape == Shape::size) {
    report.with_help(fmt::format("say the unit: `{0}mb` or `{0}gb`", *value.get<std::int64_t>()));
  } else if (value.is<base::Duration>() && type.shape == Shape::integer) {
    report.with_help("write the number alone; the field's name says its unit");
  }
}

// The number that min and max are about: seconds of a duration, bytes of a size.
std::int64_t measure(const Value& value) {
  if (const auto* integer = value.get<std::int64_t>()) return *integer;
  if (const auto* time = value.get<base::Duration>()) return time->milliseconds / 1000;
  if (const auto* size = value.get<base::Size>()) return size->bytes;
  const auto* number = value.get<double>();
  return number ? static_cast<std::int64_t>(std::clamp(*number, -9e18, 9e18)) : 0;
}

std::string bound(std::int64_t value, Shape shape) {
  if (shape == Shape::duration) return base::spelled(base::Duration{value * 1000});
  if (shape == Shape::size) return base::spelled(base::Size{value});
  return fmt::format("{}", value);
}

bool check_range(Session& session, const Value& value, const Type& type, const Place& place) {
  constexpr auto kNone = std::numeric_limits<std::int64_t>::max();
  const std::int64_t amount = measure(value);
  if (amount >= type.min && amount <= type.max) return true;
  const std::string least = bound(type.min, type.shape);
  const std::string range = type.max == kNone ? fmt::format("at least {}", least)
                                              : fmt::format("{} to {}", least, bound(type.max, type.shape));
  base::Diagnostic& report = session.diagnostics.report(place.value_at, out_of_range, place.name,
                                                        printed(value).value_or("this"), range);
  if (!place.value_at.contains(value.at)) report.note(value.at, "the value is written here");
  return false;
}

// `"true"` would be no boolean, but 1 is an integer that a number takes.
std::optional<Value> converted(const Value& value, Shape shape) {
  switch (shape) {
    case Shape::integer: return value.is<std::int64_t>() ? std::optional(value) : std::nullopt;
    case Shape::number:
      if (const auto* whole = value.get<std::int64_t>()) return Value{static_cast<double>(*whole), value.at};
      return value.is<double>() ? std::optional(value) : std::nullopt;
    case Shape::boolean: return value.is<bool>() ? std::optional(value) : std::nullopt;
    case Shape::duration: return value.is<base::Duration>() ? std::optional(value) : std::nullopt;
    case Shape::size: return value.is<base::Size>() ? std::optional(value) : std::nullopt;
    default: {
      const bool plain = value.is<std::string_view>() || value.is<bool>() || value.is<std::int64_t>() ||
                         value.is<double>() || value.is<const Text*>() || value.is<const Deferred*>();
      return plain ? std::optional(value) : std::nullopt;
    }
  }
}

}  // namespace

Value check_scalar(Session& session, Owner&, const Value& value, const Type& type, const Place& place) {
  const auto out = converted(value, type.shape);
  if (!out) {
    report_scalar(session, value, type, place);
    return poison(value.at);
  }
  if (const auto* time = out->get<base::Duration>(); time && time->milliseconds % 1000 != 0) {
    session.diagnostics.report(place.value_at, out_of_range, place.name, base::spelled(*time),
                               "whole seconds");
    return poison(value.at);
  }
  const bool measured = type.shape != Shape::boolean && type.shape != Shape::any;
  return measured && !check_range(session, *out, type, place) ? poison(value.at) : *out;
}

Value check_word(Session& session, Owner&, const Value& value, const Type& type, const Place& place) {
  const auto* text = value.get<std::string_view>();
  if (!text) {
    report_wrong_type(session, value, {.shape = Shape::string}, place);
    return poison(value.at);
  }
  std::vector<std::string_view> names;
  for (const schema::Word& word : type.words) {
    if (word.name == *text) return {word.name, value.at};
    names.push_back(word.name);
  }
  base::Diagnostic& report = session.diagnostics.report(place.value_at, unknown_word, *text, place.name);
  std::string_view near = base::nearest(*text, names);
  // The service's own spelling (`LowPriority`) is another name of the word.
  for (const schema::Word& word : type.words) near = word.rest == *text ? word.name : near;
  if (!near.empty()) {
    report.with_label(fmt::format("did you mean `{}`?", near));
    if (session.model.sources.text(value.at).starts_with('"')) {
      report.fix(fmt::format("write `\"{}\"`", near), base::Safe::yes,
                 {{value.at, fmt::format("\"{}\"", near)}});
    }
  }
  std::sort(names.begin(), names.end());
  std::string all;
  for (std::size_t i = 0; i < names.size() && i < 8; ++i)
    all += fmt::format("{}`{}`", i == 0 ? "" : ", ", names[i]);
  if (names.size() > 8) all += fmt::format(" and {} more", names.size() - 8);
  if (near.empty()) report.with_help(fmt::format("it takes {}", all));
  return poison(value.at);
}

namespace {

void report_no_text(Session& session, const Value& value, const Type& type, const Place& place) {
  base::Diagnostic& report = report_wrong_type(session, value, type, place);
  if (value.is<Ref>()) {
    report.with_help("name what is meant of it, such as `.name`");
  } else if (const auto text = printed(value); text && value.at == place.value_at) {
    report.fix("put it in quotes", base::Safe::yes,
               {{value.at, fmt::format("\"{}\"", session.model.sources.text(value.at))}});
  }
}

// A path where the text of a file is taken: nobody writes a text of one line with no blank that names a file.
bool check_file_text(Session& session, std::string_view text, const Value& value, const Place& place) {
  const bool one_word =
      !text.empty() && text.size() < 512 && text.find_first_of(" \t\n") == std::string_view::npos;
  if (!one_word || !value.at.known()) return true;
  const std::string& source = session.model.sources[value.at.file].path();
  const std::string path = base::beside(source, text);
  const bool there = session.files.kind(path) == base::FileKind::file;
  const bool dockerfile = place.name == "base_dockerfile";
  if (!there && !dockerfile && !text.contains('/')) return true;
  base::Diagnostic& report = dockerfile ? session.diagnostics.report(place.value_at, path_as_dockerfile, text)
                                        : session.diagnostics.report(place.value_at, path_as_text, text);
  if (there) {
    report.with_label("there is a file of this name here");
    const std::string literal(session.model.sources.text(value.at));
    if (literal.starts_with('"')) {
      report.fix(fmt::format("write `file({})`", literal), base::Safe::yes,
                 {{value.at, fmt::format("file({})", literal)}});
    }
  } else {
    report.with_label("and there is no file of this name here")
        .with_help(fmt::format("write `file(\"{}\")` once the file is there", text));
  }
  return false;
}

}  // namespace

Value check_text(Session& session, Owner&, const Value& value, const Type& type, const Place& place) {
  if (value.is<const Text*>() || value.is<const Deferred*>()) return value;
  const auto* text = value.get<std::string_view>();
  if (!text) {
    report_no_text(session, value, type, place);
    return poison(value.at);
  }
  if (type.file_text && !check_file_text(session, *text, value, place)) return poison(value.at);
  if (type.not_blank && !facts::is_not_blank(*text)) {
    session.diagnostics.report(place.value_at, blank_value, place.name)
        .with_help("the service takes no text without a letter, a digit or `_`");
    return poison(value.at);
  }
  const bool own_name = place.name == "name";  // the declaration's: checked with its kind
  if (!own_name &&
      !check_name(session, *text, place.value_at, type.name_rule, fmt::format("`{}`", place.name))) {
    return poison(value.at);
  }
  return value;
}

}  // namespace sema
