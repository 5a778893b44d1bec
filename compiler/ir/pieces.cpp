#include "ir/pieces.h"

#include <fmt/format.h>

#include <charconv>

#include "formats/shell.h"

namespace ir {

namespace {

// Text joins the text before it, so that equal texts are equal pieces.
void add_text(Pieces& pieces, std::string_view text) {
  if (text.empty()) return;
  if (!pieces.empty() && pieces.back().kind == Piece::Kind::text) {
    pieces.back().text += text;
  } else {
    pieces.push_back({Piece::Kind::text, std::string(text)});
  }
}

void add(Pieces& pieces, const Pieces& more) {
  for (const Piece& piece : more) {
    if (piece.kind == Piece::Kind::text) {
      add_text(pieces, piece.text);
    } else {
      pieces.push_back(piece);
    }
  }
}

Piece piece_of(const sema::Deferred& deferred) {
  switch (deferred.root) {
    case sema::Deferred::Root::inputs: return {Piece::Kind::input, std::string(deferred.name)};
    case sema::Deferred::Root::outputs: return {Piece::Kind::output, std::string(deferred.name)};
    case sema::Deferred::Root::run: return {Piece::Kind::run, std::string(deferred.name)};
  }
  return {};
}

std::string spelled(const sema::Value& value) {
  if (const auto* boolean = value.get<bool>()) return *boolean ? "true" : "false";
  if (const auto* integer = value.get<std::int64_t>()) return fmt::format("{}", *integer);
  if (const auto* number = value.get<double>()) return base::spelled(*number);
  if (const auto* duration = value.get<base::Duration>()) return base::spelled(*duration);
  if (const auto* size = value.get<base::Size>()) return base::spelled(*size);
  if (const auto* text = value.get<std::string_view>()) return std::string(*text);
  return {};
}

Pieces quoted(const sema::Value& word) {
  Pieces out;
  for (const Piece& piece : pieces_of(word)) {
    if (piece.kind == Piece::Kind::text) {
      add_text(out, formats::shell_quoted(piece.text));
    } else {
      out.push_back(piece);
    }
  }
  if (out.empty()) add_text(out, "''");
  return out;
}

// Words with a blank before each. A list in the list is left out as a whole where an optional input in it has
// no value: the service's `$[[…]]`.
void add_words(Pieces& pieces, const sema::List& words) {
  for (const sema::Value& word : words.items) {
    if (word.is<sema::None>()) continue;
    add_text(pieces, " ");
    if (const auto* group = word.get<const sema::List*>()) {
      Pieces inner;
      add_words(inner, **group);
      if (!inner.empty() && inner.front().kind == Piece::Kind::text) inner.front().text.erase(0, 1);
      add_text(pieces, "$[[");
      add(pieces, inner);
      add_text(pieces, "]]");
    } else {
      add(pieces, quoted(word));
    }
  }
}

}  // namespace

Pieces pieces_of(const sema::Value& value) {
  Pieces out;
  if (const auto* deferred = value.get<const sema::Deferred*>()) {
    out.push_back(piece_of(**deferred));
  } else if (const auto* text = value.get<const sema::Text*>()) {
    for (const sema::Piece& piece : (*text)->pieces) {
      if (piece.deferred) {
        out.push_back(piece_of(*piece.deferred));
      } else {
        add_text(out, piece.text);
      }
    }
  } else {
    add_text(out, spelled(value));
  }
  return out;
}

Pieces command_of(const sema::Body& job, std::string_view python) {
  if (const sema::FieldValue* command = job.find("command"); command && !command->value.is<sema::None>()) {
    return pieces_of(command->value);
  }
  Pieces out;
  const sema::FieldValue* script = job.find("script");
  if (!script) return out;
  add_text(out, python);
  add_text(out, " ");
  const auto* path = script->value.get<const sema::Path*>();
  if (path) {
    add_text(out, formats::shell_quoted((*path)->text));
  } else {
    add(out, quoted(script->value));
  }
  if (const sema::FieldValue* arguments = job.find("arguments")) {
    if (const auto* words = arguments->value.get<const sema::List*>()) add_words(out, **words);
  }
  return out;
}

std::string service_text(const Pieces& pieces) {
  std::string out;
  for (const Piece& piece : pieces) {
    switch (piece.kind) {
      case Piece::Kind::text: out += piece.text; break;
      case Piece::Kind::input: out += fmt::format("${{{{inputs.{}}}}}", piece.text); break;
      case Piece::Kind::output: out += fmt::format("${{{{outputs.{}}}}}", piece.text); break;
      case Piece::Kind::run: out += fmt::format("${{{{{}}}}}", piece.text); break;
    }
  }
  return out;
}

namespace {

// repr() of a Python float: the shortest digits that read back as the same, in scientific notation below 1e-4
// and from 1e16 on.
std::string python_float(double value) {
  char buffer[32];
  const auto end = std::to_chars(buffer, buffer + sizeof buffer, value, std::chars_format::scientific).ptr;
  const std::string_view text(buffer, static_cast<std::size_t>(end - buffer));
  const std::size_t mark = text.find('e');
  if (mark == std::string_view::npos) return std::string(text);
  int exponent = 0;
  const std::string_view power = text.substr(mark + (text[mark + 1] == '+' ? 2 : 1));
  std::from_chars(power.data(), power.data() + power.size(), exponent);
  if (exponent < -4 || exponent >= 16) return std::string(text);
  std::string out = fmt::format("{}", value);
  if (out.find('e') != std::string::npos) out = fmt::format("{:.0f}", value);
  return out.find('.') == std::string::npos ? out + ".0" : out;
}

}  // namespace

std::string client_literal(const sema::Value& value) {
  if (const auto* boolean = value.get<bool>()) return *boolean ? "True" : "False";
  if (const auto* number = value.get<double>()) return python_float(*number);
  return service_text(pieces_of(value));
}

}  // namespace ir
